/** The address by which a person reaches this console, and whether it says anything of how they reach a machine. */
import { IPv4, parse } from 'ipaddr.js';
import { readBlock } from './addresses';

export type Viewer =
  /** As a machine on the internet would see them. */
  | { kind: 'public'; address: string }
  /** Of a private network, or this machine itself: a machine elsewhere sees another one. */
  | { kind: 'private' | 'loopback'; address: string }
  /** Public, but of the other family than the machine's: by that one the person is unknown. */
  | { kind: 'other_family'; address: string }
  | { kind: 'unknown' };

/** An address without the port, brackets, zone or mapping that a proxy or socket leaves on it. */
function bare(text: string): string {
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1];
  return (bracketed ?? text)
    .trim()
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');
}

/**
 * Who looks, from the address that the server sees.
 * @param machine the public address of the machine in question
 */
export function readViewer(
  seen: string | null | undefined,
  machine: string | null | undefined = null,
): Viewer {
  const block = readBlock(bare(seen ?? ''));
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

/** 6to4, Teredo and the like are no address that a firewall meets as it stands here. */
const publicRanges = new Set(['unicast']);

/** Networks for documentation and tests (RFC 5737) are reserved, but nobody's private ones. */
function documentation(address: string): boolean {
  if (!IPv4.isValid(address)) return false;
  const own = IPv4.parse(address);
  return ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24'].some((block) =>
    own.match(IPv4.parseCIDR(block)),
  );
}
