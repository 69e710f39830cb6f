import { describe, expect, it } from 'vitest';
import { memberIdsOf, readMemberIds } from './member-ids';

const a = '3f2b8c1e-9d4a-4c55-8f10-2b6a7c9d0e11';
const b = '7a11d0c4-12ef-4b0a-9c3d-55aa66bb77cc';

describe('readMemberIds', () => {
  it.each([
    ['on lines of their own', `${a}\n${b}`],
    ['with Windows line ends and empty lines', `\r\n${a}\r\n\r\n  ${b}  \r\n`],
    ['between commas', `${a}, ${b}`],
    ['between semicolons without spaces', `${a};${b}`],
    ['between spaces and tabs', `${a} \t${b}`],
    ['in capitals', `${a.toUpperCase()}\n${b}`],
    ['in quotes and brackets', `"${a}"\n‘${b}’`],
    ['in a list of JSON', `["${a}", "${b}"]`],
    ['twice', `${a}\n${b}\n${a.toUpperCase()}`],
    ['with the hyphens of a word processor', `${a.replaceAll('-', '\u2011')}\n${b}`],
    ['with invisible characters', `\uFEFF${a}\u200B\n${b}`],
    [
      'in sentences',
      `My member ID for Toko, Budi & Co. is ${a}. Please add me.\nID anggota saya: ${b}!`,
    ],
  ])('reads IDs %s', (_, text) => {
    expect(memberIdsOf(text)).toEqual([a, b]);
    expect(readMemberIds(text).some(({ fault }) => fault)).toBe(false);
  });

  it('keeps the line of each ID', () =>
    expect(readMemberIds(`Budi: ${a}`)).toEqual([{ line: `Budi: ${a}`, id: a }]));

  it('reports a line without an ID', () => {
    const fault = 'member_id_missing';
    expect(readMemberIds(`budi@example.id\n${a}\nSiti`)).toEqual([
      { line: 'budi@example.id', fault },
      { line: a, id: a },
      { line: 'Siti', fault },
    ]);
    expect(readMemberIds('00000000-0000-0000-0000-000000000000')).toMatchObject([{ fault }]);
  });

  it('reports an ID that was cut off, also beside a whole one', () => {
    const cut = { line: '3f2b8c1e-9d4a-4c55', fault: 'member_id_incomplete' };
    expect(readMemberIds('3f2b8c1e-9d4a-4c55')).toEqual([cut]);
    expect(readMemberIds(`${b}, 3f2b8c1e-9d4a-4c55`)).toEqual([
      { line: `${b}, 3f2b8c1e-9d4a-4c55`, id: b },
      cut,
    ]);
    expect(readMemberIds(`${a}0`)).toMatchObject([{ fault: 'member_id_incomplete' }]);
  });

  it('reads nothing in nothing', () => expect(readMemberIds(' \n\t\u200B')).toEqual([]));

  it('reads a long text at once', () =>
    expect(memberIdsOf(`${'f-'.repeat(50_000)}\n${a}`)).toEqual([a]));
});
