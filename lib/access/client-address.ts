import { isIP } from 'node:net';

/**
 * Who asks. Behind a trusted proxy the last entry of X-Forwarded-For is what that proxy saw; the ones
 * before it are the client's own claims.
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
 * What limits count an address by: an IPv4 address whole, an IPv6 one by its /64, which one subscriber
 * holds and can take any address of. A port or a zone that a proxy leaves on it is cut. `unknown` for what
 * is no address.
 */
export function limitName(address: string | undefined): string {
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(address ?? '')?.[1];
  const bare = (bracketed ?? address ?? '').replace(/%.*$/, '');
  const mapped = bare.replace(/^::ffff:(?=\d+\.)/i, '').replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');
  if (isIP(mapped) === 4) return mapped;
  return isIP(mapped) === 6 ? `${network(mapped)}::/64` : 'unknown';
}
