import { describe, expect, it } from 'vitest';
import { holdsAddress, isSent, readPasted } from './paste';
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
  it('gives each line a state: changed, duplicate, known, invalid or too wide', () => {
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
  it.each([
    ['spaces', '203.0.113.7 203.0.113.8   203.0.113.9'],
    ['tabs', '203.0.113.7\t203.0.113.8\t203.0.113.9'],
    ['commas', '203.0.113.7,203.0.113.8, 203.0.113.9,'],
    ['semicolons', '203.0.113.7; 203.0.113.8;203.0.113.9'],
    ['pipes', '203.0.113.7 | 203.0.113.8|203.0.113.9'],
    ['lines of any system', '203.0.113.7\r\n203.0.113.8\r203.0.113.9'],
    ['no-break spaces', '203.0.113.7\u00A0203.0.113.8\u2003203.0.113.9'],
    ['brackets and quotes', `["203.0.113.7", '203.0.113.8', <203.0.113.9>]`],
    ['a mix', '203.0.113.7 203.0.113.8 |\n\t203.0.113.9 ;'],
  ])('splits a list at %s', (_, text) => {
    expect(read(text)).toEqual([
      '203.0.113.7|203.0.113.7||ready',
      '203.0.113.8|203.0.113.8||ready',
      '203.0.113.9|203.0.113.9||ready',
    ]);
  });

  it('reads the other cells of a table as descriptions', () => {
    expect(read('203.0.113.7;office, floor 2\nhome 203.0.113.8\nlab | 203.0.113.9')).toEqual([
      '203.0.113.7|203.0.113.7|office floor 2|ready',
      '203.0.113.8|203.0.113.8|home|ready',
      '203.0.113.9|203.0.113.9|lab|ready',
    ]);
  });

  it('asks about a description that contains an address, and follows the answer', () => {
    const text = '203.0.113.7 office replaces 203.0.113.8 soon';
    expect(read(text)).toEqual(['203.0.113.7|203.0.113.7|office replaces 203.0.113.8 soon|asked']);
    expect(readPasted(text, set).some(isSent)).toBe(false);
    expect(readPasted(text, set, 'keep').map(({ state }) => state)).toEqual(['ready']);
    expect(
      readPasted(text, set, 'add').map(({ cidr, description, state }) => [
        cidr,
        description,
        state,
      ]),
    ).toEqual([
      ['203.0.113.7', 'office replaces', 'ready'],
      ['203.0.113.8', 'soon', 'ready'],
    ]);
    expect(read('203.0.113.7 router v1.5')).toEqual(['203.0.113.7|203.0.113.7|router v1.5|ready']);
    expect(holdsAddress('see 2001:db8::1.')).toBe(true);
    expect(holdsAddress('version 1.5 of 2026')).toBe(false);
  });

  it('gives equal addresses one form, and refuses ambiguous ones', () => {
    expect(
      read('2001:DB8:0::1 2001:db8::0:1 ::ffff:203.0.113.7 203.0.113.7/32 010.0.0.1 10.0.0.256'),
    ).toEqual([
      '2001:DB8:0::1|2001:db8::1||changed',
      '2001:db8::0:1|2001:db8::1||twice',
      '::ffff:203.0.113.7|203.0.113.7||changed',
      '203.0.113.7/32|203.0.113.7||twice',
      '010.0.0.1|||invalid',
      '10.0.0.256|||invalid',
    ]);
    expect(readPasted('010.0.0.1', set)[0]?.fault).toBe('cidr_leading_zero');
    expect(readPasted('203.0.113.7 a\u202Eb', set)[0]).toMatchObject({
      state: 'invalid',
      fault: 'text_character{"character":"U+202E"}',
    });
  });

  it('finds nothing in an empty text', () => expect(read(' \n ,; \n')).toEqual([]));
});
