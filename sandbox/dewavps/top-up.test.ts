import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAnswer } from '@/lib/contract/answer';
import type { CallbackAnswer } from '../gateway/callbacks';
import { TestCloud, noScope } from '../testing';
import type { Client } from '../testing';
import type { MadeTenant } from '../tenants';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.close());

const path = '/billing/v2/topup';
const methods = async (api: Client, query = '') =>
  readAnswer('D86', (await api('GET', `/billing/v2/methods${query}`)).body);
const topUp = async (api: Client, body: object) =>
  readAnswer('D87', (await api('POST', path, body)).body);
const status = async (api: Client, id: string | null) =>
  readAnswer('DX3', (await api('GET', `${path}/${id}/status`)).body);
const history = async (api: Client) =>
  readAnswer('D79', (await api('GET', '/billing/deposit/history')).body).data;
const balance = async (api: Client) =>
  readAnswer('D78', (await api('GET', '/billing/summary')).body).actual_balance;
const control = (tenant: MadeTenant, to: string, body: unknown = {}) =>
  cloud.control('POST', `/tenants/${tenant.id}/${to}`, body);

describe('the ways to pay', () => {
  it('come by kind, with fee and tax on the amount', async () => {
    const { api } = await cloud.customer();
    const { bank, card, ritel, ewallet, qris } = await methods(api, '?amount=100000');
    expect([bank, card, ritel, ewallet, qris].map((kind) => kind.map(({ code }) => code))).toEqual([
      ['BC', 'BV', 'M2'],
      ['VC'],
      ['IR'],
      ['OV', 'DA'],
      ['SP'],
    ]);
    expect(bank[0]).toMatchObject({ name: 'BCA VA', fee: 4000, vat: 11_000 });
    expect(qris[0]).toMatchObject({ fee: 783, vat: 11_000 });
    expect((await methods(api)).bank[0]).toMatchObject({ fee: 4000, vat: 0 });
    const { tenant } = await cloud.customer({ keys: [{ scopes: ['read_instance'] }] });
    const reader = cloud.dewavps(tenant.dewavps?.keys[0]?.key);
    expect(await reader('GET', '/billing/v2/methods')).toMatchObject(noScope);
    expect(await reader('POST', path, {})).toMatchObject(noScope);
  });
});

describe('a payment', () => {
  it('costs what the methods said, waits in the history, and is credited without tax and fee', async () => {
    const { api, tenant } = await cloud.customer({ balance: 0 });
    for (const payment_method of ['BC', 'SP', 'DA', 'IR', 'VC']) {
      const groups = await methods(api, '?amount=123457');
      const said = Object.values(groups)
        .flat()
        .find(({ code }) => code === payment_method);
      const before = (await balance(api)) ?? NaN;
      const started = await topUp(api, { amount: 123_457, payment_method });
      const detail = { amount: 123_457, vat: said?.vat, payment_fee: said?.fee };
      expect(started.details).toEqual(detail);
      expect(started.amount).toBe(123_457 + (said?.vat ?? NaN) + (said?.fee ?? NaN));
      expect(started.va_number !== null).toBe(['BC', 'IR'].includes(payment_method));
      expect(started.qr_string !== null).toBe(payment_method === 'SP');
      const waiting = (await history(api)).find(({ id }) => id === started.invoice_id);
      expect(waiting).toMatchObject({ status: 'PENDING', detail });
      expect(await fetch(started.payment_url ?? '').then((page) => page.status)).toBe(200);
      await control(tenant, `payments/${started.invoice_id}/pay`);
      expect(await status(api, started.invoice_id)).toMatchObject({
        status: 'SUCCESS',
        amount: 123_457,
      });
      expect(await balance(api)).toBe(before + 123_457);
    }
  });

  it('expires, fails or is given back, as its history says', async () => {
    const { api, tenant } = await cloud.customer({ balance: 0 });
    const start = () => topUp(api, { amount: 50_000, payment_method: 'BC' });
    const [left, failed, refunded, charged] = [
      await start(),
      await start(),
      await start(),
      await start(),
    ];
    await control(tenant, `payments/${failed.invoice_id}/fail`);
    for (const { invoice_id } of [refunded, charged])
      await control(tenant, `payments/${invoice_id}/pay`);
    await control(tenant, `payments/${refunded.invoice_id}/refund`);
    expect(await balance(api)).toBe(50_000);
    await control(tenant, `payments/${charged.invoice_id}/chargeback`);
    await cloud.advance(tenant, 86_400);
    const words = new Map((await history(api)).map((row) => [row.id, row.status]));
    expect([left, failed, refunded, charged].map((one) => words.get(one.invoice_id ?? ''))).toEqual(
      ['EXPIRED', 'FAILED', 'REFUNDED', 'CHARGEBACK'],
    );
    expect(await balance(api)).toBe(0);
  });

  it('is credited once by callbacks that come at once, and by none that is forged', async () => {
    const { api, tenant } = await cloud.customer({ balance: 0 });
    const { invoice_id } = await topUp(api, { amount: 50_000, payment_method: 'SP' });
    await control(tenant, 'gateway', { held: true });
    await control(tenant, `payments/${invoice_id}/pay`);
    const send = (body: object) =>
      control(tenant, `payments/${invoice_id}/callbacks`, body) as Promise<CallbackAnswer[]>;
    expect(await send({ key: 'guessed' })).toMatchObject([{ status: 403 }]);
    expect(await balance(api)).toBe(0);
    const answers = await send({ times: 4, together: true });
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200]);
    expect(await balance(api)).toBe(50_000);
    const accounts = await cloud.control('GET', `/tenants/${tenant.id}/ledger`);
    expect(accounts).toMatchObject([{ entries: [{ kind: 'top-up', amount: 50_000 }] }]);
  });

  it('is refused with the field that is wrong', async () => {
    const { api, tenant } = await cloud.customer();
    const refused = (amount: number, payment_method: string, more: object = {}) =>
      api('POST', path, { amount, payment_method, ...more });
    const errors = (field: string) => ({
      status: 422,
      body: { errors: { [field]: [expect.any(String) as string] } },
    });
    expect(await refused(9999, 'BC')).toMatchObject(errors('amount'));
    expect(await refused(10_000_000, 'SP')).toMatchObject(errors('amount'));
    expect(await refused(50_000, 'nothing')).toMatchObject(errors('payment_method'));
    expect(await refused(50_000, 'OV')).toMatchObject(errors('phone'));
    expect((await refused(50_000, 'OV', { phone: '081200000000' })).status).toBe(200);
    await control(tenant, 'gateway', { withdrawn: ['BC'] });
    expect((await methods(api)).bank.map(({ code }) => code)).toEqual(['BV', 'M2']);
    expect(await refused(50_000, 'BC')).toMatchObject(errors('payment_method'));
    await control(tenant, 'gateway', { down: true });
    expect((await refused(50_000, 'BV')).status).toBe(503);
    expect((await api('GET', '/billing/v2/methods')).status).toBe(503);
    expect(await history(api)).toHaveLength(1);
  });
});
