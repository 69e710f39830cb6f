import { describe, expect, it } from 'vitest';
import { addressesInput, hasOnlyTotalCost, costWords, type Address } from './address';

const address = (of: Partial<Address>): Address => ({
  uuid: 'a-1',
  ip_address: '203.0.113.1',
  rdns: null,
  location: null,
  location_id: null,
  instance: null,
  price_per_hour: null,
  estimated_monthly_cost: null,
  cost: null,
  created_at: null,
  ...of,
});

describe('what addresses cost', () => {
  it('is a price by the month when the provider names one of the two prices', () => {
    expect(costWords([address({ estimated_monthly_cost: 25_200.4, cost: 7 })], 'en')).toBe(
      'Rp25.200/month',
    );
    const rows = [address({ price_per_hour: 35 }), address({ estimated_monthly_cost: 100 })];
    expect(costWords(rows, 'id')).toBe('Rp25.300/bulan');
    expect(hasOnlyTotalCost(rows)).toBe(false);
  });

  it('is the provider’s cost in whole rupiah when it names no period', () => {
    const rows = [address({ cost: 25_200.5 }), address({ cost: 25_200 })];
    expect(costWords(rows, 'en')).toBe('Rp50.401');
    expect(costWords([address({ cost: 0 })], 'en')).toBeNull(); // A cost of 0 means that nothing was charged yet.
    expect(costWords([address({ price_per_hour: 35 }), address({})], 'en')).toBeNull();
    expect(hasOnlyTotalCost(rows)).toBe(true);
  });

  it('is unknown, not 0, when one cost is unknown', () => {
    const rows = [address({ cost: 1 }), address({ price_per_hour: 35 }), address({})];
    expect(costWords(rows, 'en')).toBeNull();
    expect([hasOnlyTotalCost(rows), hasOnlyTotalCost([address({})]), hasOnlyTotalCost([])]).toEqual(
      [false, false, false],
    );
  });
});

describe('addressesInput', () => {
  it('reads the page number, or takes page 1 when it is invalid', () => {
    const page = (text: string) => addressesInput(new URLSearchParams({ page: text })).query?.page;
    expect(['3', '0', '-1', 'x', '1.5'].map(page)).toEqual([3, 1, 1, 1, 1]);
  });
});
