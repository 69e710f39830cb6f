import { describe, expect, it } from 'vitest';
import {
  cheapest,
  instancePrice,
  unknownAmount,
  wholePrice,
  type UnitPrice,
} from './instance-price';

const row = (
  component: string,
  perHour: number | null,
  perMonth = perHour && perHour * 720,
): UnitPrice => ({
  component,
  price_per_hour: perHour,
  price_per_month: perMonth,
});
const prices = [
  row('cpu_shared', 75),
  row('cpu_dedicated', 150),
  row('memory', 60),
  row('storage', 2),
  row('backup', 1),
  row('public_ip', 35),
];
const order = {
  cpu: 2,
  memory: 4,
  storage: 60,
  dedicated: false,
  backup: false,
  newAddresses: 0,
};

describe('instancePrice', () => {
  it('is cores, memory and disk at the tier’s unit prices', () => {
    const price = instancePrice(prices, order);
    expect(price.lines.map(({ component, perHour }) => [component, perHour])).toEqual([
      ['cpu_shared', 150],
      ['memory', 240],
      ['storage', 120],
    ]);
    expect(price).toMatchObject({ perHour: 510, perMonth: 510 * 720, missing: [] });
  });

  it('takes the dedicated core’s price, backup by the GB of disk, and new addresses', () => {
    const price = instancePrice(prices, {
      ...order,
      dedicated: true,
      backup: true,
      newAddresses: 1,
    });
    expect(price.perHour).toBe(300 + 240 + 120 + 60 + 35);
  });

  it('sums the backend’s own month, which need not be 720 hours', () => {
    const discounted = [
      row('cpu_shared', 10, 5000),
      row('memory', 10, 6000),
      row('storage', 1, 500),
    ];
    expect(instancePrice(discounted, order).perMonth).toBe(2 * 5000 + 4 * 6000 + 60 * 500);
  });

  it('names what it has no price for and sums the rest', () => {
    const price = instancePrice([row('cpu_shared', 75), row('memory', null)], order);
    expect(price.missing).toEqual(['memory', 'storage']);
    expect(price.perHour).toBe(150);
  });

  it('gives no sum while a number is not typed yet', () => {
    expect(instancePrice(prices, { ...order, memory: Number.NaN })).toMatchObject({
      perHour: null,
      perMonth: null,
      missing: [],
    });
    expect(instancePrice([], order).perHour).toBeNull();
  });
});

describe('wholePrice', () => {
  it('is the price of the order, or none where a part has none', () => {
    expect(wholePrice(prices, order)).toEqual({ perHour: 510, perMonth: 510 * 720 });
    expect(wholePrice(prices.slice(0, 2), order)).toEqual(unknownAmount);
    expect(wholePrice(undefined, order)).toEqual(unknownAmount);
    expect(wholePrice(prices, { ...order, cpu: Number.NaN })).toEqual(unknownAmount);
  });
});

describe('cheapest', () => {
  const of = (...months: (number | null)[]) =>
    new Map(months.map((perMonth, index) => [`t${index}`, { perHour: null, perMonth }]));

  it('names those that cost least of what is known', () => {
    expect([...cheapest(of(300, 200, null, 200))]).toEqual(['t1', 't3']);
  });

  it('names none where there is nothing to compare', () => {
    for (const offers of [of(), of(200), of(200, null), of(200, 200)])
      expect(cheapest(offers).size).toBe(0);
  });
});
