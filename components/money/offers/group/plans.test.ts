import { describe, expect, it } from 'vitest';
import type { Row } from '@/lib/contract/types';
import { byKind, plansOf } from './plans';

const row = (given: Partial<Row<'A34'>>): Row<'A34'> => ({
  uuid: 'u',
  instance_type: 's-a',
  suitable_for: 'vm',
  availability: 'available',
  plans_type: 'standard',
  vcpu_core: 1,
  ram_mb: 1024,
  storage_gb: 10,
  transfer_tb: 1,
  pricing_unit: 'hour',
  price_per_unit: 85,
  price_per_hour: 85,
  price_per_month: 61_200,
  price_per_three_month: null,
  price_per_six_month: null,
  price_per_year: null,
  discount_per_three_month: null,
  discount_per_six_month: null,
  discount_per_year: null,
  maximum_free_usage: 0,
  meta_storage: [],
  created_at: null,
  updated_at: null,
  ...given,
});
const plan = (given: Partial<Row<'A34'>>) => plansOf([row(given)])[0];

describe('plansOf', () => {
  it('leaves out what a kind of plan doesn’t have', () => {
    expect(plan({ suitable_for: 'volume', vcpu_core: 0, ram_mb: 0, transfer_tb: 0 })).toMatchObject(
      {
        kind: 'volume',
        vcpu: null,
        ram: null,
        disk: 10,
        transfer: null,
        perHour: 85,
        perMonth: 61_200,
      },
    );
  });

  it('reads memory of pods in GB only where it is too little to be MB', () => {
    const ram = (ram_mb: number) => plan({ suitable_for: 'pods', ram_mb })?.ram;
    expect([ram(0.5), ram(2), ram(2048)]).toEqual([512, 2048, 2048]);
    expect(plan({ ram_mb: 0.5 })?.ram).toBe(0.5);
  });

  it('says what is free and what is sold out', () => {
    expect(plan({ maximum_free_usage: 5 })?.free).toEqual({ amount: 5, unit: 'hour' });
    expect(plan({})?.free).toBeNull();
    expect(plan({ availability: 'sold out' })?.soldOut).toBe(true);
    expect(plan({ availability: null })).toMatchObject({ soldOut: false, availability: null });
  });
});

describe('byKind', () => {
  it('keeps kinds that it doesn’t know, and those that are always shown', () => {
    const plans = plansOf([row({ suitable_for: 'gpu' }), row({ suitable_for: 'ip' })]);
    expect(byKind(plans, ['vm']).map(({ kind, plans: of }) => [kind, of.length])).toEqual([
      ['vm', 0],
      ['ip', 1],
      ['other', 1],
    ]);
  });
});
