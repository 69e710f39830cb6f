/**
 * Addresses and CIDR blocks as spans of numbers, so that the addresses that a rule set accepts can be computed
 * exactly. All addresses have one numbering: IPv4 from 0 to 2³²−1, then IPv6. A source is a list of spans.
 */
import { readNetwork } from '@/lib/contract/reading/network';

/** The first and last number, both included. */
export type Span = readonly [bigint, bigint];
/** Spans in ascending order that neither touch nor overlap. */
export type Spans = readonly Span[];

/** A parsed address or CIDR block. */
export interface Block {
  family: 4 | 6;
  /** Its normal form: the network's first address with the prefix; a single address has no prefix. */
  text: string;
  prefix: number;
  /** Whether it contains exactly one address. */
  single: boolean;
  span: Span;
}

const v4Count = 2n ** 32n;
const v6Count = 2n ** 128n;

/** No addresses. */
export const nobody: Spans = [];
export const everyIPv4: Spans = [[0n, v4Count - 1n]];
export const everyIPv6: Spans = [[v4Count, v4Count + v6Count - 1n]];
export const everyone: Spans = [[0n, v4Count + v6Count - 1n]];

/** Parses an address or CIDR block; the bits behind the prefix are cleared. Null for anything else. */
export function readBlock(value: string): Block | null {
  const { value: found } = readNetwork(value);
  if (!found) return null;
  const { family, prefix, text } = found;
  const bits = family === 4 ? 32 : 128;
  const first = found.first + (family === 4 ? 0n : v4Count);
  const last = first + 2n ** BigInt(bits - prefix) - 1n;
  return { family, text, prefix, single: prefix === bits, span: [first, last] };
}

/** The addresses that are in `a` or `b`. */
export function union(a: Spans, b: Spans): Spans {
  const all = [...a, ...b].sort((x, y) => (x[0] < y[0] ? -1 : x[0] > y[0] ? 1 : 0));
  const joined: [bigint, bigint][] = [];
  for (const [from, to] of all) {
    const last = joined.at(-1);
    if (last && from <= last[1] + 1n) last[1] = to > last[1] ? to : last[1];
    else joined.push([from, to]);
  }
  return joined;
}

/** The addresses that are in `a` and in `b`. */
export function intersect(a: Spans, b: Spans): Spans {
  const both: Span[] = [];
  for (const [from, to] of a) {
    for (const [start, end] of b) {
      const [low, high] = [from > start ? from : start, to < end ? to : end];
      if (low <= high) both.push([low, high]);
    }
  }
  return union(both, []);
}

/** The addresses that are in `a` but not in `b`. */
export function subtract(a: Spans, b: Spans): Spans {
  let left: Span[] = [...a];
  for (const [start, end] of b) {
    left = left.flatMap(([from, to]): Span[] => {
      if (end < from || start > to) return [[from, to]];
      const parts: Span[] = [];
      if (from < start) parts.push([from, start - 1n]);
      if (to > end) parts.push([end + 1n, to]);
      return parts;
    });
  }
  return left;
}

/** Whether there are no addresses. */
export const isNobody = (spans: Spans): boolean => spans.length === 0;
/** Whether all IPv4 and IPv6 addresses are included. */
export const isEveryone = (spans: Spans): boolean => isNobody(subtract(everyone, spans));
/** Whether `a` includes all addresses of `b`. */
export const covers = (a: Spans, b: Spans): boolean => isNobody(subtract(b, a));
