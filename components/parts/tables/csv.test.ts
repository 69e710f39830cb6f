// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Column } from './columns';
import { csvLines, csvText } from './csv';
import { csvFormatOf, keepCsvFormat } from './csv-format';

describe('csvText', () => {
  it('follows RFC 4180, with a byte order mark', () => {
    expect(
      csvText([
        ['a', 'b'],
        [1, null],
      ]),
    ).toBe('\uFEFFa,b\r\n1,\r\n');
    expect(csvText([['a,b', 'say "hi"', 'two\nlines', 'Rp 5']])).toBe(
      '\uFEFF"a,b","say ""hi""","two\nlines",Rp 5\r\n',
    );
  });
  it.each([
    '=1+1',
    '+62812',
    '-cmd',
    '@SUM(A1)',
    '\t=1',
    ' =1',
    '\r\n@x',
    '\tx',
    '＝1+1',
    '＋62',
    '－cmd',
    '＠SUM',
    '\u3000＝1',
    '\u00A0=1',
    '﹦1',
    '−1',
  ])('takes the formula out of %j', (text) => expect(csvText([[text]])).toMatch(/^\uFEFF"?'/));
  it('has a form that a spreadsheet in Indonesian opens', () => {
    expect(
      csvText(
        [
          ['nama', 'harga'],
          ['a;b, c', 1234.5],
          ['=1', -0.1],
        ],
        'semicolon',
      ),
    ).toBe('\uFEFFnama;harga\r\n"a;b, c";1234,5\r\n\'=1;-0,1\r\n');
  });
  it('depends on the language until the person chooses a format', () => {
    expect(csvFormatOf('me', 'id')).toBe('semicolon');
    expect(csvFormatOf('me', 'en')).toBe('comma');
    expect(csvFormatOf(null, 'id')).toBe('semicolon');
    keepCsvFormat('me', 'comma');
    expect(csvFormatOf('me', 'id')).toBe('comma');
    expect(csvFormatOf('you', 'id')).toBe('semicolon');
  });
  it('keeps numbers and harmless texts unchanged', () => {
    expect(csvText([[-5, 0.1, Number.NaN, 'web-1', '2026-11-21T00:00:00Z']])).toBe(
      '\uFEFF-5,0.1,,web-1,2026-11-21T00:00:00Z\r\n',
    );
  });
});

describe('csvLines', () => {
  it('takes the value for files, else the value to sort by, and leaves out columns without either', () => {
    const cell = () => 'Rp1.000';
    const columns: Column<{ name: string; cost: number | null }>[] = [
      { id: 'name', header: 'Name', cell, csv: ({ name }) => name, sort: () => 'x' },
      { id: 'cost', header: 'Cost', cell, sort: ({ cost }) => cost },
      { id: 'look', header: 'Look', cell },
    ];
    expect(csvLines(columns, [{ name: 'a', cost: null }])).toEqual([
      ['Name', 'Cost'],
      ['a', null],
    ]);
  });
});
