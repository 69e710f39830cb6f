import { describe, expect, it } from 'vitest';
import { unknownAmount } from '@/lib/pricing';
import { priceOf } from './prices';

const price = (component: string, perHour: number | null) => ({
  component,
  price_per_hour: perHour,
  price_per_month: perHour && perHour * 720,
});
const prices = [
  price('cpu_shared', 75),
  price('cpu_dedicated', 150),
  price('memory', 60),
  price('storage', 2),
  price('public_ip', 35),
];
const size = { cpu: 2, memory: 4, storage: 60, dedicated: false, addresses: 1 };

describe('priceOf', () => {
  it('is every part while it runs, and disk and address while it is stopped', () => {
    expect(priceOf(prices, size, 'running').perHour).toBe(150 + 240 + 120 + 35);
    expect(priceOf(prices, size, 'stopped')).toEqual({ perHour: 155, perMonth: 155 * 720 });
    expect(priceOf(prices, { ...size, dedicated: true, addresses: 0 }, 'running').perHour).toBe(
      660,
    );
  });

  it('is not known when a price, a number or all prices are missing', () => {
    expect(priceOf([price('storage', 2)], size, 'running')).toEqual(unknownAmount);
    expect(priceOf([price('storage', 2)], size, 'stopped')).toEqual(unknownAmount);
    expect(priceOf(prices, { ...size, memory: NaN }, 'running')).toEqual(unknownAmount);
    expect(priceOf(undefined, size, 'running')).toEqual(unknownAmount);
  });
});
