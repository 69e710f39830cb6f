// @vitest-environment happy-dom
import { unzipSync, strFromU8 } from 'fflate';
import readExcel from 'read-excel-file/node';
import { createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import { workbookBlob } from '@/components/parts/files/workbook';
import type { AccountInvoice } from '@/lib/money/account-invoice';
import { problem } from '@/lib/problem';
import billing from '@/messages/en/billing.json' with { type: 'json' };
import words from '@/messages/en/month-end.json' with { type: 'json' };
import { keptStart, keptSteps } from './kept-steps';
import { monthDocuments, safeName, uniqueNames } from './month-documents';
import { monthSheets, type SheetWords } from './month-sheets';
import { makeMonthZip } from './month-zip';
import type { PlaceMonth } from './read-month';

const invoice = (number: string, more: Partial<AccountInvoice> = {}): AccountInvoice => ({
  ...{ id: `o/1/${number}`, place: 'o/1', name: 'Kopi / Nusantara', document: number, number },
  ...{ state: 'paid', month: '2026-06', start: null, end: null, currency: null, left: 0 },
  ...{
    due: '2026-07-09T17:00:00.000Z',
    made: '2026-06-30T17:30:00.000Z',
    total: 15_263,
    tax: 1513,
  },
  ...more,
});

const months: PlaceMonth[] = [
  {
    place: { key: 'o/1', name: 'Kopi / Nusantara' },
    invoices: [
      invoice('INV/2026/1'),
      invoice('inv-2026-1', { state: 'open', left: 15_263 }),
      invoice('0012345678901234', { currency: 'USD' }),
    ],
    more: false,
    account: null,
  },
  {
    place: { key: 'vps/toko', name: "=cmd|' /C calc'!A0" },
    invoices: [],
    more: false,
    account: {
      statement: {
        ...{ opening: 100_000, in: 500_000, out: 70_000.5, closing: 529_999.5, difference: 0 },
        unclear: 0,
        movements: [
          {
            ...{ id: '1', at: '2026-05-31T17:30:00.000Z', description: '=1+1' },
            ...{ amount: 500_000, after: 600_000 },
          },
        ],
      },
      deposits: [
        {
          ...{ id: 'd/1', number: 'DEP-1', made: '2026-05-31T17:30:00.000Z', method: 'BCA VA' },
          ...{ amount: 500_000, tax: 55_000, fee: 4500 },
        },
      ],
      usage: 70_000.5,
      postpaid: false,
    },
  },
];

describe('names of files', () => {
  it('lead nowhere, and are good on every system', () => {
    expect(safeName('../../etc/passwd')).toBe('etc-passwd');
    expect(safeName('a\\b:c*d?e"f<g>h|i\u0000j')).toBe('a-b-c-d-e-f-g-h-i-j');
    expect(safeName('CON')).toBe('_CON');
    expect(safeName('nul.pdf')).toBe('_nul.pdf');
    for (const nothing of ['', '..', ' . ', '///']) expect(safeName(nothing)).toBe('_');
    expect(safeName('Kopi Nusantara é')).toBe('Kopi Nusantara é');
    expect(safeName('x'.repeat(300))).toHaveLength(80);
  });
  it('are unique, also without regard to capitals', () => {
    const unique = uniqueNames();
    expect(['a', 'A', 'a'].map((name) => unique(name, '.pdf'))).toEqual([
      'a.pdf',
      'A (2).pdf',
      'a (3).pdf',
    ]);
  });
  it('stand in a folder an account, for invoices and receipts', () => {
    expect(monthDocuments(months, 'Receipt').map(({ name, path }) => [name, path])).toEqual([
      ['Kopi - Nusantara/INV-2026-1.pdf', '/api/downloads/organizations/1/invoices/INV%2F2026%2F1'],
      ['Kopi - Nusantara/inv-2026-1 (2).pdf', '/api/downloads/organizations/1/invoices/inv-2026-1'],
      [
        'Kopi - Nusantara/0012345678901234.pdf',
        '/api/downloads/organizations/1/invoices/0012345678901234',
      ],
      ['cmd- -C calc-A0/Receipt DEP-1.pdf', '/api/downloads/vps/toko/deposits/d%2F1'],
    ]);
  });
});

const t = createTranslator({
  locale: 'en',
  messages: { 'month-end': words },
  namespace: 'month-end',
});
const sheetWords = {
  t,
  state: (state: AccountInvoice['state']) => billing.states[state],
} as unknown as SheetWords;

describe('the spreadsheet', () => {
  it('has sums as numbers, days as days, and texts as texts', async () => {
    const of = { month: '2026-06', months, unread: [{ key: 'vps/x', name: 'Gagal' }], over: true };
    const blob = await workbookBlob(monthSheets(of, sheetWords));
    const file = Buffer.from(await blob.arrayBuffer());
    const sheets = await readExcel(file);
    const rows = (name: string) => sheets.find(({ sheet }) => sheet === name)?.data ?? [];
    const summary = rows('Summary');
    expect(summary[0]?.slice(2, 9)).toEqual([
      ...['Invoices', 'Billed', 'Tax', 'Paid', 'Due', 'Deposits', 'Tax on deposits'],
    ]);
    expect(summary[1]?.slice(2, 9)).toEqual([2, 30_526, 3026, 15_263, 15_263, null, null]);
    expect(summary[2]?.slice(0, 3)).toEqual(["=cmd|' /C calc'!A0", 'VPS account', 0]);
    expect(summary[3]?.slice(0, 2)).toEqual(['Gagal', 'not read']);
    expect(summary[4]?.slice(2)).toEqual([
      ...[2, 30_526, 3026, 15_263, 15_263, 559_500, 55_000],
      ...[100_000, 500_000, 70_000.5, 529_999.5, 0, 70_000.5],
    ]);
    const [, first, , foreign] = rows('Invoices');
    expect(first?.slice(0, 4)).toEqual(['Kopi / Nusantara', 'INV/2026/1', 'Paid', '2026-06']);
    // 1 July in Jakarta, while it is still June in UTC.
    expect(first?.[4]).toEqual(new Date('2026-07-01T00:00:00.000Z'));
    expect(foreign?.[1]).toBe('0012345678901234');
    expect([foreign?.[6], foreign?.at(-1)]).toEqual(['USD 15263', 'USD']);
    const moved = rows('Movements')[1];
    // A fraction of a day isn't exact to the millisecond.
    expect(Math.round(Number(moved?.[1]) / 1000)).toBe(Date.parse('2026-06-01T00:30:00Z') / 1000);
    expect(moved?.slice(2)).toEqual(['=1+1', 500_000, 600_000]);
    expect(rows('Deposits')[1]?.slice(3, 6)).toEqual([500_000, 55_000, 4500]);
  });
});

describe('the ZIP file', () => {
  const documents = monthDocuments(months, 'Receipt');
  const zipOf = (more: Partial<Parameters<typeof makeMonthZip>[0]> = {}) =>
    makeMonthZip({
      documents,
      sheet: { name: 'nusa-2026-06.xlsx', blob: new Blob(['sheet']) },
      failedFile: {
        name: 'not-included.txt',
        text: (failed) => failed.map(({ document }) => document.label).join('\n'),
      },
      fetch: async ({ path }) => {
        if (path.includes('0012')) throw problem('backend_unreachable', 502, 'Down.');
        return new Blob([`PDF of ${path}`]);
      },
      onProgress: () => {},
      signal: new AbortController().signal,
      ...more,
    });
  it('is made without the document that fails, which it names', async () => {
    const { blob, failed } = await zipOf();
    const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
    expect(Object.keys(files)).toEqual([
      'nusa-2026-06.xlsx',
      'Kopi - Nusantara/INV-2026-1.pdf',
      'Kopi - Nusantara/inv-2026-1 (2).pdf',
      'cmd- -C calc-A0/Receipt DEP-1.pdf',
      'not-included.txt',
    ]);
    expect(failed.map(({ document }) => document.label)).toEqual([
      'Kopi / Nusantara: 0012345678901234',
    ]);
    expect(strFromU8(files['not-included.txt'] ?? new Uint8Array())).toContain('0012345678901234');
  });
  it('ends when it is cancelled, and asks for nothing more', async () => {
    const stopper = new AbortController();
    let asked = 0;
    const fetch = async () => {
      asked += 1;
      stopper.abort(new Error('stopped'));
      return new Blob(['x']);
    };
    await expect(zipOf({ fetch, signal: stopper.signal })).rejects.toThrow();
    expect(asked).toBe(1);
  });
});

describe('the kept steps', () => {
  it('give a step again, for the person, the month and the account that it is of', async () => {
    let taken = 0;
    const take = async () => ({ rows: [(taken += 1)] });
    const of = (identity: string, month: string, place = 'o/1') =>
      keptSteps(identity, month, place);
    expect(await of('awanio:a', '2026-06')('A45 1', take)).toEqual({ rows: [1] });
    expect(await of('awanio:a', '2026-06')('A45 1', take)).toEqual({ rows: [1] });
    await of('awanio:a', '2026-06')('A45 2', take);
    await of('awanio:a', '2026-05')('A45 1', take);
    await of('awanio:b', '2026-06')('A45 1', take);
    await of('awanio:a', '2026-06', 'o/2')('A45 1', take);
    expect(taken).toBe(5);
    expect(keptStart('2026-06')).not.toBe(keptStart('2026-05'));
  });
  it('keep nothing of a reading that was stopped', async () => {
    const stopper = new AbortController();
    const step = keptSteps('awanio:c', '2026-06', 'o/1', stopper.signal);
    await step('A45 1', async () => stopper.abort());
    await expect(step('A45 2', async () => 2)).rejects.toThrow();
    expect(await keptSteps('awanio:c', '2026-06', 'o/1')('A45 1', async () => 'new')).toBe('new');
  });
});
