import { strFromU8, unzipSync } from 'fflate';
import readSheets from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { sheetNames, workbookBlob, type Sheet } from './workbook';

const bytesOf = async (sheets: readonly Sheet[]) =>
  Buffer.from(await (await workbookBlob(sheets)).arrayBuffer());

/** The rows of the first sheet, as a library reads them. */
async function rowsOf(sheet: Sheet) {
  const [read] = await readSheets(await bytesOf([sheet]));
  return read?.data ?? [];
}

const texts = (values: readonly string[]): Sheet => ({
  name: 'Texts',
  columns: [{ header: 'Text', kind: 'text' }],
  rows: values.map((value) => [value]),
});

const invoices: Sheet = {
  name: 'Invoices',
  columns: [
    { header: 'Number', kind: 'text' },
    { header: 'Virtual account', kind: 'text' },
    { header: 'Total', kind: 'money' },
    { header: 'Share', kind: 'number' },
    { header: 'Due', kind: 'day' },
    { header: 'Paid', kind: 'instant' },
  ],
  rows: [
    ['INV/1', '0012345678901234', 1_513, 0.5, '2026-06-01', '2026-05-31T17:30:00Z'],
    ['INV/2', '8810', -25_000, null, '2026-02-30', 'soon'],
    ['INV/3', null, 9_007_199_254, Number.NaN, null, null],
  ],
};

describe('workbookBlob', () => {
  it('keeps the type of each value', async () => {
    const [head, first, second, third] = await rowsOf(invoices);
    expect(head).toEqual(['Number', 'Virtual account', 'Total', 'Share', 'Due', 'Paid (WIB)']);
    const [paid, ...others] = [...(first ?? [])].reverse();
    expect(others.reverse()).toEqual([
      'INV/1',
      '0012345678901234',
      1_513,
      0.5,
      new Date('2026-06-01T00:00:00Z'),
    ]);
    // A fraction of a day isn't exact to the millisecond.
    expect(Math.round(Number(paid) / 1000)).toBe(Date.parse('2026-06-01T00:30:00Z') / 1000);
    // What isn't a day stays the text that it was.
    expect(second).toEqual(['INV/2', '8810', -25_000, null, '2026-02-30', 'soon']);
    expect(third).toEqual(['INV/3', null, 9_007_199_254, null, null, null]);
  });

  it('adds up to the same total', async () => {
    const rows = await rowsOf(invoices);
    const sum = rows.slice(1).reduce((total, row) => total + Number(row[2]), 0);
    expect(sum).toBe(1_513 - 25_000 + 9_007_199_254);
  });

  it.each(['UTC', 'America/New_York', 'Asia/Jakarta', 'Pacific/Kiritimati'])(
    'writes a day as that day at 00:00 on a machine in %s',
    async (zone) => {
      const before = process.env.TZ;
      process.env.TZ = zone;
      try {
        expect(new Date(0).getTimezoneOffset() === 0).toBe(zone === 'UTC');
        const files = unzipSync(await bytesOf([invoices]));
        const xml = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
        // 46174 days since Excel's first; half past midnight is 30 / 1440 of a day later.
        expect(xml).toMatch(/<v>46174<\/v>.*<v>46174\.0208333/);
      } finally {
        if (before === undefined) delete process.env.TZ;
        else process.env.TZ = before;
      }
    },
  );

  it.each([
    `=cmd|' /C calc'!A0`,
    '+1',
    '-x',
    '@x',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM',
    '\t=1',
    ' lead & <trail> ',
    '0012345678901234',
    '01.234.567.8-901.000',
    '2026-06-01',
    '1e5',
    'TRUE',
  ])('keeps the text %j a text', async (text) => {
    const files = unzipSync(await bytesOf([texts([text])]));
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).not.toContain('<f>');
    // A text is a reference to the table of texts.
    expect(sheet).toMatch(/<c [^>]*r="A2"[^>]* t="s"/);
    const read = await readSheets(await bytesOf([texts([text])]), { trim: false });
    expect(read[0]?.data[1]).toEqual([text]);
  });

  it('keeps an amount in a foreign currency out of the sums', async () => {
    const sheet: Sheet = {
      name: 'Foreign',
      columns: [{ header: 'Total', kind: 'money' }],
      rows: [['USD 12.5']],
    };
    expect((await rowsOf(sheet))[1]).toEqual(['USD 12.5']);
  });

  it('freezes the header, sets the widths, and cuts a text that Excel refuses', async () => {
    const sheet = texts(['x'.repeat(40_000)]);
    const xml = strFromU8(
      unzipSync(await bytesOf([sheet]))['xl/worksheets/sheet1.xml'] ?? new Uint8Array(),
    );
    expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(xml).toMatch(/<col [^>]*width="60"/);
    expect(String((await rowsOf(sheet))[1]?.[0])).toHaveLength(32_767);
  });

  it('writes several sheets, also without rows', async () => {
    const sheets = await readSheets(
      await bytesOf([
        { ...invoices, rows: [] },
        { ...texts(['a']), name: 'Invoices' },
      ]),
    );
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Invoices', 'Invoices (2)']);
    expect(sheets[0]?.data).toHaveLength(1);
    expect(sheets[1]?.data).toEqual([['Text'], ['a']]);
  });
});

describe('sheetNames', () => {
  it('replaces what Excel refuses, and cuts to 31 characters', () => {
    expect(sheetNames(['PT [A]: a/b\\c*?', `'quoted'`, '', 'x'.repeat(40)])).toEqual([
      'PT -A- a-b-c-',
      'quoted',
      'Sheet 3',
      'x'.repeat(31),
    ]);
  });
  it('gives no name twice', () => {
    const long = 'y'.repeat(31);
    expect(sheetNames(['a', 'A', long, long])).toEqual([
      'a',
      'A (2)',
      long,
      `${'y'.repeat(27)} (2)`,
    ]);
  });
});
