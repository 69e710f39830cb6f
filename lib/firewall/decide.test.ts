import { describe, expect, it } from 'vitest';
import { decide, shadowedBy } from './decide';
import { spansOf, rulesUsing } from './model';
import { firewall } from './testing';

const ask = (
  wall: ReturnType<typeof firewall>,
  from: string,
  port = 22,
  protocol: 'tcp' | 'udp' = 'tcp',
) => {
  const found = decide(wall, { from, port, protocol });
  return found && `${found.verdict ?? 'unknown'} by ${found.by?.number ?? 'policy'}`;
};

describe('decide', () => {
  const wall = firewall(
    'D',
    [
      'off D tcp 22 any',
      'D tcp 22 198.51.100.66',
      'A tcp 22 set:1',
      'A tcp 22 2001:db8::/32',
      'A udp 8000:9000 any',
    ],
    { office: ['198.51.100.0/24'] },
  );
  it.each([
    ['198.51.100.66', 22, 'tcp', 'drop by 2'],
    ['198.51.100.7', 22, 'tcp', 'accept by 3'],
    ['2001:db8::7', 22, 'tcp', 'accept by 4'],
    ['203.0.113.7', 22, 'tcp', 'drop by policy'],
    ['198.51.100.7', 23, 'tcp', 'drop by policy'],
    ['203.0.113.7', 8500, 'udp', 'accept by 5'],
    ['203.0.113.7', 8500, 'tcp', 'drop by policy'],
    ['203.0.113.7', 9001, 'udp', 'drop by policy'],
  ] as const)('%s to %i/%s: %s', (from, port, protocol, says) =>
    expect(ask(wall, from, port, protocol)).toBe(says),
  );
  it('gives null for an unknown policy and an invalid address', () => {
    expect(ask(firewall(null, []), '203.0.113.7')).toBe('unknown by policy');
    expect(ask(firewall('D', []), 'nowhere')).toBeNull();
  });
  it('ignores unreadable rules and unknown sets', () => {
    const odd = firewall('A', [
      'REJECT tcp 22 any',
      'D icmp 22 any',
      'D tcp 22 set:9',
      'D tcp 80 any',
    ]);
    expect(odd.unread.map(({ number }) => number)).toEqual([1, 2]);
    expect(odd.rules.map(({ number }) => number)).toEqual([3, 4]);
    expect(ask(odd, '203.0.113.7')).toBe('accept by policy');
    expect(ask(odd, '203.0.113.7', 80)).toBe('drop by 4');
    expect(rulesUsing(odd, { id: '9' })).toEqual([3]);
  });
  it('matches nobody with an empty set', () => {
    const empty = firewall('D', ['A tcp 22 set:1'], { none: [] });
    expect(ask(empty, '203.0.113.7')).toBe('drop by policy');
    expect(empty.rules.map(({ source }) => spansOf(empty, source))).toEqual([[]]);
  });
});

describe('shadowedBy', () => {
  const shadows = (lines: string[], sets = {}) => {
    const wall = firewall('D', lines, sets);
    return wall.rules.map((rule) => shadowedBy(wall, rule)?.map(({ number }) => number) ?? null);
  };
  it('names the earlier rules that decide everything', () => {
    expect(shadows(['A tcp 1:1024 any', 'D tcp 22 198.51.100.7'])).toEqual([null, [1]]);
    expect(shadows(['A tcp 1:50 any', 'D tcp 51:100 any', 'A tcp 40:60 any'])).toEqual([
      null,
      null,
      [1, 2],
    ]);
    expect(
      shadows(['D tcp 22 198.51.100.0/25', 'D tcp 22 198.51.100.128/25', 'A tcp 22 set:1'], {
        x: ['198.51.100.0/24'],
      }),
    ).toEqual([null, null, [1, 2]]);
  });
  it('gives null if something is left to decide', () => {
    expect(shadows(['A tcp 22 198.51.100.0/25', 'A tcp 22 198.51.100.0/24'])).toEqual([null, null]);
    expect(shadows(['A tcp 22 any', 'A udp 22 any', 'A tcp 22:23 any'])).toEqual([
      null,
      null,
      null,
    ]);
    expect(shadows(['off A tcp 22 any', 'A tcp 22 any', 'off A tcp 22 any'])).toEqual([
      null,
      null,
      null,
    ]);
    expect(shadows(['A tcp 22 0.0.0.0/0', 'A tcp 22 any'])).toEqual([null, null]);
  });
});
