import { describe, expect, it } from 'vitest';
import { monthly } from './monthly';

const facts = { snapshots: [14_400], backups: 3, perBackup: 10_000, retentions: [7, 4] };

describe('monthly', () => {
  it('adds up snapshots and backups, and those that schedules will keep', () => {
    expect(monthly(facts)).toEqual({
      snapshots: 14_400,
      backups: 30_000,
      all: 44_400,
      full: { backups: 11, all: 124_400 },
    });
  });
  it('foretells no growth when as many backups exist already, also from deleted schedules', () => {
    expect(monthly({ ...facts, backups: 11 }).full).toBeNull();
    expect(monthly({ ...facts, backups: 20, retentions: [] }).full).toBeNull();
  });
  it('is 0 without copies, whatever a backup costs', () => {
    expect(monthly({ snapshots: [], backups: 0, perBackup: null, retentions: [] })).toEqual({
      snapshots: 0,
      backups: 0,
      all: 0,
      full: null,
    });
  });
  it('is null for what is not known', () => {
    expect(monthly({ ...facts, perBackup: null })).toMatchObject({
      snapshots: 14_400,
      backups: null,
      all: null,
      full: null,
    });
    expect(monthly({ ...facts, snapshots: [14_400, null] })).toMatchObject({
      snapshots: null,
      all: null,
    });
    expect(monthly({ ...facts, snapshots: null })).toMatchObject({ backups: 30_000, all: null });
  });
});
