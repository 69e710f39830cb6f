/** IPv4 addresses of the documentation ranges (RFC 5737), each once a tenant, and private ones. */
import type { Store } from './db';
import { Refusal } from './refusal';

const ranges = { reserved_ips: '203.0.113', public_ips: '198.51.100' } as const;

/** @throws Refusal 409 when a tenant has used up the range. */
export function freeAddress(store: Store, table: keyof typeof ranges, tenantId: string): string {
  const rows = store.all<{ address: string }>(
    `select address from ${table} where tenant_id = ?`,
    tenantId,
  );
  const taken = new Set(rows.map((row) => row.address));
  for (let host = 10; host < 250; host += 1) {
    const address = `${ranges[table]}.${host}`;
    if (!taken.has(address)) return address;
  }
  throw new Refusal(409, 'There is no free public address.');
}

/** The whole number that the real API sends beside an address. */
export function addressNumber(address: string): number {
  return address.split('.').reduce((total, part) => total * 256 + Number(part), 0);
}

/** `10.20.0.0/16`-style: the first free host of a /24 given by its first three parts. */
export function freeHost(prefix: string, taken: Iterable<string | null>): string {
  const used = new Set(taken);
  for (let host = 10; host < 255; host += 1)
    if (!used.has(`${prefix}.${host}`)) return `${prefix}.${host}`;
  throw new Refusal(409, 'There is no free private address.');
}
