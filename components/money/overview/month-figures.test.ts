import { describe, expect, it } from 'vitest';
import { monthFigures } from './month-figures';

const at = Date.parse('2026-06-21T00:00:00+07:00'); // twenty days are gone, ten are left

describe('the figures of a month', () => {
  it('add what is left of the month to what the provider tells', () => {
    expect(monthFigures({ spent: 500_000, last: 900_000 }, 1_000, [], at)).toEqual({
      month: '2026-06',
      lastMonth: '2026-05',
      spent: 500_000,
      estimated: false,
      last: 900_000,
      forecast: 740_000,
    });
  });
  it('are estimated by the rate where the provider tells nothing', () => {
    const figures = monthFigures({ spent: null, last: null }, 1_000, [], at);
    expect(figures).toMatchObject({
      spent: 480_000,
      estimated: true,
      forecast: 720_000,
      last: null,
    });
  });
  it('don’t count a machine for the days before it was made', () => {
    const machines = [
      { perHour: 600, created: '2026-06-20T00:00:00+07:00' },
      { perHour: 400, created: '2026-01-01T00:00:00Z' },
    ];
    const { spent, forecast } = monthFigures({ spent: null, last: null }, 1_000, machines, at);
    expect(spent).toBe(600 * 24 + 400 * 480);
    expect(forecast).toBe(600 * 264 + 400 * 720);
  });
  it('are unknown without a rate', () => {
    const figures = monthFigures({ spent: null, last: 5 }, null, [], at);
    expect(figures).toMatchObject({ spent: null, estimated: false, forecast: null, last: 5 });
  });
});
