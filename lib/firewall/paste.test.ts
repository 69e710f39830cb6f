import { describe, expect, it } from 'vitest';
import { readPasted } from './paste';
import { firewall } from './testing';

const [set = { entries: [] }] = firewall('D', [], { office: ['198.51.100.0/24'] }).sets ?? [];
const read = (text: string) =>
  readPasted(text, set).map(({ typed, cidr, description, state }) =>
    [typed, cidr, description, state].join('|'),
  );

describe('readPasted', () => {
  it('reads lines with descriptions, comments and lists', () => {
    expect(read('203.0.113.7 office router\n\n# comment\n203.0.113.8,203.0.113.9 # home')).toEqual([
      '203.0.113.7|203.0.113.7|office router|ready',
      '203.0.113.8|203.0.113.8||ready',
      '203.0.113.9|203.0.113.9|home|ready',
    ]);
  });
  it('says what is wrong with a line, or what it means', () => {
    expect(
      read(
        '10.0.0.5/24\n10.0.0.9/24\n198.51.100.7/24\nrumah\n0.0.0.0/0\n203.0.113.7/32\n2001:DB8::/32',
      ),
    ).toEqual([
      '10.0.0.5/24|10.0.0.0/24||changed',
      '10.0.0.9/24|10.0.0.0/24||twice',
      '198.51.100.7/24|198.51.100.0/24||known',
      'rumah|||invalid',
      '0.0.0.0/0|0.0.0.0/0||wide',
      '203.0.113.7/32|203.0.113.7||ready',
      '2001:DB8::/32|2001:db8::/32||ready',
    ]);
  });
  it('finds nothing in nothing', () => expect(read(' \n ,; \n')).toEqual([]));
});
