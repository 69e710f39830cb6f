import { describe, expect, it } from 'vitest';
import { readAnswer } from '@/lib/contract/answer';
import a25 from '@/lib/contract/fixtures/awanio/A25.json';
import a39 from '@/lib/contract/fixtures/awanio/A39.json';
import { volumes } from '@/lib/resources/awanio';
import { searchTextOf } from '@/lib/resources/resource';
import { blamed, volumePlans } from './plans';
import { isUsed, machineOf, namesMachines, unusedOf, withMachines, type Volume } from './volume';

const plan = (name: string, size: number, price: number, more = {}) =>
  ({
    uuid: name,
    instance_type: name,
    suitable_for: 'volume',
    storage_gb: size,
    pricing_unit: 'hour',
    price_per_unit: price,
    availability: 'available',
    ...more,
  }) as Parameters<typeof volumePlans>[0][number];

const volume = (label: string, more: Partial<Volume> = {}) =>
  ({
    uuid: `uuid-${label}`,
    label,
    is_used: false,
    volume_type: 'external',
    pricing: plan('v-1', 20, 10),
    instance_has_volumes: [],
    ...more,
  }) as Volume;

const link = { source: { uuid: 'm', title: 'Web', hostname: 'web-1' } };
const attached = { instance_has_volumes: [link] } as unknown as Partial<Volume>;

describe('a volume', () => {
  it('is used where the backend says so, or names a machine', () => {
    expect(
      [volume('a'), volume('b', { is_used: true }), volume('c', attached)].map(isUsed),
    ).toEqual([false, true, true]);
    expect(machineOf(volume('c', attached))).toEqual({ uuid: 'm', name: 'Web' });
    expect(machineOf(volume('b', { is_used: true }))).toBeNull();
  });
  it('is found by its machine', () =>
    expect(searchTextOf(volumes)(volume('c', attached))).toContain('web-1'));
});

describe('withMachines', () => {
  // The documentation's samples: A39 names no machine, and calls a volume unused that A25 shows at a machine.
  const rows = readAnswer('A39', a39.answer).data;
  const machines = readAnswer('A25', a25.answer).data;
  it('names the machines of a list that names none', () => {
    expect(namesMachines(rows)).toBe(false);
    const joined = withMachines(rows, machines);
    expect(joined.map((row) => [row.label, isUsed(row), machineOf(row)?.name])).toEqual([
      ['test-volume', true, 'ubuntu'],
      ['contoh-hostname', true, 'ubuntu'],
    ]);
    expect(namesMachines(joined)).toBe(true);
  });
  it('leaves other rows as they are', () => {
    const row = volume('a');
    expect(withMachines([row], machines)[0]).toBe(row);
    expect([namesMachines([]), namesMachines([row, volume('c', attached)])]).toEqual([true, true]);
  });
});

describe('unusedOf', () => {
  it('counts neither boot disks nor what a machine has', () => {
    const rows = [volume('a'), volume('b', attached), volume('c', { volume_type: 'boot' })];
    expect(unusedOf(rows)).toEqual({ count: 1, perMonth: 7200 });
  });
  it('knows no sum where a price is missing', () =>
    expect(unusedOf([volume('a'), volume('b', { pricing: null })])).toEqual({
      count: 2,
      perMonth: null,
    }));
});

describe('volumePlans', () => {
  const prices = [
    plan('v-3', 100, 30, { availability: 'sold out' }),
    plan('s-a', 10, 5, { suitable_for: 'vm' }),
    plan('v-1', 20, 10),
    plan('v-2b', 50, 25),
    plan('v-2', 50, 20),
  ];
  it('takes those for volumes, the smallest and then the cheapest first', () =>
    expect(volumePlans(prices).map(({ name }) => name)).toEqual(['v-1', 'v-2', 'v-2b', 'v-3']));
  it('takes only larger ones, and says which are sold out', () =>
    expect(volumePlans(prices, 50).map(({ name, soldOut }) => [name, soldOut])).toEqual([
      ['v-3', true],
    ]));
});

describe('blamed', () => {
  const refusal = (code: 'conflict' | 'not_found' | 'payment_needed', backendMessage?: string) =>
    blamed({ code, status: 409, message: '', backendMessage });
  it('puts a refusal at the field that it is about', () => {
    expect(refusal('conflict', 'LABEL IS ALREADY USED')).toBe('label');
    expect(refusal('conflict', 'PRICING IS SOLD OUT')).toBe('pricing_uuid');
    expect(refusal('not_found', 'PRICING NOT FOUND')).toBe('pricing_uuid');
  });
  it('leaves others where they are', () => {
    expect(refusal('conflict', 'AN ORGANIZATION CAN HAVE 50 VOLUMES')).toBeNull();
    expect(refusal('not_found', 'VOLUME NOT FOUND')).toBeNull();
    expect(refusal('conflict')).toBeNull();
    expect(refusal('payment_needed', 'PRICING NEEDS A BALANCE')).toBeNull();
  });
});
