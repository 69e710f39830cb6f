import { describe, expect, it } from 'vitest';
import type { Row } from '@/lib/contract/types';
import { addressPrice, findChoice, fits, imageGroups, planGroups, withSoldOut } from './catalogue';

const noImage = { slug: null, name: null, group: null, service: null, min_storage_gb: null };
const noPlan = {
  instance_type: null,
  suitable_for: null,
  plans_type: null,
  availability: null,
  vcpu_core: null,
  ram_mb: null,
  storage_gb: null,
  transfer_tb: null,
  pricing_unit: null,
  price_per_unit: null,
  price_per_hour: null,
  price_per_month: null,
  maximum_free_usage: null,
};
/** Rows as the contract's decoder makes them: a missing field is null. */
const images = (rows: object[]) =>
  rows.map((row) => ({ ...noImage, ...row }) as unknown as Row<'A33'>);
const plans = (rows: object[]) =>
  rows.map((row) => ({ ...noPlan, ...row }) as unknown as Row<'A34'>);

describe('imageGroups', () => {
  it('offers images for machines by group', () => {
    const groups = imageGroups(
      images([
        {
          uuid: 'a',
          name: 'Ubuntu 24.04',
          group: 'Ubuntu',
          service: 'compute',
          min_storage_gb: 15,
        },
        { uuid: 'b', name: 'Metal', group: 'baremetal', service: 'baremetal' },
        { uuid: 'c', name: 'Ubuntu 22.04', group: 'Ubuntu', service: 'compute' },
        { uuid: 'd', slug: 'own' },
      ]),
    );
    expect(groups.map(({ name, choices }) => [name, choices.map((choice) => choice.name)])).toEqual(
      [
        ['Ubuntu', ['Ubuntu 24.04', 'Ubuntu 22.04']],
        ['', ['own']],
      ],
    );
    expect(findChoice(groups, 'a')?.minDisk).toBe(15);
    expect(findChoice(groups, 'b')).toBeUndefined();
  });
});

describe('planGroups', () => {
  const groups = planGroups(
    plans([
      {
        uuid: 'l',
        instance_type: 's-b',
        plans_type: 'standard',
        suitable_for: 'vm',
        storage_gb: 25,
        price_per_hour: 140,
      },
      {
        uuid: 's',
        instance_type: 's-a',
        plans_type: 'Standard',
        suitable_for: 'vm',
        storage_gb: 10,
        price_per_hour: 85,
      },
      {
        uuid: 'g',
        instance_type: 's-c',
        plans_type: 'standard',
        suitable_for: 'vm',
        availability: 'sold_out',
      },
      { uuid: 'v', instance_type: 'v-1', suitable_for: 'volume' },
    ]),
  );

  it('puts the cheapest first and leaves out other services', () => {
    expect(groups.map(({ name }) => name)).toEqual(['standard']);
    expect(groups[0]?.choices.map(({ name }) => name)).toEqual(['s-a', 's-b', 's-c']);
    expect(findChoice(groups, 'g')?.soldOut).toBe(true);
    expect(findChoice(groups, 's')?.soldOut).toBe(false);
  });

  it('takes free usage in the unit of the price', () => {
    const free = (maximum_free_usage: number | null) =>
      planGroups(plans([{ uuid: 'f', maximum_free_usage, pricing_unit: 'Hour' }]))[0]?.choices[0]
        ?.free;
    expect(free(24)).toEqual({ amount: 24, unit: 'hour' });
    expect([free(0), free(null)]).toEqual([null, null]);
  });

  it('marks plans that were refused as sold out', () => {
    const marked = withSoldOut(groups, new Set(['s']));
    expect(findChoice(marked, 's')?.soldOut).toBe(true);
    expect(findChoice(marked, 'g')?.soldOut).toBe(true);
    expect(withSoldOut(groups, new Set())).toBe(groups);
  });

  it('tells whether an image fits on a plan', () => {
    const small = findChoice(groups, 's');
    const unknown = findChoice(groups, 'g');
    const image = { uuid: 'i', name: 'Fedora', minDisk: 15 };
    expect(small && fits(small, image)).toBe(false);
    expect(small && fits(small, undefined)).toBe(true);
    expect(unknown && fits(unknown, image)).toBe(true);
  });
});

describe('addressPrice', () => {
  it('is known if there is exactly one', () => {
    const one = { uuid: 'i', suitable_for: 'ip', price_per_hour: 40 };
    expect(addressPrice(plans([one, { uuid: 'v', suitable_for: 'vm', price_per_hour: 1 }]))).toBe(
      40,
    );
    expect(addressPrice(plans([one, { ...one, uuid: 'j' }]))).toBeNull();
    expect(addressPrice([])).toBeNull();
  });
});
