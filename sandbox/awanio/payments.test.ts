import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAnswer } from '@/lib/contract/answer';
import type { CallbackAnswer } from '../gateway/callbacks';
import type { KnownPayment } from '../gateway/control';
import { TestCloud, at } from '../testing';
import type { Client } from '../testing';
import type { MadeTenant } from '../tenants';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.close());

const methods = async (api: Client) =>
  readAnswer('A49', (await api('GET', '/payment/payment-method')).body).data;
const methodNamed = async (api: Client, code: string) =>
  (await methods(api)).find(({ name }) => name === code)?.uuid ?? '';
const topUp = async (api: Client, org: string, code: string, amount: number) =>
  api('POST', '/payment/topup', {
    payment_method_uuid: await methodNamed(api, code),
    organization_uuid: org,
    amount,
  });
const status = async (api: Client, reference: string) =>
  readAnswer('A50', (await api('GET', `/payment/topup/${reference}`)).body);
const control = (tenant: MadeTenant, path: string, body: unknown = {}) =>
  cloud.control('POST', `/tenants/${tenant.id}/${path}`, body);
const known = async (tenant: MadeTenant) =>
  (await cloud.control('GET', `/tenants/${tenant.id}/payments`)) as KnownPayment[];
const callbacks = async (tenant: MadeTenant, reference: string, body: unknown = {}) =>
  ((await control(tenant, `payments/${reference}/callbacks`, body)) as CallbackAnswer[]).map(
    (answer) => answer.status,
  );

/** The top-ups of the only account, and its balance. */
async function ledger(tenant: MadeTenant) {
  const accounts = (await cloud.control('GET', `/tenants/${tenant.id}/ledger`)) as {
    balance: number;
    entries: { kind: string; amount: number }[];
  }[];
  const { balance = NaN, entries = [] } = accounts[0] ?? {};
  expect(entries.reduce((sum, { amount }) => sum + amount, 0)).toBe(balance);
  const topUps = entries.filter(({ kind }) => kind === 'top-up' || kind === 'refund');
  return { balance, topUps: topUps.map(({ amount }) => amount) };
}

/** A person with one top-up that waits. */
async function waiting(code = 'BC', amount = 100_000) {
  const person = await cloud.person({ balance: 0 });
  const answer = await topUp(person.api, person.org, code, amount);
  expect(answer.status, answer.text).toBe(200);
  const started = readAnswer('A51', answer.body);
  return { ...person, started, reference: started.reference ?? '' };
}

describe('the methods', () => {
  it('are of every kind, without the one that needs a phone number or was withdrawn', async () => {
    const { api, tenant } = await cloud.person();
    const codes = (await methods(api)).map(({ name }) => name);
    expect(codes).toEqual(['BC', 'BV', 'M2', 'SP', 'DA', 'IR', 'VC']);
    for (const { minimum_amount } of await methods(api)) expect(minimum_amount).toBe(50_000);
    await control(tenant, 'gateway', { withdrawn: ['BV'] });
    expect((await methods(api)).map(({ name }) => name)).not.toContain('BV');
  });
});

