import { describe, expect, it } from 'vitest';
import { estimateTotal, type EstimateItem } from './estimate';

const vm: EstimateItem = { service: 'running', count: 3, perHour: 100, perMonth: 72_000 };

describe('estimateTotal', () => {
  it('adds up things by their number', () => {
    const disk: EstimateItem = { service: 'disks', count: 2, perHour: 10, perMonth: 5000 };
    expect(estimateTotal([vm, disk])).toEqual({ perHour: 320, perMonth: 226_000, whole: true });
  });

  it('leaves out what has no price, and says so', () => {
    const unknown: EstimateItem = { service: 'addresses', count: 1, perHour: null, perMonth: null };
    expect(estimateTotal([vm, unknown])).toEqual({ perHour: 300, perMonth: 216_000, whole: false });
  });

  it('costs nothing while it is empty', () => {
    expect(estimateTotal([])).toEqual({ perHour: 0, perMonth: 0, whole: true });
  });
});
