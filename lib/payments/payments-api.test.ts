import { beforeEach, describe, expect, it, vi } from 'vitest';
import { problem } from '@/lib/problem';
import {
  answersBy,
  cookieHeader,
  fakeAccount,
  fakeKeySession,
  fakeSession,
  request,
  useSettings,
} from '@/lib/session/testing';
import { showPayment, startPayment } from './payments-api';

const { callRaw } = vi.hoisted(() => ({ callRaw: vi.fn() }));
vi.mock('@/lib/backend/call', () => ({ call: callRaw, callRaw }));

const org = '00000000-0000-4000-8000-0000000000a1';
const lost = () => problem('backend_timeout', 504, 'No answer.', { outcome: 'unknown' });

type Answer = (input: {
  params?: Record<string, string>;
  body?: Record<string, unknown>;
}) => unknown;
let answers: Record<string, Answer> = {};
let asked: string[] = [];

const organization = { uuid: org };
const topUp = (status: string | null, more: object = {}) => ({
  organization,
  reference_number: 'gkv-1',
  status,
  amount: 100_000,
  service_fee: 4_000,
  va_number: '0012345678901234',
  qr_string: null,
  payment_url: null,
  meta: null,
  created_at: null,
  ...more,
});
const deposit = (status: string | null, more: object = {}) => ({
  method: 'BCA VA',
  detail: { amount: 100_000, vat: 11_000, payment_fee: 4_000 },
  va_number: '0099',
  qr_string: null,
  payment_url: null,
  status,
  expired_at: '2026-11-28T12:00:00.000Z',
  ...more,
});
const methods = { bank: [{ code: 'BC', name: 'BCA VA', fee: 4_000, vat: 11_000 }] };
const groups = { card: [], ritel: [], ewallet: [], qris: [], ...methods };

const at = { kind: 'organizations', place: org };
const vps = { kind: 'vps', place: 'toko' };
let cookie = '';

async function pay(body: object, where = at) {
  const answer = await startPayment(
    request(`/api/payments/${where.kind}/${where.place}`, { method: 'POST', cookie, json: body }),
    where,
  );
  return { status: answer.status, body: (await answer.json()) as Record<string, never> };
}
async function show(id: string, where = at) {
  const answer = await showPayment(request('/api/payments/x', { cookie }), where, id);
  return { status: answer.status, body: (await answer.json()) as Record<string, never> };
}
const count = (ref: string) => asked.filter((each) => each === ref).length;

beforeEach(async () => {
  useSettings({ NUSA_PAYMENT_HOSTS: 'pay.example.id' });
  const store = globalThis as { [name: symbol]: unknown };
  for (const name of ['payments.store', 'payments.under-way', 'proxy.roles'])
    delete store[Symbol.for(`nusa.${name}`)];
  cookie = await cookieHeader(fakeSession(), [fakeAccount('toko')]);
  asked = [];
  answers = {
    A04: () => ({ organizations: [{ organization, user_level: 1 }], projects: [] }),
    A15: () => ({ data: [] }),
    A49: () => ({
      data: [
        { uuid: 'm-1', name: 'BC', description: 'BCA', service_fee: 4_000, minimum_amount: 1 },
      ],
    }),
    A50: () => topUp('pending'),
    A51: () => ({
      reference: 'gkv-1',
      va_number: '0012345678901234',
      qr_string: null,
      payment_url: null,
      meta: { payment_url: 'https://pay.example.id/1', qr_string: null },
      expiry_period: 30,
    }),
    D81: () => deposit('PENDING'),
    D86: () => groups,
    D87: () => ({
      invoice_id: 'i-1',
      details: { amount: 100_000, payment_fee: 4_000, vat: 11_000 },
      va_number: '0099',
      qr_string: null,
      payment_url: 'https://elsewhere.example.id/1',
    }),
  };
  const answer = answersBy(() => answers);
  callRaw.mockReset().mockImplementation(async (ref: string, input: unknown) => {
    asked.push(ref);
    await new Promise((resolve) => setTimeout(resolve, 1));
    return answer(ref, input);
  });
});

const wanted = { method: 'm-1', amount: 100_000 };
const toVps = { method: 'BC', amount: 100_000 };

