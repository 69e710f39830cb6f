import { describe, expect, it } from 'vitest';
import { monthly } from './monthly';

const facts = { snapshots: [14_400], backups: 3, perBackup: 10_000, keeps: [7, 4] };

describe('monthly', () => {
  it('adds up snapshots and backups, and what is to come', () => {
    expect(monthly(facts)).toEqual({
      snapshots: 14_400,
      backups: 30_000,
      all: 44_400,
      full: { backups: 11, all: 124_400 },
    });
  });
  it('promises no growth where there are as many already, as of removed schedules', () => {
    expect(monthly({ ...facts, backups: 11 }).full).toBeNull();
    expect(monthly({ ...facts, backups: 20, keeps: [] }).full).toBeNull();
  });
  it('is nothing where there is nothing, whatever one costs', () => {
    expect(monthly({ snapshots: [], backups: 0, perBackup: null, keeps: [] })).toEqual({
      snapshots: 0,
      backups: 0,
      all: 0,
      full: null,
    });
  });
  it('says of what isn’t known that it isn’t', () => {
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
