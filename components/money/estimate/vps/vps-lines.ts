/**
 * The lines of a VPS account's estimate: machines of a size, volumes and public addresses, each in a location. Their
 * prices are worked out from the provider's unit prices. Pure.
 */
import { priceOf, type VolumeType } from '@/components/vps/volumes/volume';
import { sizeOfNumbers, type Prefill, type Size } from '@/components/vps/instances/wizard/prefill';
import type { Row } from '@/lib/contract/types';
import {
  unitPrice,
  wholePrice,
  type Amount,
  type EstimateItem,
  type UnitPrice,
} from '@/lib/pricing';
import type { EstimateLine } from '../lines';

/** What can be in an estimate. Ids may be of something that no longer exists. */
export type VpsThing =
  | ({ kind: 'machine'; location: string; tier: string; size: Size } & Pick<
      Prefill,
      'dedicated' | 'backup' | 'address'
    >)
  | { kind: 'volume'; location: string; type: string; /** GB */ size: number }
  | { kind: 'address'; location: string };

export const vpsKinds = ['machine', 'volume', 'address'] as const;

/** The options of a machine, by their words in the URL. */
export const options = ['dedicated', 'backup', 'address'] as const;

/** Writes a line: `machine.1.<location>.<tier>.2-4-60.dedicated-address`. */
export function vpsLine(thing: VpsThing, count = 1): EstimateLine {
  const { kind, location } = thing;
  if (kind === 'address') return { kind, count, of: [location] };
  if (kind === 'volume') return { kind, count, of: [location, thing.type, String(thing.size)] };
  const { cpu, memory, storage } = thing.size;
  const chosen = options.filter((option) => thing[option]).join('-');
  return { kind, count, of: [location, thing.tier, `${cpu}-${memory}-${storage}`, chosen] };
}

/** Reads a line; null if it isn't of a kind that is known, or has no numbers. */
export function readVpsLine({ kind, of }: EstimateLine): VpsThing | null {
  const [location = '', which = '', numbers = '', chosen = ''] = of;
  if (location === '') return null;
  if (kind === 'address') return { kind, location };
  const [first = Number.NaN, memory = Number.NaN, storage = Number.NaN] = numbers
    .split('-')
    .map(Number);
  if (kind === 'volume') {
    const valid = Number.isInteger(first) && first >= 1;
    return valid ? { kind, location, type: which, size: first } : null;
  }
  const size = sizeOfNumbers({ cpu: first, memory, storage });
  if (kind !== 'machine' || !size) return null;
  const words = chosen.split('-');
  const [dedicated, backup, address] = options.map((option) => words.includes(option));
  return {
    kind,
    location,
    tier: which,
    size,
    dedicated: dedicated === true,
    backup: backup === true,
    address: address === true,
  };
}

/** What is known of the provider's offers and prices. */
export interface VpsOffers {
  /** Null while they load. */
  locations: readonly Row<'D75'>[] | null;
  /** By the id of the location; absent while they load, null if they couldn't be loaded. */
  tiers: ReadonlyMap<string, readonly Row<'D76'>[] | null>;
  types: ReadonlyMap<string, readonly VolumeType[] | null>;
  /** Unit prices by the id of the tier. */
  prices: ReadonlyMap<string, readonly UnitPrice[] | null>;
}

/** Why a thing isn't in the sum. `size`: the storage type doesn't offer it. `failed`: its price couldn't be loaded. */
export type VpsLeftOut = 'location' | 'tier' | 'type' | 'size' | 'unpriced' | 'failed';

/** The price of a thing: an amount, why there is none, or null while it loads. */
export type VpsPrice = { amount: Amount } | { leftOut: VpsLeftOut } | null;

const failed = { leftOut: 'failed' } as const;

function known({ perHour, perMonth }: Amount): VpsPrice {
  return perHour === null || perMonth === null
    ? { leftOut: 'unpriced' }
    : { amount: { perHour, perMonth } };
}

/** What one of a thing costs by the prices of now. */
export function vpsPrice(thing: VpsThing, offers: VpsOffers): VpsPrice {
  const { locations } = offers;
  if (locations === null) return null;
  if (!locations.some(({ id }) => id === thing.location)) return { leftOut: 'location' };
  return thing.kind === 'volume' ? volumePrice(thing, offers) : tierPrice(thing, offers);
}

function volumePrice(
  { location, type: id, size }: Extract<VpsThing, { kind: 'volume' }>,
  { types }: VpsOffers,
): VpsPrice {
  const offered = types.get(location);
  if (!offered) return offered === null ? failed : null;
  const type = offered.find((one) => one.id === id);
  if (!type) return { leftOut: 'type' };
  const { min_size: least, max_size: most } = type;
  if (size < (least ?? 0) || size > (most ?? Infinity)) return { leftOut: 'size' };
  return known(priceOf(type, size));
}

function tierPrice(
  thing: Extract<VpsThing, { kind: 'machine' | 'address' }>,
  { tiers, prices }: VpsOffers,
): VpsPrice {
  const offered = tiers.get(thing.location);
  if (!offered) return offered === null ? failed : null;
  const tier = pricedTier(thing, offered);
  if (tier === null) return { leftOut: 'tier' };
  const units = prices.get(tier);
  if (!units) return units === null ? failed : null;
  if (thing.kind === 'address') return known(unitPrice(units, 'public_ip'));
  const { size, dedicated, backup, address } = thing;
  return known(wholePrice(units, { ...size, dedicated, backup, newAddresses: address ? 1 : 0 }));
}

/** The id of the tier whose prices count; null if the location doesn't offer it. An address has the location's first. */
export function pricedTier(
  thing: Extract<VpsThing, { kind: 'machine' | 'address' }>,
  offered: readonly Pick<Row<'D76'>, 'id'>[],
): string | null {
  const tier = thing.kind === 'address' ? offered[0] : offered.find(({ id }) => id === thing.tier);
  return tier?.id ?? null;
}

/** What a thing is among costs. */
export const serviceOf = {
  machine: 'running',
  volume: 'disks',
  address: 'addresses',
} as const satisfies Record<VpsThing['kind'], EstimateItem['service']>;
