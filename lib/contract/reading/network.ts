/** Reads addresses and CIDR blocks: equal ones get one form, and ambiguous ones are refused. */
import { refuse, type Reading } from './fault';

/** A parsed address or block. */
export interface Network {
  family: 4 | 6;
  /** The network's first address as a number: the bits behind the prefix are 0. */
  first: bigint;
  prefix: number;
  /** The form that is sent: no prefix for a single address, IPv6 in lower case and compressed. */
  text: string;
  /** Whether the typed address was not the first one of its block: `10.0.0.5/24`. */
  hostBits: boolean;
}

/** A range of addresses, both ends included. */
export interface AddressRange {
  family: 4 | 6;
  first: bigint;
  last: bigint;
  /** A CIDR block, or `first-last` for a range that is none. */
  text: string;
  /** The prefix length; null for a range that was typed by its ends. */
  prefix: number | null;
  /** As in `Network`. */
  hostBits: boolean;
}

const bitsOf = { 4: 32, 6: 128 } as const;
/** The first address of ::ffff:0:0/96, which contains all IPv4 addresses (RFC 4291). */
const mapped = 0xffffn << 32n;

const joinBits = (parts: readonly number[], bits: bigint): bigint =>
  parts.reduce((sum, part) => (sum << bits) + BigInt(part), 0n);

/** The number of an IPv4 address, or the code of the broken rule. */
function readIPv4(text: string): bigint | string {
  const parts = text.split('.');
  if (parts.length !== 4 || parts.some((part) => !/^\d+$/.test(part))) return 'cidr_invalid';
  if (parts.some((part) => /^0\d/.test(part))) return 'cidr_leading_zero';
  const numbers = parts.map(Number);
  return numbers.some((part) => part > 255) ? 'cidr_part' : joinBits(numbers, 8n);
}

/** The normal form of an IPv6 address (source: RFC 5952), made by the platform's URL parser; null for anything else. */
function compressed(text: string): string | null {
  try {
    return new URL(`http://[${text}]`).hostname.slice(1, -1);
  } catch {
    return null;
  }
}

/** The number of an IPv6 address, or the code of the broken rule. */
function readIPv6(text: string): bigint | string {
  if (text.includes('%')) return 'cidr_zone';
  if (/[:.]0\d+\.|\.0\d+$/.test(text)) return 'cidr_leading_zero';
  const short = /^[\da-f:.]+$/i.test(text) ? compressed(text) : null;
  if (short === null) return 'cidr_invalid';
  const [head = '', tail] = short.split('::');
  const words = (part: string) =>
    part === '' ? [] : part.split(':').map((word) => Number.parseInt(word, 16));
  const [start, end] = [words(head), words(tail ?? '')];
  const gap = Array.from({ length: 8 - start.length - end.length }, () => 0);
  return joinBits([...start, ...gap, ...end], 16n);
}

/** The text of the address with this number. */
export function addressText(family: 4 | 6, value: bigint): string {
  const word = (bits: bigint, at: number) => (value >> (bits * BigInt(at))) & ((1n << bits) - 1n);
  if (family === 4) return [3, 2, 1, 0].map((at) => word(8n, at)).join('.');
  const words = [7, 6, 5, 4, 3, 2, 1, 0].map((at) => word(16n, at).toString(16));
  return compressed(words.join(':')) ?? words.join(':');
}

function build(family: 4 | 6, own: bigint, prefix: number): Network {
  const bits = bitsOf[family];
  const free = BigInt(bits - prefix);
  const first = (own >> free) << free;
  const address = addressText(family, first);
  const text = prefix === bits ? address : `${address}/${prefix}`;
  return { family, first, prefix, text, hostBits: own !== first };
}

/**
 * Reads an address or CIDR block. An IPv4 address inside IPv6 (`::ffff:10.0.0.5`) becomes that IPv4 address.
 * Codes: required, cidr_invalid, cidr_leading_zero, cidr_part, cidr_zone, cidr_prefix.
 */
export function readNetwork(text: string): Reading<Network> {
  const typed = text.trim();
  if (typed === '') return refuse('required');
  const [address = '', mask, ...more] = typed.split('/');
  const family = address.includes(':') ? 6 : 4;
  const own = family === 6 ? readIPv6(address) : readIPv4(address);
  if (typeof own === 'string') return refuse(own);
  const bits = bitsOf[family];
  if (more.length > 0 || (mask !== undefined && !/^\d+$/.test(mask)))
    return refuse('cidr_prefix', { bits });
  if (mask !== undefined && /^0\d/.test(mask)) return refuse('cidr_leading_zero');
  const prefix = mask === undefined ? bits : Number(mask);
  if (prefix > bits) return refuse('cidr_prefix', { bits });
  if (family === 6 && own >> 32n === 0xffffn && prefix >= 96)
    return { value: build(4, own - mapped, prefix - 96) };
  return { value: build(family, own, prefix) };
}

/** Reads an address or block in the form that is sent; codes of `readNetwork`. */
export function readCidr(text: string): Reading {
  const { value, fault } = readNetwork(text);
  return value ? { value: value.text } : { fault };
}

/** The addresses of a block. */
export function rangeOf({ family, first, prefix, text, hostBits }: Network): AddressRange {
  const last = first + (1n << BigInt(bitsOf[family] - prefix)) - 1n;
  return { family, first, last, prefix, text, hostBits };
}

/**
 * Reads an address, a CIDR block, or the ends of a range: `10.0.0.10-10.0.1.20`. Codes: those of `readNetwork`, and
 * range_ends, range_families, range_order.
 */
export function readRange(text: string): Reading<AddressRange> {
  const [from = '', to, ...more] = text.split(/[-–]/);
  if (to === undefined) {
    const { value, fault } = readNetwork(from);
    return value ? { value: rangeOf(value) } : { fault };
  }
  if (more.length > 0 || from.includes('/') || to.includes('/')) return refuse('range_ends');
  const [start, end] = [readNetwork(from), readNetwork(to)];
  if (!start.value || !end.value) return refuse('range_ends');
  if (start.value.family !== end.value.family) return refuse('range_families');
  const { family, first } = start.value;
  const last = end.value.first;
  if (last < first) return refuse('range_order');
  const ends = `${start.value.text}-${end.value.text}`;
  return { value: { family, first, last, prefix: null, text: ends, hostBits: false } };
}

const anywhere = new Set(['', '*', 'any', 'all']);

/** Whether a rule's source stands for every address: a backend leaves it out or has a word for it. */
export const isAnywhere = (source: string | null | undefined): boolean =>
  anywhere.has((source ?? '').trim().toLowerCase());