describe('POST /api/payments', () => {
  it('makes one payment of ten equal requests at once, and answers it until it is settled', async () => {
    const all = await Promise.all(Array.from({ length: 10 }, () => pay(wanted)));
    for (const { status, body } of all)
      expect([status, body.payment]).toMatchObject([200, { id: 'gkv-1', fee: 4_000, kind: 'va' }]);
    expect(count('A51')).toBe(1);
    expect((await pay(wanted)).body).toMatchObject({ resumed: true });
    await pay({ ...wanted, amount: 150_000 });
    expect(count('A51')).toBe(2);
    answers.A50 = () => topUp('paid');
    expect((await pay(wanted)).body).toMatchObject({ resumed: false });
    expect(count('A51')).toBe(3);
  });

  it('links to a payment page only on a listed host', async () => {
    expect((await pay(wanted)).body.payment).toMatchObject({ url: 'https://pay.example.id/1' });
    expect((await pay(toVps, vps)).body.payment).toMatchObject({ url: null, number: '0099' });
  });

  it('refuses a member, a view, and whoever is not signed in, without a call', async () => {
    answers.A04 = () => ({ organizations: [{ organization, user_level: 2 }], projects: [] });
    expect(await pay(wanted)).toMatchObject({ status: 403, body: { code: 'no_access' } });
    const viewAs = { id: 'view-0123456789abcdef', role: 'member', org } as const;
    cookie = await cookieHeader(fakeSession({ viewAs }));
    expect(await pay(wanted)).toMatchObject({ status: 403, body: { code: 'viewing' } });
    cookie = '';
    expect((await pay(wanted)).status).toBe(401);
    expect(count('A51')).toBe(0);
  });

  it('names the fields of a refusal as its own', async () => {
    answers.A51 = () => {
      throw problem('bad_input', 422, 'no', { fields: { payment_method_uuid: ['unknown'] } });
    };
    expect((await pay(wanted)).body).toMatchObject({ fields: { method: ['unknown'] } });
    expect((await pay({ ...wanted, amount: 1.5 })).body).toMatchObject({ code: 'bad_input' });
    expect((await pay({ ...wanted, card: '4111' })).body).toMatchObject({
      fields: { card: ['unknown_field'] },
    });
  });

  it('can not look for a lost one at Awanio, and sends nothing again until told', async () => {
    answers.A51 = () => {
      throw lost();
    };
    const first = await pay(wanted);
    expect(first.body).toMatchObject({ outcome: 'unknown', attempt: expect.any(String) as string });
    await pay(wanted);
    expect(count('A51')).toBe(1);
    await pay({ ...wanted, again: first.body.attempt });
    expect(count('A51')).toBe(2);
  });

  it('finds a lost one among the deposits by amount, method and time', async () => {
    answers.D87 = () => {
      throw lost();
    };
    const row = {
      id: 'i-9',
      detail: { amount: 100_000 },
      method: 'BCA VA',
      created_at: new Date().toISOString(),
    };
    const others = [
      { ...row, id: 'other-amount', detail: { amount: 200_000 } },
      { ...row, id: 'other-method', method: 'QRIS' },
      { ...row, id: 'older', created_at: new Date(Date.now() - 3_600_000).toISOString() },
    ];
    answers.D79 = () => ({ data: others });
    expect((await pay(toVps, vps)).body).toMatchObject({ outcome: 'unknown', looked: 'absent' });
    answers.D79 = () => ({ data: [...others, row] });
    expect((await pay(toVps, vps)).body).toMatchObject({
      payment: { id: 'i-9', amount: 100_000, tax: 11_000, number: '0099' },
      resumed: true,
    });
    expect(count('D87')).toBe(1);
  });

  it('makes one of equal requests in two sessions of one key', async () => {
    const account = fakeAccount('gudang');
    const where = { kind: 'vps', place: 'gudang' };
    cookie = await cookieHeader(fakeKeySession(account, { sid: 'one-sid-0123456789abcdef' }));
    await pay(toVps, where);
    cookie = await cookieHeader(fakeKeySession(account, { sid: 'two-sid-0123456789abcdef' }));
    expect((await pay(toVps, where)).body).toMatchObject({ resumed: true });
    expect(count('D87')).toBe(1);
  });
});

describe('GET /api/payments', () => {
  it('tells what the backend says now, with what only the request said', async () => {
    await pay(wanted);
    answers.A50 = () => topUp('REFUNDED', { va_number: null });
    expect(await show('gkv-1')).toMatchObject({
      status: 200,
      body: { state: 'refunded', said: 'REFUNDED', url: 'https://pay.example.id/1', kind: 'va' },
    });
  });

  it('asks for the status apart where the deposit says none', async () => {
    answers.D81 = () => deposit(null);
    answers.DX3 = () => ({ status: 'SUCCESS' });
    expect((await show('i-7', vps)).body).toMatchObject({ state: 'paid', methodName: 'BCA VA' });
  });

  it('does not find the payment of another organization', async () => {
    answers.A50 = () => topUp('pending', { organization: { uuid: 'another' } });
    expect(await show('gkv-1')).toMatchObject({ status: 404 });
    answers.A50 = () => topUp('pending', { organization: null });
    expect(await show('never-seen')).toMatchObject({ status: 404 });
    expect(await show('gkv-1', { kind: 'banks', place: org })).toMatchObject({ status: 404 });
  });
});
