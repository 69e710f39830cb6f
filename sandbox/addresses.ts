/**
 * IPv4 addresses of ranges that are nobody's, each once a tenant, and private ones: the documentation's
 * (RFC 5737), and for very large tenants those of benchmarks (RFC 2544), 198.18.0.0/15.
 */
import type { Store } from './db';
import { Refusal } from './refusal';

const ranges = {
  reserved_ips: { first: '203.0.113', more: '198.18' },
  public_ips: { first: '198.51.100', more: '198.19' },
} as const;

/** Hosts 10–249 of the first range, then 1–250 of each third part of the other. */
function candidate(table: keyof typeof ranges, index: number): string {
  const { first, more } = ranges[table];
  if (index < 240) return `${first}.${10 + index}`;
  const beyond = index - 240;
  return `${more}.${Math.floor(beyond / 250)}.${1 + (beyond % 250)}`;
}
const capacity = 240 + 250 * 256;

/**
 * The first address that is free, looked for from the number of those in use on, and from the start again.
 * @throws Refusal 409 when a tenant has used up the range.
 */
export function freeAddress(store: Store, table: keyof typeof ranges, tenantId: string): string {
  const used = store.get<{ count: number }>(
    `select count(*) as count from ${table} where tenant_id = ?`,
    tenantId,
  );
  const start = used?.count ?? 0;
  for (let step = 0; step < capacity; step += 1) {
    const address = candidate(table, (start + step) % capacity);
    if (!store.get(`select 1 from ${table} where tenant_id = ? and address = ?`, tenantId, address))
      return address;
  }
  throw new Refusal(409, 'There is no free public address.');
}

/** The whole number that the real API sends beside an address. */
export function addressNumber(address: string): number {
  return address.split('.').reduce((total, part) => total * 256 + Number(part), 0);
}

/** The first free host of a range given by its first two or three parts; hosts 10–254 of each last part. */
export function freeHost(prefix: string, taken: Iterable<string | null>): string {
  const used = new Set(taken);
  const whole = prefix.split('.').length === 3;
  const parts = whole ? [prefix] : Array.from({ length: 256 }, (_, part) => `${prefix}.${part}`);
  for (const part of parts) {
    for (let host = 10; host < 255; host += 1)
      if (!used.has(`${part}.${host}`)) return `${part}.${host}`;
  }
  throw new Refusal(409, 'There is no free private address.');
}
