import { describe, expect, it } from 'vitest';
import type { Result } from '@/lib/contract/types';
import { machineCosts } from './use-machine-costs';

const machine = { uuid: 'db', price_per_hour: 2200, estimated_monthly_cost: 1_584_000 };
const volumes = {
  data: [
    { attached_to: { uuid: 'db' }, price_per_hour: 600, estimated_monthly_cost: 432_000 },
    { attached_to: { uuid: 'web' }, price_per_hour: 50, estimated_monthly_cost: 36_000 },
    { attached_to: null, price_per_hour: 70, estimated_monthly_cost: 50_400 },
  ],
} as Result<'D64'>;
const snapshots = {
  data: [{ current_hourly_price: 720, estimated_monthly: 518_400 }],
} as Result<'D23'>;
const backups = { data: [{}, {}], page: { total: 5 } } as Result<'D28'>;

describe('machineCosts', () => {
  it('adds up the machine, its volumes, its snapshots and all its backups', () => {
    const costs = machineCosts(machine, { volumes, snapshots, backups, perBackup: 518_400 });
    expect(costs.lines.map(({ service, count, perMonth }) => [service, count, perMonth])).toEqual([
      ['running', 1, 1_584_000],
      ['disks', 1, 432_000],
      ['snapshots', 1, 518_400],
      ['backups', 5, 2_592_000],
    ]);
    expect(costs).toMatchObject({ perHour: 7120, perMonth: 5_126_400, whole: true, leftOut: [] });
  });

  it('names what the key may not read', () => {
    expect(machineCosts(machine, { volumes, snapshots })).toMatchObject({
      leftOut: ['copies'],
      whole: false,
    });
    expect(machineCosts(machine, {}).leftOut).toEqual(['disks', 'copies']);
  });
});
