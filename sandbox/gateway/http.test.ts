import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestCloud } from '../testing';
import type { KnownPayment } from './control';
import { signInquiry, signMethods, signStatus } from './signature';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.close());

const post = async (path: string, body: unknown) => {
  const response = await fetch(`${cloud.sandbox.apiUrl}/gateway/webapi/api/merchant/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as unknown };
};

/** The merchant of a new tenant of Awanio, whose key its administrator may read. */
async function merchant() {
  const { tenant } = await cloud.person({ provider: true });
  const { username = '', password = '' } = tenant.awanio ?? {};
  const login = await cloud.awanio()('POST', '/accounts/sa/login', { username, password });
  const { data } = login.body as { data: { token: string } };
  const { body } = await cloud.awanio(data.token)('GET', '/payment/payment-gateway');
  const [row] = (body as { data: { merchant_code: string; merchant_key: string }[] }).data;
  const by = { code: row?.merchant_code ?? '', key: row?.merchant_key ?? '', form: 'md5' } as const;
  return { by, tenant };
}

it('takes requests of its merchants, and only those that they signed', async () => {
  const { by, tenant } = await merchant();
  const inquiry = (signature: string) => ({
    merchantCode: by.code,
    paymentAmount: 10_000,
    paymentMethod: 'SP',
    merchantOrderId: 'order-1',
    productDetails: 'Top up',
    callbackUrl: 'https://pay.example.id/callback',
    returnUrl: 'https://console.example.id/',
    expiryPeriod: 10,
    signature,
  });
  const right = inquiry(signInquiry(by, 'order-1', 10_000));
  expect(await post('v2/inquiry', inquiry('0'.repeat(32)))).toMatchObject({ status: 400 });
  const { body } = await post('v2/inquiry', right);
  expect(body).toMatchObject({ statusCode: '00', amount: '10071', vaNumber: '' });
  expect(await post('v2/inquiry', right)).toMatchObject({ status: 400 });
  expect(await post('v2/inquiry', { ...right, paymentAmount: 'ten' })).toMatchObject({
    status: 400,
  });

  const asked = { merchantCode: by.code, merchantOrderId: 'order-1' };
  const status = () =>
    post('transactionStatus', { ...asked, signature: signStatus(by, 'order-1') });
  expect((await status()).body).toMatchObject({ statusCode: '01', amount: '10071', fee: '71' });
  expect(await post('transactionStatus', { ...asked, signature: 'x' })).toMatchObject({
    status: 400,
  });
  const { paymentUrl } = body as { paymentUrl: string };
  expect(await (await fetch(`${paymentUrl}/pay`, { method: 'POST' })).text()).toContain(
    'https://console.example.id/?merchantOrderId=order-1&#38;resultCode=00&#38;reference=',
  );
  expect((await status()).body).toMatchObject({ statusCode: '00' });
  // Its callback went nowhere: the address is not the sandbox's, and the backend knows no such order.
  const known = (await cloud.control('GET', `/tenants/${tenant.id}/payments`)) as KnownPayment[];
  expect(known).toEqual([]);
});

it('lists its methods with their fees', async () => {
  const { by } = await merchant();
  const datetime = '2026-01-31 10:00:00';
  const signature = signMethods(by, 10_000, datetime);
  const asked = { merchantcode: by.code, amount: 10_000, datetime, signature };
  const { body } = await post('paymentmethod/getpaymentmethod', asked);
  const { paymentFee } = body as { paymentFee: { paymentMethod: string; totalFee: string }[] };
  expect(paymentFee.find(({ paymentMethod }) => paymentMethod === 'SP')?.totalFee).toBe('71');
});

it('has no page of an unknown payment, and none while it is down', async () => {
  const { api, tenant } = await cloud.customer();
  const started = await api('POST', '/billing/v2/topup', { amount: 50_000, payment_method: 'BC' });
  const { payment_url = '' } = (started.body as { data: { payment_url?: string } }).data;
  expect((await fetch(`${payment_url}X`)).status).toBe(404);
  expect((await fetch(`${payment_url}/steal`, { method: 'POST' })).status).toBe(404);
  await cloud.control('POST', `/tenants/${tenant.id}/gateway`, { down: true });
  expect((await fetch(payment_url)).status).toBe(503);
});
