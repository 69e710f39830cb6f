/**
 * Arithmetic of address ranges, for the calculator of an organization's network. All counts are bigints, since an IPv6
 * range may hold more addresses than a number can count. Browser-safe.
 */
import {
  addressText,
  rangeOf,
  readNetwork,
  type AddressRange,
} from '@/lib/contract/reading/network';

/** What a range holds. Addresses are texts. */
export interface RangeFacts {
  first: string;
  last: string;
  /** The first and last address that a machine can have. */
  usableFirst: string;
  usableLast: string;
  addresses: bigint;
  usable: bigint;
}

/**
 * Computes what a range holds. An IPv4 block loses its network and broadcast address, but not a /31 (RFC 3021) or a
 * /32; a range that was typed by its ends and an IPv6 range lose none.
 */
export function factsOf({ family, first, last, prefix }: AddressRange): RangeFacts {
  const lost = family === 4 && prefix !== null && prefix < 31 ? 1n : 0n;
  const text = (value: bigint) => addressText(family, value);
  const addresses = last - first + 1n;
  return {
    first: text(first),
    last: text(last),
    usableFirst: text(first + lost),
    usableLast: text(last - lost),
    addresses,
    usable: addresses - 2n * lost,
  };
}

/** How a range lies to another: `contains` is larger than it, `inside` smaller. */
export type Relation = 'equal' | 'contains' | 'inside' | 'partly' | 'apart';

/** Says how the first range lies to the second. Ranges of different IP versions are apart. */
export function relationOf(own: AddressRange, other: AddressRange): Relation {
  if (own.family !== other.family || own.last < other.first || other.last < own.first)
    return 'apart';
  if (own.first === other.first && own.last === other.last) return 'equal';
  if (own.first <= other.first && other.last <= own.last) return 'contains';
  return other.first <= own.first && own.last <= other.last ? 'inside' : 'partly';
}

/** The addresses that are in both ranges; null if there are none. */
export function commonOf(own: AddressRange, other: AddressRange): RangeFacts | null {
  if (relationOf(own, other) === 'apart') return null;
  const first = own.first > other.first ? own.first : other.first;
  const last = own.last < other.last ? own.last : other.last;
  return factsOf({ family: own.family, first, last, prefix: null, text: '', hostBits: false });
}

/** Whether a range holds all addresses of its IP version. */
export const isEverything = ({ prefix }: AddressRange): boolean => prefix === 0;

/** Whether a range is a single address. */
export const isSingle = ({ first, last }: AddressRange): boolean => first === last;

const blocks = (texts: readonly string[]): AddressRange[] =>
  texts.flatMap((text) => {
    const { value } = readNetwork(text);
    return value ? [rangeOf(value)] : [];
  });

/** The private addresses of IPv4 (RFC 1918), in which a VPC's range stands. */
const privateBlocks = blocks(['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']);

/** Whether a range holds private IPv4 addresses, so that a VPC's range could overlap it. */
export const touchesPrivate = (own: AddressRange): boolean =>
  privateBlocks.some((block) => relationOf(own, block) !== 'apart');

/** The range of a VPC as the backend answers it (A36). */
interface AnsweredRange {
  label: string | null;
  cidr: number | null;
  first_address: string | null;
}

/** Reads the range of a VPC: its label, or its first address with the prefix length. Null if neither can be read. */
export function vpcRange(answered: AnsweredRange | null): AddressRange | null {
  if (!answered) return null;
  const { label, first_address: first, cidr } = answered;
  const texts = [label, first !== null && cidr !== null ? `${first}/${cidr}` : null];
  for (const text of texts) {
    const { value } = readNetwork(text ?? '');
    if (value && text?.includes('/')) return rangeOf(value);
  }
  return null;
}

/** Whether an address is in a range. */
export function holds(range: AddressRange, address: string | null): boolean {
  const { value } = readNetwork(address ?? '');
  return value !== undefined && relationOf(rangeOf(value), range) !== 'apart';
}
