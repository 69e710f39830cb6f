import { describe, expect, it } from 'vitest';
import type { UnitPrice } from '@/lib/pricing';
import type { Machine } from '../machine';
import type { Detail } from '../use-instance';
import { deleteChange, stopChange, type DeletedWith } from './savings';

const unit = (component: string, price: number) =>
  ({ component, price_per_hour: price, price_per_month: price * 720 }) as UnitPrice;
const prices = [
  unit('shared_cpu', 100),
  unit('dedicated_cpu', 200),
  unit('memory', 50),
  unit('storage', 2),
  unit('public_ip', 35),
];
const detail = (more: Partial<Detail> = {}) =>
  ({
    tier_id: '1',
    cpu: 1,
    memory_gb: 2,
    storage_gb: 20,
    is_cpu_dedicated: false,
    ip_address: '203.0.113.1',
    price_per_hour: 275,
    ...more,
  }) as Detail;

describe('stopping', () => {
  const of = (tier: string) => (tier === '1' ? prices : undefined);

  it('saves the cores and the memory of all machines', () => {
    expect(stopChange([detail()], of)).toBe(-200);
    expect(stopChange([detail(), detail({ ip_address: null, price_per_hour: 240 })], of)).toBe(
      -400,
    );
  });

  it('isn’t known while one of them isn’t', () => {
    expect(stopChange([detail(), undefined], of)).toBeNull();
    expect(stopChange([detail(), detail({ tier_id: '2' })], of)).toBeNull();
  });
});

describe('deleting', () => {
  const machine = (uuid: string, ip: string | null = null) =>
    ({ uuid, ip_address: ip, price_per_hour: 275 }) as Machine;
  const addresses = [{ ip_address: '203.0.113.1', price_per_hour: 35 }];
  const volumes = ['db', 'other'].map((uuid) => ({ attached_to: { uuid }, price_per_hour: 60 }));
  const change = (more: object = {}, total = volumes.length) =>
    deleteChange([machine('db', '203.0.113.1'), machine('web')], {
      ...{ address: false, disks: false },
      ...{ addresses: { data: addresses }, volumes: { data: volumes, page: { total } } },
      ...more,
    } as unknown as DeletedWith);

  it('saves all but the addresses and volumes that stay', () => {
    expect(change()).toBe(-515);
    expect(change({ address: true })).toBe(-550);
    expect(change({ address: true, disks: true })).toBe(-610);
  });

  it('isn’t known while the price of what stays or goes isn’t', () => {
    expect(change({ addresses: undefined })).toBeNull();
    expect(change({ addresses: { data: [] } })).toBeNull();
    expect(change({ disks: true, volumes: undefined })).toBeNull();
    expect(change({ disks: true }, 3)).toBeNull();
    expect(change({ addresses: undefined, address: true })).toBe(-550);
  });
});
