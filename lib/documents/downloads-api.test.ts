import { createTranslator } from 'use-intl/core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { extractText, getDocumentProxy } from 'unpdf';
import { readAnswer } from '@/lib/contract/answer';
import a46 from '@/lib/contract/fixtures/awanio/A46.json' with { type: 'json' };
import d81 from '@/lib/contract/fixtures/dewavps/D81.json' with { type: 'json' };
import d84 from '@/lib/contract/fixtures/dewavps/D84.json' with { type: 'json' };
import type { Ref } from '@/lib/contract';
import { problem } from '@/lib/problem';
import {
  answersBy,
  cookieHeader,
  fakeAccount,
  fakeKeySession,
  fakeSession,
  problemOf,
  request,
  useSettings,
} from '@/lib/session/testing';
import * as api from './downloads-api';

const { callForPerson, fileForPerson, fetchOutside } = vi.hoisted(() => ({
  callForPerson: vi.fn(),
  fileForPerson: vi.fn(),
  fetchOutside: vi.fn(),
}));
vi.mock('@/lib/access/call-for-person', () => ({ callForPerson, fileForPerson }));
vi.mock('@/lib/outside/fetch', () => ({ fetchOutside }));
vi.mock('@/lib/next/intl', () => ({
  translatorIn: async (locale: 'en' | 'id', namespace: 'billing' | 'documents') => {
    const file = (await import(`../../messages/${locale}/${namespace}.json`)) as {
      default: object;
    };
    return createTranslator({ locale, messages: { [namespace]: file.default }, namespace });
  },
}));

const org = a46.answer.data.organization.uuid;
const pdf = Buffer.from('%PDF-1.7 of the provider');
const html = Buffer.from('<!doctype html><script>x</script>');
const buyer = { name: 'PT Kopi', address: 'Jl. Kopi 2', taxNumber: '01.234.567.8-901.000' };

/** What the backends answer. */
let answers: Partial<Record<Ref, unknown>>;
const invoice = (more: object = {}) =>
  readAnswer('A46', { ...a46.answer, data: { ...a46.answer.data, ...more } });
const fetched = (type: string, body: Buffer) =>
  fetchOutside.mockResolvedValue({ ok: true, type, body });

interface How {
  json?: unknown;
  origin?: string | null;
  signedIn?: boolean;
}

/** A request as a page sends it, of a cloud session or of one with a key. */
async function asked(way: 'awanio' | 'dewavps', { json = {}, origin, signedIn = true }: How = {}) {
  const session = way === 'awanio' ? fakeSession() : fakeKeySession(fakeAccount('toko'));
  const cookie = signedIn ? await cookieHeader(session) : '';
  const sent = { method: 'POST', cookie, json, ...(origin === undefined ? {} : { origin }) };
  return request('/api/downloads/x', sent);
}
const ofInvoice = async (how: How = {}) =>
  api.downloadInvoice(await asked('awanio', { json: { language: 'en' }, ...how }), org, 'i1');
const ofPostpaid = async (more: object = {}) =>
  api.downloadPostpaid(
    await asked('dewavps', { json: { language: 'en', ...more } }),
    'toko',
    'PP-2024-07-0003',
  );
const codeOf = async (answer: Response) => (await problemOf(answer)).code;

/** The words of a PDF, by another library than the one that made it. */
async function textOf(answer: Response): Promise<string> {
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  const file = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()));
  return (await extractText(file, { mergePages: true })).text.replace(/\s+/g, ' ');
}

beforeEach(() => {
  useSettings({
    NUSA_DOCUMENT_HOSTS: 'storage.example.id,127.0.0.1:4999',
    NUSA_TAX_DOCUMENT_NOTE_EN: 'This is no tax invoice.',
    NUSA_SELLER_TAX_NUMBER: '09.876.543.2-109.000',
  });
  answers = { A46: invoice() };
  fetchOutside.mockReset();
  callForPerson.mockReset().mockImplementation(answersBy(() => answers));
});

