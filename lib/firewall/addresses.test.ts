import { describe, expect, it } from 'vitest';
import {
  covers,
  everyIPv4,
  everyIPv6,
  everyone,
  intersect,
  isEveryone,
  isNobody,
  readBlock,
  subtract,
  union,
} from './addresses';

const spans = (...texts: string[]) =>
  texts.reduce<readonly (readonly [bigint, bigint])[]>((sum, text) => {
    const block = readBlock(text);
    if (!block) throw new Error(text);
    return union(sum, [block.span]);
  }, []);

describe('readBlock', () => {
  it.each([
    ['10.0.0.5', '10.0.0.5', 32],
    ['10.0.0.5/32', '10.0.0.5', 32],
    ['10.0.0.5/24', '10.0.0.0/24', 24],
    [' 203.0.113.0/25 ', '203.0.113.0/25', 25],
    ['0.0.0.0/0', '0.0.0.0/0', 0],
    ['2001:DB8::5/32', '2001:db8::/32', 32],
    ['2001:db8::1', '2001:db8::1', 128],
    ['::/0', '::/0', 0],
  ])('reads %s as %s', (text, normal, prefix) => {
    expect(readBlock(text)).toMatchObject({ text: normal, prefix });
  });
  it.each([
    '',
    '10.1',
    '10.0.0',
    '010.0.0.1',
    '256.0.0.1',
    '10.0.0.0/33',
    '10.0.0.0/-1',
    '0x7f.0.0.1',
    'fe80::1%eth0',
    ':::',
    '2001:db8::/129',
    'example.id',
    '10.0.0.0/24 x',
  ])('refuses %s', (text) => {
    expect(readBlock(text)).toBeNull();
  });
  it('gives the first and last address of a block', () => {
    const { span } = readBlock('10.0.0.5/24') ?? { span: [1n, 0n] as const };
    expect(span[1] - span[0] + 1n).toBe(256n);
  });
});

describe('sets of spans', () => {
  it('never mix IPv4 and IPv6', () => {
    expect(isEveryone(union(everyIPv4, everyIPv6))).toBe(true);
    expect(isNobody(intersect(everyIPv4, everyIPv6))).toBe(true);
    expect(intersect(everyone, spans('::1'))).toEqual(spans('::1'));
    expect(covers(everyIPv4, spans('255.255.255.255'))).toBe(true);
    expect(covers(everyIPv4, spans('::'))).toBe(false);
  });
  it('are joined when they touch, and split when their middle is removed', () => {
    expect(spans('10.0.0.0/25', '10.0.0.128/25')).toEqual(spans('10.0.0.0/24'));
    const holed = subtract(spans('10.0.0.0/30'), spans('10.0.0.1'));
    expect(holed).toEqual(spans('10.0.0.0', '10.0.0.2/31'));
    expect(covers(holed, spans('10.0.0.1'))).toBe(false);
    expect(subtract(spans('10.0.0.1'), spans('10.0.0.0/8'))).toEqual([]);
  });
});
