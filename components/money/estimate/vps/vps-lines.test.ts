import { describe, expect, it } from 'vitest';
import { readVpsLine, vpsLine, vpsPrice, type VpsOffers, type VpsThing } from './vps-lines';

const machine: VpsThing = {
  kind: 'machine',
  location: '1',
  tier: '2',
  size: { cpu: 2, memory: 4, storage: 60 },
  dedicated: false,
  backup: true,
  address: true,
};
const volume: VpsThing = { kind: 'volume', location: '1', type: 'ssd', size: 20 };
const address: VpsThing = { kind: 'address', location: '1' };

const unit = (component: string, price: number) => ({
  component,
  price_per_hour: price,
  price_per_month: price * 700,
});
const offers: VpsOffers = {
  locations: [{ id: '1', name: 'Jakarta', country: null }] as never,
  tiers: new Map([['1', [{ id: '1' }, { id: '2' }] as never]]),
  types: new Map([
    [
      '1',
      [
        { id: 'ssd', price_per_hour: 3, price_per_month: 2100, min_size: 10, max_size: 50 },
      ] as never,
    ],
  ]),
  prices: new Map([
    ['1', [unit('public_ip', 35)]],
    [
      '2',
      [
        unit('cpu_shared', 75),
        unit('memory', 60),
        unit('storage', 2),
        unit('backup', 1),
        unit('public_ip', 40),
      ],
    ],
  ]),
};

describe('a line of a VPS account', () => {
  it.each([machine, volume, address, { ...machine, backup: false, address: false }])(
    'is read as it was written: %o',
    (thing) => expect(readVpsLine(vpsLine(thing))).toEqual(thing),
  );

  it('is none without numbers that can be ordered', () => {
    const bad = [
      { kind: 'machine', of: ['1', '2', '2-4', ''] },
      { kind: 'machine', of: ['1', '2', '2-4-999999', ''] },
      { kind: 'volume', of: ['1', 'ssd', 'x'] },
      { kind: 'address', of: [''] },
      { kind: 'ship', of: ['1', '2', '2-4-60'] },
    ];
    expect(bad.map((line) => readVpsLine({ count: 1, ...line }))).toEqual(bad.map(() => null));
  });
});

describe('vpsPrice', () => {
  it('works out machines, volumes and addresses', () => {
    const perHour = 2 * 75 + 4 * 60 + 60 * 2 + 60 * 1 + 40;
    expect(vpsPrice(machine, offers)).toEqual({ amount: { perHour, perMonth: perHour * 700 } });
    expect(vpsPrice(volume, offers)).toEqual({ amount: { perHour: 60, perMonth: 42_000 } });
    expect(vpsPrice(address, offers)).toEqual({ amount: { perHour: 35, perMonth: 24_500 } });
  });

  it('says why something isn’t in the sum', () => {
    const why = (thing: VpsThing, other: Partial<VpsOffers> = {}) =>
      vpsPrice(thing, { ...offers, ...other });
    expect(why({ ...machine, location: '9' })).toEqual({ leftOut: 'location' });
    expect(why({ ...machine, tier: '9' })).toEqual({ leftOut: 'tier' });
    expect(why({ ...volume, type: 'tape' })).toEqual({ leftOut: 'type' });
    expect(why({ ...volume, size: 60 })).toEqual({ leftOut: 'size' });
    expect(why({ ...machine, dedicated: true })).toEqual({ leftOut: 'unpriced' });
    expect(why(machine, { tiers: new Map([['1', null]]) })).toEqual({ leftOut: 'failed' });
    expect(why(address, { prices: new Map([['1', null]]) })).toEqual({ leftOut: 'failed' });
  });

  it('waits for what is still loading', () => {
    expect(vpsPrice(machine, { ...offers, locations: null })).toBeNull();
    expect(vpsPrice(volume, { ...offers, types: new Map() })).toBeNull();
    expect(vpsPrice(machine, { ...offers, prices: new Map() })).toBeNull();
  });
});
