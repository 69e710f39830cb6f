/** Finds the reserved addresses that a new machine can get. Pure and browser-safe. */
import type { Row } from '@/lib/contract/types';

/** A reserved address. */
export interface FreeAddress {
  uuid: string;
  /** The address as text, with its tags: `203.0.113.7 · kantor`. */
  name: string;
}

/**
 * The reserved addresses (A37) that no machine has. The provider doesn't say which these are, so the addresses of the
 * machines (A25) are left out. A machine that nobody listed may still have one; the provider then refuses the order.
 */
export function freeAddresses(
  reserved: readonly Row<'A37'>[],
  machines: readonly Pick<Row<'A25'>, 'ip_addresses'>[],
): FreeAddress[] {
  const used = new Set(machines.flatMap(({ ip_addresses: addresses }) => addresses));
  return reserved.flatMap(({ uuid, ip_address: address, tags }) => {
    const text = address?.address_string;
    if (!text || used.has(text)) return [];
    return [{ uuid, name: [text, ...tags].join(' · ') }];
  });
}
