/** The size of a new VPC (A36): the prefix lengths that are offered, and what is sent for one. Browser-safe. */
import { addressText, rangeOf, readNetwork, type AddressRange } from '../contract/reading/network';

/** What the provider reads `size` as: a prefix length, or a count of addresses. The documentation doesn't say. */
export type SizeMeaning = 'prefix' | 'count';

/** The prefix lengths that the form offers, the largest range first. A provider may refuse some of them. */
export const vpcPrefixes = Array.from({ length: 13 }, (_, step) => 16 + step);
/** The one that is chosen at first, that of the documented sample. */
export const usualPrefix = 20;

/** The `size` to send for a range with that prefix length. */
export const sizeFor = (prefix: number, meaning: SizeMeaning): number =>
  meaning === 'prefix' ? prefix : 2 ** (32 - prefix);

/** A range of that size, to compute with: the provider chooses where the real one stands. */
export function exampleRange(prefix: number): AddressRange {
  const { value } = readNetwork(`10.0.0.0/${prefix}`);
  if (!value) throw new RangeError(`${prefix} is no prefix length of IPv4`);
  return rangeOf(value);
}

/** The mask of a prefix length: 20 gives `255.255.240.0`. */
export const maskOf = (prefix: number): string =>
  addressText(4, (1n << 32n) - (1n << BigInt(32 - prefix)));
