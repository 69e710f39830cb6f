import { describe, expect, it } from 'vitest';
import type { UnitPrice } from '@/lib/pricing';
import type { Machine } from '../machine';
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
const row = (more: Partial<Machine> = {}) =>
  ({
    tier: 'Epyc',
    location: 'Jakarta 1',
    cpu: 1,
    memory_gb: 2,
    storage_gb: 20,
    ip_address: '203.0.113.1',
    price_per_hour: 275,
    ...more,
  }) as Machine;

describe('stopping', () => {
  const of = (tier: string) => (tier === 'Jakarta 1 Epyc' ? prices : undefined);

  it('saves the cores and the memory of all machines', () => {
    expect(stopChange([row()], of)).toBe(-200);
    expect(stopChange([row(), row({ ip_address: null, price_per_hour: 240 })], of)).toBe(-400);
  });

  it('isn’t known while one of them isn’t', () => {
    expect(stopChange([row(), row({ location: 'Jakarta 2' })], of)).toBeNull();
    expect(stopChange([row({ uuid: 'i-1', tier: null })], of)).toBeNull();
    expect(stopChange([row(), row({ storage_gb: null })], of)).toBeNull();
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
