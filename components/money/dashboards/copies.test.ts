import { describe, expect, it } from 'vitest';
import type { Result, Row } from '@/lib/contract/types';
import { copiesOf, monthOf } from './copies';

const snapshots = (months: (number | null)[]) =>
  ({
    data: months.map((estimated_monthly) => ({ estimated_monthly }) as Row<'D23'>),
  }) as Result<'D23'>;
const backups = (here: number, total: number) =>
  ({ data: Array.from({ length: here }, () => ({})), page: { total } }) as Result<'D28'>;
const of = (one: Result<'D23'> | undefined, other: Result<'D28'> | undefined) => ({
  uuid: 'a',
  name: 'a',
  ...copiesOf(one, other),
});

describe('copiesOf', () => {
  it('counts snapshots and backups, including backups beyond the first page', () => {
    expect(copiesOf(snapshots([100, 50]), backups(20, 26))).toEqual({
      snapshots: 2,
      backups: 26,
      snapshotsMonth: 150,
    });
    expect(copiesOf(undefined, undefined)).toEqual({ snapshots: 0, backups: 0, snapshotsMonth: 0 });
  });
});

describe('monthOf', () => {
  it('adds snapshots and backups, and is null if a price is unknown', () => {
    expect(monthOf(of(snapshots([100]), backups(2, 2)), 30)).toBe(160);
    expect(monthOf(of(snapshots([100]), backups(2, 2)), null)).toBeNull();
    expect(monthOf(of(snapshots([100]), backups(0, 0)), null)).toBe(100);
    expect(monthOf(of(snapshots([null]), backups(0, 0)), null)).toBeNull();
  });
});
