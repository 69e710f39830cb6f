import { isIP } from 'node:net';

/**
 * The client's address. Behind a trusted proxy, the last entry of X-Forwarded-For is what that proxy saw; the client
 * can invent the entries before it.
 */
export function clientAddress(
  forwarded: string | null | undefined,
  peer: string | undefined,
): string | undefined {
  const last = forwarded?.split(',').at(-1)?.trim();
  return last !== undefined && /^[0-9a-f.:]{2,45}$/i.test(last) ? last : peer;
}

/** The first four groups of an IPv6 address. */
function network(address: string): string {
  const [head = '', tail] = address.split('::');
  const groups = (text: string) => text.split(':').filter((group) => group !== '');
  const [before, after] = [groups(head), groups(tail ?? '')];
  const gap = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const all = [...before, ...Array<string>(gap).fill('0'), ...after];
  return all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/**
 * The name by which limits count an address: a whole IPv4 address, or the /64 of an IPv6 address, since one subscriber
 * can use all of it. Ports and zones are cut off. `unknown` if it is no address.
 */
export function limitName(address: string | undefined): string {
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(address ?? '')?.[1];
  const bare = (bracketed ?? address ?? '').replace(/%.*$/, '');
  const mapped = bare.replace(/^::ffff:(?=\d+\.)/i, '').replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');
  if (isIP(mapped) === 4) return mapped;
  return isIP(mapped) === 6 ? `${network(mapped)}::/64` : 'unknown';
}
