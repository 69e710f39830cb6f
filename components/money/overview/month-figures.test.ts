import { describe, expect, it } from 'vitest';
import { monthFigures } from './month-figures';

const at = Date.parse('2026-06-21T00:00:00+07:00'); // twenty days are gone, ten are left

describe('the figures of a month', () => {
  it('add what is left of the month to what the provider tells', () => {
    expect(monthFigures({ spent: 500_000, last: 900_000 }, 1_000, at)).toEqual({
      month: '2026-06',
      lastMonth: '2026-05',
      spent: 500_000,
      estimated: false,
      last: 900_000,
      forecast: 740_000,
    });
  });
  it('are estimated by the rate where the provider tells nothing', () => {
    const figures = monthFigures({ spent: null, last: null }, 1_000, at);
    expect(figures).toMatchObject({
      spent: 480_000,
      estimated: true,
      forecast: 720_000,
      last: null,
    });
  });
  it('are unknown without a rate', () => {
    const figures = monthFigures({ spent: null, last: 5 }, null, at);
    expect(figures).toMatchObject({ spent: null, estimated: false, forecast: null, last: 5 });
  });
});
