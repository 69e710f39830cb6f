// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { csvText } from './csv';
import { fileFormatOf, keepFileFormat } from './file-format';
import type { Value } from './sheet';

/** The text of lines, the first of which is the header. */
function textOf([head = [], ...rows]: Value[][], format: 'comma' | 'semicolon' = 'comma') {
  const columns = head.map((header) => ({ header: String(header), kind: 'text' as const }));
  return csvText({ columns, rows }, format);
}

/** A value as a line of its own. */
const line = (value: Value) => textOf([['head'], [value]]).replace('\uFEFFhead\r\n', '');

describe('csvText', () => {
  it('follows RFC 4180, with a byte order mark', () => {
    expect(
      textOf([
        ['a', 'b'],
        [1, null],
      ]),
    ).toBe('\uFEFFa,b\r\n1,\r\n');
    expect(textOf([['a,b', 'say "hi"', 'two\nlines', 'Rp 5']])).toBe(
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
  ])('takes the formula out of %j', (text) => expect(line(text)).toMatch(/^"?'/));
  it.each(['0012345678901234', '8810001234567890', '12e5'])('keeps all digits of %j', (text) =>
    expect(line(text)).toBe(`'${text}\r\n`),
  );
  it('has a form that a spreadsheet in Indonesian opens', () => {
    expect(
      textOf(
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
    expect(fileFormatOf('me', 'id')).toBe('semicolon');
    expect(fileFormatOf('me', 'en')).toBe('comma');
    expect(fileFormatOf(null, 'id')).toBe('semicolon');
    keepFileFormat('me', 'comma');
    expect(fileFormatOf('me', 'id')).toBe('comma');
    expect(fileFormatOf('you', 'id')).toBe('semicolon');
  });
  it('keeps numbers and harmless texts unchanged', () => {
    const values = [-25_000, 0.1, Number.NaN, 'web-1', '2026-11-21T00:00:00Z', '2026-06-01'];
    expect(values.map(line)).toEqual(
      ['-25000', '0.1', '', 'web-1', '2026-11-21T00:00:00Z', '2026-06-01'].map((v) => `${v}\r\n`),
    );
  });
});