describe('the PDF of an invoice', () => {
  it('is the provider’s where there is one', async () => {
    fetched('application/pdf', pdf);
    answers.A46 = invoice({ number: 'INV/2026/06/0001' });
    const answer = await ofInvoice();
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="INV-2026-06-0001.pdf"',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-nusa-document': 'provider',
    });
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(pdf);
    const [address, rules] = fetchOutside.mock.lastCall as [string, object];
    expect(address).toBe('https://storage.example.id/invoices/Invoice-root.pdf');
    expect(rules).toMatchObject({ kinds: ['pdf'], privateHosts: ['127.0.0.1:4999'] });
  });

  it('is ours where the provider has none, or when it is asked for', async () => {
    answers.A46 = invoice({
      invoice_url: null,
      number: 'INV-1',
      tax_in_percent: 11,
      subtotal: 13_750,
      items: [],
      amount_after_discount: 13_750,
      tax_amount: 1513,
      amount_after_tax: 15_263,
      credit_from_balance: 0,
      amount: 15_263,
      status: 'unpaid',
    });
    const text = await textOf(await ofInvoice({ json: { language: 'en', buyer } }));
    for (const shown of [
      ...[
        'Invoice INV-1 Overdue',
        'PT Contoh',
        'NPWP: 09.876.543.2-109.000',
        'Jl. Contoh 1',
        'PT Kopi',
        'Jl. Kopi 2',
      ],
      ...['NPWP or NIK: 01.234.567.8-901.000', 'Subtotal Rp13.750', '(tax base) Rp12.604'],
      ...['PPN 12 % Rp1.513', 'Left to pay Rp15.263', 'This is no tax invoice.', 'Page 1 of 1'],
      'Left to pay: Fifteen thousand two hundred sixty-three rupiah',
    ])
      expect(text).toContain(shown);
    fetched('application/pdf', pdf);
    answers.A46 = invoice();
    const own = await ofInvoice({ json: { language: 'id', own: true } });
    expect(own.headers.get('x-nusa-document')).toBe('own');
    expect(await textOf(own)).toContain('Dibayar dari saldo -Rp6.020.000');
    expect(fetchOutside).not.toHaveBeenCalled();
  });

  it('is a problem where the provider’s can’t be read, and ours where its host isn’t listed', async () => {
    for (const why of ['wrong_type', 'timeout', 'too_large', 'private_address', 'redirected']) {
      fetchOutside.mockResolvedValue({ ok: false, why });
      const answer = await ofInvoice();
      expect([answer.status, await codeOf(answer)]).toEqual([404, 'no_file']);
    }
    fetchOutside.mockResolvedValue({ ok: false, why: 'host_refused' });
    expect((await ofInvoice()).headers.get('x-nusa-document')).toBe('own');
  });

  it('is refused to other sites, without a session, for another organization and with a bad body', async () => {
    expect(await codeOf(await ofInvoice({ origin: 'https://elsewhere.example' }))).toBe(
      'bad_origin',
    );
    expect(await codeOf(await ofInvoice({ origin: null }))).toBe('bad_origin');
    expect(await codeOf(await ofInvoice({ signedIn: false }))).toBe('not_signed_in');
    for (const json of [
      {},
      { language: 'fr' },
      { language: 'en', more: 1 },
      { language: 'en', buyer: { ...buyer, taxNumber: '12' } },
    ])
      expect(await codeOf(await ofInvoice({ json }))).toBe('bad_input');
    answers.A46 = problem('no_access', 403, 'no');
    expect(await codeOf(await ofInvoice())).toBe('no_access');
    answers.A46 = invoice();
    const other = await api.downloadInvoice(
      await asked('awanio', { json: { language: 'en' } }),
      'another',
      'i1',
    );
    expect(await codeOf(other)).toBe('not_found');
    expect(fetchOutside).not.toHaveBeenCalled();
  });

  it('goes on over pages, with the title and a number on each', async () => {
    const [item] = a46.answer.data.items;
    const items = Array.from({ length: 70 }, (_, at) => ({ ...item, label: `Mesin ${at} 名` }));
    answers.A46 = invoice({ invoice_url: null, number: 'INV-1', items, amount: 1, status: 'x' });
    const text = await textOf(await ofInvoice());
    const pages = Number(/Page 1 of (\d)/.exec(text)?.[1]);
    expect(pages).toBeGreaterThan(2);
    expect(text.match(/Invoice INV-1/g)).toHaveLength(pages);
    expect(text.match(/Price of a unit/g)?.length).toBeGreaterThanOrEqual(pages - 1);
    for (let at = 0; at < 70; at += 1) expect(text).toContain(`Mesin ${at} `);
  });

  it.each([
    ['zero', { subtotal: 0, amount_after_discount: 0, amount_after_tax: 0, amount: 0 }, 'Zero'],
    [
      'a credit note',
      { subtotal: -100, amount_after_discount: -100, amount_after_tax: -100, amount: -100 },
      'Minus one hundred rupiah',
    ],
    [
      'a foreign currency, and a due date that isn’t one',
      {
        currency: 'USD',
        subtotal: 12.5,
        amount_after_discount: 12.5,
        amount_after_tax: 12.5,
        amount: 12.5,
        due_date: 'soon',
      },
      'Twelve and 50/100 USD',
    ],
  ])('is made of %s', async (_, more, words) => {
    const base = { items: [], credit_from_balance: 0, status: 'unpaid', invoice_url: null };
    answers.A46 = invoice({ ...base, ...more });
    expect(await textOf(await ofInvoice())).toContain(words);
  });
});

