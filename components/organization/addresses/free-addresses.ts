/** Finds the reserved addresses that a new machine or cluster can get. Pure and browser-safe. */
import type { Row } from '@/lib/contract/types';

/** A reserved address. */
export interface FreeAddress {
  uuid: string;
  /** The address as text, with its tags: `203.0.113.7 · kantor`. */
  name: string;
}

/** What may have an address: a machine (A25) or a cluster (A64). */
export type Holder = Pick<Row<'A25'> | Row<'A64'>, 'ip_addresses'>;

/**
 * The reserved addresses (A37) that nothing has. The provider doesn't say which these are, so the addresses of the
 * machines and clusters are left out. One that nobody listed may still have one; the provider then refuses the order.
 */
export function freeAddresses(
  reserved: readonly Row<'A37'>[],
  holders: readonly Holder[],
): FreeAddress[] {
  const used = new Set(holders.flatMap(({ ip_addresses: addresses }) => addresses));
  return reserved.flatMap(({ uuid, ip_address: address, tags }) => {
    const text = address?.address_string;
    if (!text || used.has(text)) return [];
    return [{ uuid, name: [text, ...tags].join(' · ') }];
  });
}
