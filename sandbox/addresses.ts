/**
 * Chooses IPv4 addresses: private ones, and public ones from ranges that nobody owns: those for documentation (RFC
 * 5737), and for very large tenants those for benchmarks, 198.18.0.0/15 (RFC 2544). Each address is used once per
 * tenant.
 */
import type { Store } from './db';
import { Refusal } from './refusal';

const ranges = {
  reserved_ips: { first: '203.0.113', more: '198.18' },
  public_ips: { first: '198.51.100', more: '198.19' },
} as const;

/** The address with a number: hosts 10–249 of the first range, then 1–250 of each third part of the other. */
function candidate(table: keyof typeof ranges, index: number): string {
  const { first, more } = ranges[table];
  if (index < 240) return `${first}.${10 + index}`;
  const beyond = index - 240;
  return `${more}.${Math.floor(beyond / 250)}.${1 + (beyond % 250)}`;
}
/** The number of addresses that {@link candidate} can give. */
const capacity = 240 + 250 * 256;

/**
 * Finds a free address. The search starts at the number of used ones and continues from the beginning.
 * @throws Refusal 409 if the tenant uses the whole range
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

/** The integer form of an address, which the real API sends as well. */
export function addressNumber(address: string): number {
  return address.split('.').reduce((total, part) => total * 256 + Number(part), 0);
}

/** The address with that integer form. */
export const addressOfNumber = (number: number): string =>
  [24, 16, 8, 0].map((bits) => Math.floor(number / 2 ** bits) % 256).join('.');

/**
 * Finds the first free host, 10–254, in a range given by its first two or three parts. @throws Refusal 409 if none is
 * free
 */
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
