import { describe, expect, it } from 'vitest';
import {
  chargedOf,
  partlyListed,
  idleOf,
  known,
  unreadOf,
  type Holdings,
  type ChargedItem,
} from './holdings';
import type { Machine } from './machine';

const machine = (id: string, group: Machine['group'], perHour: number | null) =>
  ({
    id,
    name: id,
    place: 'x',
    href: `/${id}`,
    group,
    perHour,
    perMonth: perHour === null ? null : perHour * 720,
  }) as Machine;
const thing = (id: string, free: boolean, ownPrice: boolean, perHour: number): ChargedItem => ({
  id,
  name: id,
  place: 'x',
  free,
  ownPrice,
  sizeGb: null,
  perHour,
  perMonth: perHour * 720,
});

const holdings: Holdings = {
  machines: known([
    machine('a', 'run', 100),
    machine('vm/b', 'off', 30),
    machine('c', 'error', 5),
    machine('d', 'busy', 7),
    machine('e', 'off', 0),
    machine('f', 'off', null),
  ]),
  disks: known([
    thing('disk', true, true, 300),
    thing('block/d', true, true, 50),
    thing('used', false, true, 20),
  ]),
  addresses: known([thing('free', true, true, 35), thing('on-a', false, false, 35)]),
};

describe('chargedOf', () => {
  it('counts each thing once: it leaves out an address that its machine’s price includes', () => {
    const sum = (service: string) =>
      chargedOf(holdings)
        .filter((each) => each.service === service)
        .map(({ perHour }) => perHour);
    expect(sum('running')).toEqual([100]);
    expect(sum('busy')).toEqual([7]);
    expect(sum('stopped')).toEqual([30, 0, null]);
    expect(sum('error')).toEqual([5]);
    expect(sum('disks')).toEqual([300, 50, 20]);
    expect(sum('addresses')).toEqual([35]);
  });
});

describe('idleOf', () => {
  it('lists what costs money and isn’t used, the most expensive first, without what is free', () => {
    expect(idleOf(holdings).map(({ id, kind }) => [id, kind])).toEqual([
      ['disk', 'disk'],
      ['block/d', 'volume'],
      ['free', 'address'],
      ['vm/b', 'vm'],
      ['f', 'instance'],
    ]);
  });
});

describe('partlyListed', () => {
  it('names only the kinds that have more rows than were read', () => {
    expect(partlyListed(holdings)).toEqual([]);
    const cut = {
      machines: known(holdings.machines.kind === 'known' ? holdings.machines.rows : [], 340),
      disks: known([thing('disk', true, true, 300)], 120),
      addresses: { kind: 'hidden' },
    } satisfies Holdings;
    expect(partlyListed(cut)).toEqual([
      { what: 'machines', counted: 6, total: 340 },
      { what: 'disks', counted: 1, total: 120 },
    ]);
  });
});

describe('unreadOf', () => {
  it('names the parts that are cut short, hidden or not read', () => {
    expect(unreadOf(holdings)).toEqual([]);
    expect(unreadOf({ ...holdings, machines: known([], 3) })).toEqual(['machines']);
    expect(unreadOf({ ...holdings, disks: { kind: 'unread' } })).toEqual(['disks']);
    expect(unreadOf({ ...holdings, addresses: { kind: 'hidden' } })).toEqual(['addresses']);
  });
});
