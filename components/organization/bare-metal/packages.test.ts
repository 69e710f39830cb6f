import { describe, expect, it } from 'vitest';
import type { Row } from '@/lib/contract/types';
import { dueAtOnce, packagesOf, savingOf } from './packages';

const row = (name: string | null, pricing: object | null) => ({ name, pricing }) as Row<'A32'>;
const prices = {
  price_per_month: 1_000_000,
  price_per_three_month: 2_850_000,
  price_per_six_month: 0,
  price_per_year: 12_000_000,
};
const plan = { uuid: 'u-1', availability: 'available', ...prices };

describe('packagesOf', () => {
  it('names what is ordered, and puts the cheapest first', () => {
    const cheap = { ...plan, uuid: 'u-2', price_per_month: 5, availability: 'sold out' };
    const packages = packagesOf([row('Dell', plan), row(null, plan), row('HP', cheap)]);
    expect(packages.map(({ machineName, soldOut }) => [machineName, soldOut])).toEqual([
      ['HP.u-2', true],
      ['Dell.u-1', false],
    ]);
  });
  it('takes 0 for a missing price', () => {
    const [dell] = packagesOf([row('Dell', plan)]);
    expect(dell?.prices.price_per_six_month).toBeNull();
  });
});

describe('savingOf', () => {
  const [dell] = packagesOf([row('Dell', plan)]);
  it('compares with single months', () =>
    expect(dell && savingOf(dell, 'price_per_three_month')).toEqual({
      rupiah: 150_000,
      percent: 5,
    }));
  it('is nothing where nothing is saved, or the price is unknown', () => {
    expect(dell && savingOf(dell, 'price_per_year')).toBeNull();
    expect(dell && savingOf(dell, 'price_per_six_month')).toBeNull();
  });
});

describe('dueAtOnce', () => {
  const [dell] = packagesOf([row('Dell', plan)]);
  it('is the whole period of all machines and their addresses', () =>
    expect(dueAtOnce(dell, 'price_per_three_month', 2, 10_000)).toBe(5_760_000));
  it('is unknown where a part is', () => {
    expect(dueAtOnce(dell, 'price_per_six_month', 1, 0)).toBeNull();
    expect(dueAtOnce(dell, 'price_per_month', 1, null)).toBeNull();
    expect(dueAtOnce(dell, 'price_per_month', Number.NaN, 0)).toBeNull();
  });
});
