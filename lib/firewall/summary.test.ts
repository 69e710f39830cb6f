import { describe, expect, it } from 'vitest';
import { summaryOf, type AllowedFrom, type SourceName } from './summary';
import { firewall } from './testing';

const who = (each: SourceName) =>
  each.kind === 'anyone'
    ? 'anyone'
    : each.kind === 'set'
      ? `${each.name}(${each.entries})`
      : each.text;
const list = (all: readonly SourceName[]) => all.map(who).join(' ');
const from = (value: AllowedFrom) => {
  if (value.kind === 'only')
    return `only ${list(value.sources)}${value.except.length ? ` not ${list(value.except)}` : ''}`;
  if (value.kind === 'everyone_but')
    return `all but ${list(value.except)}${value.still.length ? ` save ${list(value.still)}` : ''}`;
  return value.kind;
};

/** The summary as short lines, like `tcp 22: only 198.51.100.7`. */
const read = (...args: Parameters<typeof firewall>) => {
  const { lines, rest } = summaryOf(firewall(...args));
  const texts = lines.map(
    ({ what, from: who }) =>
      `${what.map(({ protocol, ports }) => `${protocol} ${[...new Set(ports)].join('-')}`).join(', ')}: ${from(who)}`,
  );
  return [...texts, `rest ${rest}`];
};

describe('summaryOf', () => {
  it('gives only the default policy if there are no rules', () => {
    expect(read('A', [])).toEqual(['rest accept']);
    expect(read('D', [])).toEqual(['rest drop']);
    expect(read(null, [])).toEqual(['rest null']);
    expect(read('D', ['off A tcp 22 any'])).toEqual(['rest drop']);
  });
  it('groups sources and ports', () => {
    expect(
      read('D', ['A tcp 22 198.51.100.7', 'A tcp 80 any', 'A tcp 22 203.0.113.9', 'A tcp 443 any']),
    ).toEqual(['tcp 22: only 198.51.100.7 203.0.113.9', 'tcp 80, tcp 443: everyone', 'rest drop']);
    expect(read('D', ['A tcp 22 set:1'], { office: ['198.51.100.0/24', '203.0.113.9'] })).toEqual([
      'tcp 22: only office(2)',
      'rest drop',
    ]);
    expect(read('D', ['A udp 53 any', 'A tcp 53 any'])).toEqual(['both 53: everyone', 'rest drop']);
  });
  it('describes the effect of the rules, not their text', () => {
    expect(read('A', ['A tcp 22 198.51.100.7', 'D tcp 22 any'])).toEqual([
      'tcp 22: only 198.51.100.7',
      'rest accept',
    ]);
    expect(read('A', ['D tcp 22 any'])).toEqual(['tcp 22: nobody', 'rest accept']);
    expect(read('A', ['A tcp 80 any'])).toEqual(['rest accept']);
    expect(read('D', ['A tcp 22 any', 'D tcp 22 any'])).toEqual(['tcp 22: everyone', 'rest drop']);
    expect(read('D', ['D tcp 22 any', 'A tcp 22 any'])).toEqual(['rest drop']);
    expect(read('D', ['A tcp 22 set:1'], { none: [] })).toEqual(['rest drop']);
    expect(read('D', ['A tcp 1:65535 any', 'A udp 1:65535 any'])).toEqual([
      'both 1-65535: everyone',
      'rest drop',
    ]);
    expect(read('D', ['A tcp 22 0.0.0.0/0', 'A tcp 22 ::/0'])).toEqual([
      'tcp 22: everyone',
      'rest drop',
    ]);
  });
  it('names exceptions', () => {
    expect(read('D', ['D tcp 80 198.51.100.7', 'A tcp 80 any'])).toEqual([
      'tcp 80: all but 198.51.100.7',
      'rest drop',
    ]);
    expect(read('A', ['D tcp 80 198.51.100.7'])).toEqual([
      'tcp 80: all but 198.51.100.7',
      'rest accept',
    ]);
    expect(read('A', ['A tcp 80 198.51.100.7', 'D tcp 80 198.51.100.0/24'])).toEqual([
      'tcp 80: all but 198.51.100.0/24 save 198.51.100.7',
      'rest accept',
    ]);
    expect(
      read('D', ['D tcp 80 198.51.100.7', 'A tcp 80 198.51.100.0/24', 'D tcp 80 any']),
    ).toEqual(['tcp 80: only 198.51.100.0/24 not 198.51.100.7', 'rest drop']);
  });
  it('splits ranges that contain other rules', () => {
    expect(read('D', ['D tcp 22 any', 'A tcp 20:30 any'])).toEqual([
      'tcp 20-21, tcp 23-30: everyone',
      'rest drop',
    ]);
  });
});
