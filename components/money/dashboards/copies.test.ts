import { describe, expect, it } from 'vitest';
import type { Result, Row } from '@/lib/contract/types';
import { copiesOf } from './copies';

const snapshots = (months: (number | null)[]) =>
  ({
    data: months.map((estimated_monthly) => ({ estimated_monthly }) as Row<'D23'>),
  }) as Result<'D23'>;
const backups = (months: (number | null)[], total: number) =>
  ({
    data: months.map((est_this_month) => ({ est_this_month }) as Row<'D28'>),
    page: { total },
  }) as Result<'D28'>;

describe('copiesOf', () => {
  it('counts and adds up', () => {
    expect(copiesOf(snapshots([100, 50]), backups([10, 20], 2))).toEqual({
      snapshots: 2,
      backups: 2,
      perMonth: 180,
    });
  });

  it('takes backups beyond the first page to cost as much as those on it', () => {
    expect(copiesOf(undefined, backups([10, 20], 6))).toEqual({
      snapshots: 0,
      backups: 6,
      perMonth: 90,
    });
  });

  it('doesn’t know a price that nobody tells', () => {
    expect(copiesOf(snapshots([null]), backups([], 0)).perMonth).toBeNull();
  });
});
