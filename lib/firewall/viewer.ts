/**
 * Reads the address by which a person reaches this console, and whether they would reach a machine by the same
 * address.
 */
import { IPv4, parse } from 'ipaddr.js';
import { readBlock } from './addresses';

/** The address of the person who looks at the page. */
export type Viewer =
  /** A public address: a machine on the internet sees the same one. */
  | { kind: 'public'; address: string }
  /** An address of a private network, or of this computer: a machine elsewhere sees a different one. */
  | { kind: 'private' | 'loopback'; address: string }
  /** A public address of another IP version than the machine's: the person's address at the machine isn't known. */
  | { kind: 'other_family'; address: string }
  | { kind: 'unknown' };

/** The address without the port, brackets, zone or IPv4 mapping that a proxy or socket adds. */
function plainAddress(text: string): string {
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1];
  return (bracketed ?? text)
    .trim()
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');
}

/**
 * Classifies the viewer's address.
 * @param seen the address that the server sees
 * @param machine the public address of the machine in question
 */
export function readViewer(
  seen: string | null | undefined,
  machine: string | null | undefined = null,
): Viewer {
  const block = readBlock(plainAddress(seen ?? ''));
  if (!block?.single) return { kind: 'unknown' };
  const address = block.text;
  const range = parse(address).range();
  if (range === 'loopback') return { kind: 'loopback', address };
  if (!publicRanges.has(range) && !documentation(address)) return { kind: 'private', address };
  const other = readBlock(machine ?? '');
  return other && other.family !== block.family
    ? { kind: 'other_family', address }
    : { kind: 'public', address };
}

/** Other ranges, such as 6to4 and Teredo, are left out: a firewall doesn't see these addresses in this form. */
const publicRanges = new Set(['unicast']);

/** Whether an address is of the networks for documentation (source: RFC 5737). They are reserved, but not private. */
function documentation(address: string): boolean {
  if (!IPv4.isValid(address)) return false;
  const own = IPv4.parse(address);
  return ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24'].some((block) =>
    own.match(IPv4.parseCIDR(block)),
  );
}