describe('documents of a DewaVPS account', () => {
  it('are the file of D85, if it is a PDF', async () => {
    answers.D85 = { body: pdf };
    const answer = await ofPostpaid();
    expect(answer.headers.get('x-nusa-document')).toBe('provider');
    expect(answer.headers.get('content-disposition')).toContain('"PP-2024-07-0003.pdf"');
    answers.D85 = { body: html };
    expect(await codeOf(await ofPostpaid())).toBe('no_file');
  });

  it('are made of the row of D84 otherwise', async () => {
    answers.D84 = readAnswer('D84', d84.answer);
    for (const more of [{}, { own: true }]) {
      const text = await textOf(await ofPostpaid(more));
      expect(text).toContain('Usage before tax Rp400.000 Tax (PPN) Rp44.000 Total Rp444.000');
      expect(text).toContain('Total: Four hundred forty-four thousand rupiah');
    }
    answers.D85 = problem('no_access', 403, 'no');
    expect(await codeOf(await ofPostpaid())).toBe('no_access');
  });

  it('are receipts of paid deposits alone', async () => {
    const of = async (status: string) => {
      answers.D81 = readAnswer('D81', { data: { ...d81.answer.data, status } });
      const json = { language: 'en', buyer };
      return textOf(await api.downloadReceipt(await asked('dewavps', { json }), 'toko', 'd1'));
    };
    const paid = await of('SUCCESS');
    expect(paid).toContain('Receipt of a deposit INV/2024/08/0001 Paid');
    expect(paid).toContain('Total Rp115.000');
    expect(paid).toContain('Virtual account 0000111122223333');
    expect(paid).toContain('Nusa NPWP: 09.876.543.2-109.000');
    expect(paid).toContain('PT Kopi');
    expect(await of('PENDING')).toContain('Deposit, not a receipt');
    expect(await of('EXPIRED')).toContain('Not paid');
  });

  it('are the files of exports, or a problem where there is no link or no table', async () => {
    const json = { start: '2026-06-01', end: '2026-06-30' };
    const deposits = async () => api.downloadDeposits(await asked('dewavps', { json }), 'toko');
    const report = async () => api.downloadReport(await asked('dewavps'), 'toko', '7');
    fetched('text/csv', Buffer.from('"a","b"'));
    answers.D80 = { download_url: 'http://127.0.0.1:4999/files/x.csv' };
    const answer = await deposits();
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="deposits-toko-2026-06-01-2026-06-30.csv"',
    );
    expect(await answer.text()).toBe('"a","b"');
    expect(fetchOutside.mock.lastCall?.[0]).toBe('http://127.0.0.1:4999/files/x.csv');
    expect(callForPerson.mock.lastCall?.slice(0, 2)).toEqual(['D80', { query: json }]);
    answers.D90 = { download_url: null };
    expect(await codeOf(await report())).toBe('no_file');
    answers.D90 = { download_url: 'https://elsewhere.example/x.csv' };
    for (const why of ['host_refused', 'wrong_type']) {
      fetchOutside.mockResolvedValue({ ok: false, why });
      expect(await codeOf(await report())).toBe('no_file');
    }
  });
});

describe('the kubeconfig of a cluster', () => {
  const params = { group_type: 'organizations', uuid: org, k8s_uuid: '1a2b3c4d-1' };
  const text = [
    'clusters: [{name: 192, cluster: {server: "https://203.0.113.49"}}]',
    'users: [{name: x, user: {client-certificate-data: Y2VydA==, client-key-data: a2V5}}]',
    'contexts: [{name: y, context: {cluster: 192, user: x}}]',
  ].join('\n');
  const ofCluster = async (how: How = {}) =>
    api.downloadKubeconfig(await asked('awanio', how), params);
  beforeEach(() => {
    answers.A65 = { uuid: '1a2b3c4d-1', name: '192' };
    fileForPerson.mockReset().mockResolvedValue({ kubeconfig: text });
  });

  it('is a file that nobody keeps, with names of its own', async () => {
    const answer = await ofCluster();
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-disposition': 'attachment; filename="kubeconfig-192-1a2b3c4d.yaml"',
      'x-nusa-kubeconfig-context': '192-1a2b3c4d',
    });
    expect(answer.headers.has('x-nusa-certificate-ends')).toBe(false); // no certificate in it
    expect(await answer.text()).toContain('current-context: "192-1a2b3c4d"');
  });

  it('is a problem, never a file, without a session and before the cluster is ready', async () => {
    expect(await codeOf(await ofCluster({ signedIn: false }))).toBe('not_signed_in');
    expect(await codeOf(await ofCluster({ origin: null }))).toBe('bad_origin');
    expect(fileForPerson).not.toHaveBeenCalled();
    fileForPerson.mockRejectedValue(problem('conflict', 409, 'CLUSTER IS NOT READY'));
    const answer = await ofCluster();
    expect(answer.headers.has('content-disposition')).toBe(false);
    expect(await codeOf(answer)).toBe('conflict');
  });
});