describe('a top-up', () => {
  it('waits, is paid on the page, and is credited without its fee', async () => {
    const { api, tenant, started, reference } = await waiting('SP', 100_000);
    expect(started).toMatchObject({ amount: 100_000, status: null, expiry_period: 30 });
    expect(started.meta?.qr_string).toContain('5406100705');
    expect(await status(api, reference)).toMatchObject({ status: 'pending', service_fee: 705 });
    const page = started.meta?.payment_url ?? '';
    const shown = await fetch(page);
    expect(shown.headers.get('content-security-policy')).toContain("default-src 'none'");
    const text = await shown.text();
    expect(text).toContain('Pay Rp100.705');
    expect(text).not.toContain('<script');
    const paid = await fetch(`${page}/pay`, { method: 'POST', redirect: 'manual' });
    expect([paid.status, paid.headers.get('location')]).toEqual([303, new URL(page).pathname]);
    expect(await status(api, reference)).toMatchObject({ status: 'success', balance: 100_000 });
    expect(await ledger(tenant)).toEqual({ balance: 100_000, topUps: [100_000] });
  });

  it('has a number for a virtual account and a code for a counter', async () => {
    expect((await waiting('BC')).started.va_number).toMatch(/^00\d{14}$/);
    expect((await waiting('IR')).started.va_number).toMatch(/^00\d{10}$/);
    const card = (await waiting('VC')).started;
    expect(card).toMatchObject({ output_type: 'webview', va_number: null });
  });

  it('says the address of the page in the place of the option, or nowhere', async () => {
    const answered = async (paymentUrl: 'payment_url' | 'paymentUrl' | 'none') => {
      const { api, org } = await cloud.person({ paymentUrl });
      return at((await topUp(api, org, 'BC', 50_000)).body, 'data') as Record<string, unknown>;
    };
    expect((await answered('payment_url')).payment_url).toMatch(/^http.*\/gateway\/pay\/\w+$/);
    expect((await answered('paymentUrl')).paymentUrl).toMatch(/^http.*\/gateway\/pay\/\w+$/);
    const none = await answered('none');
    expect(none.meta).toBeNull();
    expect(JSON.stringify(none)).not.toContain('/gateway/pay/');
  });

  it('passes its end, fails, and is given back', async () => {
    const late = await waiting();
    await cloud.advance(late.tenant, 30 * 60);
    expect(await status(late.api, late.reference)).toMatchObject({ status: 'expired' });
    const page = late.started.meta?.payment_url ?? '';
    expect((await fetch(`${page}/pay`, { method: 'POST' })).status).toBe(409);
    const over = await waiting();
    await control(over.tenant, `payments/${over.reference}/expire`);
    expect(await status(over.api, over.reference)).toMatchObject({ status: 'expired' });
    const failed = await waiting();
    await control(failed.tenant, `payments/${failed.reference}/fail`);
    expect(await status(failed.api, failed.reference)).toMatchObject({ status: 'failed' });
    expect(await ledger(failed.tenant)).toEqual({ balance: 0, topUps: [] });
    for (const [action, word] of [
      ['refund', 'refunded'],
      ['chargeback', 'chargeback'],
    ]) {
      const { api, tenant, reference } = await waiting();
      await control(tenant, `payments/${reference}/pay`);
      await control(tenant, `payments/${reference}/${action}`);
      expect(await status(api, reference)).toMatchObject({ status: word });
      expect(await ledger(tenant)).toEqual({ balance: 0, topUps: [100_000, -100_000] });
      await expect(control(tenant, `payments/${reference}/refund`)).rejects.toThrow('409');
    }
  });

  it('is refused below the minimum, above a limit, by a withdrawn method or a gateway that is down', async () => {
    const { api, org, tenant } = await cloud.person({ balance: 0 });
    expect((await topUp(api, org, 'BC', 49_999)).status).toBe(422);
    const above = await topUp(api, org, 'IR', 5_000_001);
    expect(above.body).toMatchObject({
      error_code: '422-5',
      message: 'MAXIMUM PAYMENT IS 5000000',
    });
    const uuid = await methodNamed(api, 'BV');
    const body = { payment_method_uuid: uuid, organization_uuid: org, amount: 50_000 };
    await control(tenant, 'gateway', { withdrawn: ['BV'] });
    expect((await api('POST', '/payment/pay', body)).status).toBe(422);
    await control(tenant, 'gateway', { down: true });
    expect((await api('POST', '/payment/topup', body)).body).toMatchObject({ error_code: '503-1' });
    expect(await known(tenant)).toEqual([]);
    const unknown = { ...body, payment_method_uuid: 'nothing' };
    expect((await api('POST', '/payment/topup', unknown)).status).toBe(404);
  });

  it('is only for those who may pay, and its status for those who may read bills', async () => {
    const { api, org, reference } = await waiting();
    const member = await cloud.person({ memberOf: org, level: 2 });
    const payment_method_uuid = await methodNamed(api, 'BC');
    const body = { payment_method_uuid, organization_uuid: org, amount: 50_000 };
    expect((await member.api('POST', '/payment/topup', body)).status).toBe(403);
    const stranger = await cloud.person();
    expect((await stranger.api('GET', `/payment/topup/${reference}`)).status).toBe(404);
    expect((await topUp(stranger.api, org, 'BC', 50_000)).status).toBe(404);
    expect((await api('GET', '/payment/topup/gkv-nobody')).status).toBe(404);
  });
});

