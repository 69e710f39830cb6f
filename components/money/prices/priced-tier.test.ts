import { describe, expect, it } from 'vitest';
import { componentsOf, offersOf, orderOfPrefill, pricedTiers } from './priced-tier';

const tier = (id: string, name: string | null) => ({ id, name, description: null, icon: null });
const row = (component: string | null, price: number | null, unit = 'GB') => ({
  id: `${component}`,
  component,
  unit,
  price_per_hour: price,
  price_per_month: price && price * 720,
});
const epyc = [
  row('storage', 2),
  row('gpu', 9),
  row('memory', 60),
  row('cpu_shared', 75, 'core'),
  row('public_ip', 35),
];
const tiers = pricedTiers(
  [tier('1', 'Epyc'), tier('2', null), tier('3', 'NVMe')],
  new Map([
    ['1', epyc],
    ['3', [row('memory', 85), row(null, 1)]],
  ]),
  new Set(['2']),
);
const prefill = { dedicated: false, backup: false, address: true };
const size = { cpu: 1, memory: 1, storage: 20 };

describe('tiers and their prices', () => {
  it('say which failed and which are loading', () => {
    expect(tiers.map(({ name, rows, failed }) => [name, rows !== null, failed])).toEqual([
      ['Epyc', true, false],
      ['2', false, true],
      ['NVMe', true, false],
    ]);
  });

  it('give the price of a size in each known tier, or none if a part of it is unknown', () => {
    const offers = offersOf(tiers, orderOfPrefill(size, prefill));
    expect([...offers]).toEqual([
      ['1', { perHour: 210, perMonth: 151_200 }],
      ['3', { perHour: null, perMonth: null }],
    ]);
    const bare = offersOf(tiers, orderOfPrefill(size, { ...prefill, address: false }));
    expect(bare.get('1')?.perHour).toBe(175);
    expect(offersOf(tiers, orderOfPrefill(null, prefill)).size).toBe(0);
  });

  it('list what has a price: known components first, then unknown ones', () => {
    const known = ['cpu_shared', 'memory', 'storage'];
    expect(componentsOf(tiers, known).map(({ component }) => component)).toEqual([
      'cpu_shared',
      'memory',
      'storage',
      'gpu',
      'public_ip',
    ]);
    expect(componentsOf(tiers, known)[0]?.unit).toBe('core');
  });
});
