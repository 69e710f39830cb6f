import { describe, expect, it } from 'vitest';
import {
  costOf,
  unusedOf,
  priceAt,
  priceOf,
  stateOf,
  volumesInput,
  type Volume,
  type VolumeType,
} from './volume';

const nvme: VolumeType = {
  id: '2',
  name: 'NVMe',
  description: null,
  min_size: 20,
  max_size: 1000,
  price_per_hour: 5,
  price_per_month: 3600,
};
const volume = (of: Partial<Volume>): Volume => ({
  id: 'v',
  name: 'data',
  size_gb: 20,
  storage_type: 'NVMe',
  status: null,
  location: 'Jakarta',
  location_id: '1',
  attached_to: null,
  price_per_hour: 100,
  estimated_monthly_cost: 72_000,
  created_at: null,
  ...of,
});

describe('priceOf and priceAt', () => {
  it('use the price of one GB of the type', () => {
    expect(priceOf(nvme, 30)).toEqual({ perHour: 150, perMonth: 108_000 });
    expect(priceAt(volume({ price_per_hour: 1 }), 40, [nvme])).toEqual({
      perHour: 200,
      perMonth: 144_000,
    });
  });
  it('scale the present price when the type is no longer offered', () => {
    expect(priceAt(volume({ storage_type: 'HDD' }), 30, [nvme])).toEqual({
      perHour: 150,
      perMonth: 108_000,
    });
  });
  it('are null without a price, a size or a type', () => {
    const nothing = { perHour: null, perMonth: null };
    expect(priceOf(undefined, 10)).toEqual(nothing);
    expect(priceOf(nvme, Number.NaN)).toEqual(nothing);
    expect(priceAt(volume({ size_gb: null, storage_type: null }), 30, [nvme])).toEqual(nothing);
    expect(priceOf({ ...nvme, price_per_hour: null }, 10)).toEqual({
      perHour: null,
      perMonth: 36_000,
    });
  });
});

describe('unusedOf and costOf', () => {
  const on = { uuid: 'i', hostname: 'web' };
  it('add up volumes without a machine', () => {
    const rows = [volume({}), volume({ attached_to: on }), volume({ estimated_monthly_cost: 8 })];
    expect(unusedOf(rows)).toEqual({ count: 2, perMonth: 72_008 });
  });
  it('are null when a price is missing', () => {
    expect(costOf([volume({}), volume({ estimated_monthly_cost: null })])).toBeNull();
  });
});

describe('stateOf', () => {
  it('follows the machine unless the status says busy or error', () => {
    const on = { uuid: 'i', hostname: null };
    expect(stateOf({ status: 'available', attached_to: null })).toBe('free');
    expect(stateOf({ status: 'a word of its own', attached_to: on })).toBe('attached');
    expect(stateOf({ status: 'creating', attached_to: null })).toBe('busy');
    expect(stateOf({ status: 'failed', attached_to: on })).toBe('error');
  });
});

describe('volumesInput', () => {
  it('reads the page number, or takes page 1 when it is invalid', () => {
    const page = (text: string) => volumesInput(new URLSearchParams({ page: text })).query?.page;
    expect(['3', '0', '-1', 'x', '1.5'].map(page)).toEqual([3, 1, 1, 1, 1]);
  });
});
