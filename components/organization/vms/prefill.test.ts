import { describe, expect, it } from 'vitest';
import type { PlanChoice } from './catalogue';
import { readVmPrefill, startOf, vmPrefillQuery } from './prefill';
import type { OrderTerms } from './values';

const plan = (uuid: string, disk: number, soldOut = false): PlanChoice => ({
  uuid,
  name: uuid,
  vcpu: 1,
  ram: 1024,
  disk,
  transfer: null,
  free: null,
  soldOut,
  perHour: disk,
  perMonth: disk * 720,
});
const offers = {
  images: [
    {
      name: 'Ubuntu',
      choices: [
        { uuid: 'ubuntu', name: 'Ubuntu', minDisk: 15 },
        { uuid: 'debian', name: 'Debian', minDisk: 10 },
      ],
    },
  ],
  plans: [{ name: '', choices: [plan('small', 10), plan('gone', 20, true), plan('large', 25)] }],
};
const terms = { keyId: 7, addressField: 'uuid' };
const started = (query: string, more: Partial<OrderTerms> = {}) =>
  startOf(offers, readVmPrefill(new URLSearchParams(query)), { ...terms, ...more });

describe('startOf', () => {
  it('chooses the first image and the cheapest plan that fits', () => {
    const { values, given } = started('');
    expect(values).toMatchObject({ image: 'ubuntu', plan: 'large', external: 'new' });
    expect(given).toEqual([]);
  });

  it('takes plan, image and address from a link', () => {
    expect(started('plan=small').values).toMatchObject({ image: 'debian', plan: 'small' });
    expect(started('image=debian').values).toMatchObject({ image: 'debian', plan: 'small' });
    expect(started('address=kept').values).toMatchObject({ external: 'new', reserve: true });
    expect(started('address=none').given).toEqual(['external', 'reserve', 'address']);
    expect(started('address=a-1').values).toMatchObject({ external: 'existing', address: 'a-1' });
    expect(started('address=a-1', { addressField: null }).values).toMatchObject({
      external: 'new',
      address: '',
    });
  });

  it('chooses an SSH key where one can be ordered', () => {
    expect(started('').values.method).toBe('key');
    expect(started('', { keyId: null }).values.method).toBe('password');
  });

  it('leaves the plan open if the wanted one is sold out, and ignores what is not offered', () => {
    expect(started('plan=gone').values.plan).toBe('');
    expect(started('plan=other&image=other').values).toMatchObject({
      image: 'ubuntu',
      plan: 'large',
    });
  });

  it('reads what it wrote', () => {
    const asked = { plan: 'a', image: undefined, address: 'new' };
    expect(readVmPrefill(new URLSearchParams('plan=a&address=new'))).toEqual(asked);
    expect(vmPrefillQuery(asked)).toEqual(asked);
  });
});
