import { describe, expect, it } from 'vitest';
import {
  orderInput,
  orderPrice,
  plansFor,
  tagsFault,
  tagsOf,
  type ClusterOrder,
  type PlanRow,
} from './order';

const order = {
  name: '433e40',
  version: 'v',
  pricing_uuid: 'k',
  pv_pricing_uuid: '',
  available: false,
  external: 'none',
  address: '',
  tags: '',
} as const;
const plan = (suitable_for: string, price_per_hour: number) =>
  ({ uuid: suitable_for, suitable_for, price_per_hour }) as PlanRow;

describe('orderInput', () => {
  it('leaves out what nobody chose', () => {
    expect(orderInput({ org: 'o' }, order)).toEqual({
      params: { group_type: 'organizations', uuid: 'o' },
      body: {
        name: '433e40',
        version: 'v',
        pricing_uuid: 'k',
        enable_ha: false,
        with_external_ip: false,
      },
    });
  });
  it('names the address in a list, as the contract takes it', () => {
    const { body } = orderInput(
      { org: 'o', project: 'p' },
      { ...order, external: 'kept', available: true, pv_pricing_uuid: 'pv', tags: 'a, b ,a,' },
    );
    expect(body).toMatchObject({
      enable_ha: true,
      pv_pricing_uuid: 'pv',
      tags: ['a', 'b'],
      with_external_ip: true,
      reserve_external_ip: [{ is_new: true, reserved: true }],
    });
  });
  it('names a reserved address', () => {
    const { body } = orderInput({ org: 'o' }, { ...order, external: 'existing', address: 'a' });
    expect(body.reserve_external_ip).toEqual([{ is_new: false, reserved: true, uuid: 'a' }]);
  });
});

it('reads tags, and refuses too many or too long ones', () => {
  expect(tagsOf(' web , , db')).toEqual(['web', 'db']);
  expect(tagsFault('web')).toBeNull();
  expect(tagsFault(Array.from({ length: 21 }, (_, at) => `t${at}`).join())).toBe('too_many');
  expect(tagsFault('x'.repeat(65))).toBe('too_long_by{"max":64,"length":65}');
});

it('adds up nodes, volume and address', () => {
  const pods = plan('pods', 100);
  const price = (available: boolean, external: ClusterOrder['external'], address: number | null) =>
    orderPrice(pods, plan('volume', 10), { available, external }, address).perHour;
  expect(price(false, 'none', null)).toBe(110);
  expect(price(true, 'none', null)).toBe(310);
  expect(price(true, 'new', 5)).toBe(315);
  expect(price(true, 'new', null)).toBeNull();
  expect(price(true, 'existing', 5)).toBe(310); // it is charged already
});

it('offers the plans for one use, the cheapest first', () => {
  const prices = [plan('pods', 200), plan('volume', 1), plan('pods', 100)];
  expect(plansFor('pods', prices).map(({ price_per_hour: price }) => price)).toEqual([100, 200]);
});