describe('callbacks', () => {
  it('credit once, however often and however closely they come', async () => {
    for (const together of [false, true]) {
      const { tenant, reference } = await waiting();
      await control(tenant, 'gateway', { held: true });
      await control(tenant, `payments/${reference}/pay`);
      expect((await ledger(tenant)).balance).toBe(0);
      const answers = await callbacks(tenant, reference, { times: 5, together });
      expect(answers).toEqual([200, 200, 200, 200, 200]);
      expect(await ledger(tenant)).toEqual({ balance: 100_000, topUps: [100_000] });
      const [payment] = await known(tenant);
      expect(payment?.notices.map(({ outcome }) => outcome)).toEqual([
        'credited',
        ...Array.from({ length: 4 }, () => 'repeated'),
      ]);
    }
  });

  it('that come late are credited, and later ones that say otherwise are only kept', async () => {
    const { api, tenant, reference } = await waiting();
    await control(tenant, 'gateway', { held: true });
    await control(tenant, `payments/${reference}/pay`);
    await cloud.advance(tenant, 86_400);
    expect(await callbacks(tenant, reference)).toEqual([200]);
    await cloud.advance(tenant, 31 * 86_400);
    for (const resultCode of ['02', '01'])
      expect(await callbacks(tenant, reference, { resultCode })).toEqual([200]);
    expect(await status(api, reference)).toMatchObject({ status: 'success' });
    expect((await ledger(tenant)).balance).toBe(100_000);
    const [payment] = await known(tenant);
    expect(payment?.notices.map(({ outcome }) => outcome)).toEqual(['credited', 'kept', 'kept']);
  });

  it('that are forged, of another merchant, of another amount or not true credit nothing', async () => {
    const { api, tenant, reference } = await waiting();
    const other = await waiting();
    const [theirs] = await known(other.tenant);
    expect(await callbacks(tenant, reference)).toEqual([409]); // signed, but nobody has paid
    await control(tenant, 'gateway', { held: true });
    await control(tenant, `payments/${reference}/pay`);
    expect(await callbacks(tenant, reference, { key: 'guessed' })).toEqual([403]);
    expect(await callbacks(tenant, reference, { amount: '104000.5' })).toEqual([422]);
    expect(await callbacks(tenant, reference, { amount: '1' })).toEqual([422]);
    const merchantCode = theirs?.reference.slice(0, 10);
    expect(await callbacks(tenant, reference, { merchantCode })).toEqual([403]);
    const bare = { merchantOrderId: reference, amount: '104000', resultCode: 0, reference: 'x' };
    expect((await cloud.awanio()('POST', '/payment/callback/duitku', bare)).status).toBe(403);
    const dewavps = `${cloud.sandbox.apiUrl}/dewavps/callback/duitku`;
    const form = new URLSearchParams({ ...bare, resultCode: '00' });
    expect((await fetch(dewavps, { method: 'POST', body: form })).status).toBe(404);
    expect(await status(api, reference)).toMatchObject({ status: 'pending' });
    expect(await ledger(tenant)).toEqual({ balance: 0, topUps: [] });
  });

  it('wait for a gateway that can’t be asked', async () => {
    const { tenant, reference } = await waiting();
    await control(tenant, 'gateway', { held: true });
    await control(tenant, `payments/${reference}/pay`);
    await control(tenant, 'gateway', { held: true, down: true });
    expect(await callbacks(tenant, reference)).toEqual([503]);
    await control(tenant, 'gateway', { form: 'hmac-sha256' });
    expect(await callbacks(tenant, reference)).toEqual([200]);
    expect((await ledger(tenant)).balance).toBe(100_000);
  });
});

describe('payment gateways', () => {
  it('are listed and made by the provider’s administrators alone, with keys that are not read', async () => {
    const { tenant } = await cloud.person({ provider: true });
    const { username = '', password = '' } = tenant.awanio ?? {};
    const path = '/payment/payment-gateway';
    const customer = await cloud.signIn(username, password);
    expect((await customer('GET', path)).status).toBe(403);
    const login = await cloud.awanio()('POST', '/accounts/sa/login', { username, password });
    const admin = cloud.awanio(String(at(login.body, 'data', 'token')));
    const made = await admin('POST', path, {
      name: 'Gerbang kedua',
      merchant_code: 'D0099',
      merchant_key: 'palsu-rahasia',
      callback: 'https://pay.example.id/callback',
      url: '/webapi/api/merchant/v2/inquiry',
      meta: [{ return: 'https://console.example.id/', expiryPeriod: '60' }],
      output_type: 'webview',
      vat: 11,
    });
    expect(made.status, made.text).toBe(200);
    const read = readAnswer('A47', (await admin('GET', path)).body).data;
    expect(read.map(({ name }) => name)).toEqual(['duitku', 'Gerbang kedua']);
    expect(JSON.stringify(read)).not.toContain('palsu-rahasia');
    expect(JSON.stringify(readAnswer('A48', made.body))).not.toContain('palsu-rahasia');
  });
});
