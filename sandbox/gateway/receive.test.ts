import { afterAll, expect, it } from 'vitest';
import { readCallback, startTopUp } from '../awanio/payments';
import { Refusal } from '../refusal';
import { memoryCloud } from '../testing-cloud';
import { act } from './actions';
import { callbackOf } from './callbacks';
import { depositOrdered } from './deposits';
import { paymentBy } from './gateway';
import { methods } from './methods';

const { cloud, close } = memoryCloud();
afterAll(close);

const account = 'awanio:organization';
cloud.addTenant({ id: 'tenant', name: 'Tenant' });
cloud.ledger.openAccount(account, 'tenant', cloud.now('tenant'), 0);

it('credits what was ordered when the payer paid a fee on top of it', () => {
  const qris = methods.find(({ code }) => code === 'SP') ?? methods[0];
  const started = startTopUp(cloud, 'tenant', 'organization', qris, 10_000);
  const payment = paymentBy(cloud.store, started.reference ?? '');
  if (!payment) throw new Error('there is no payment');
  act(cloud, payment, 'pay');
  const take = (amount?: string) => {
    const form = callbackOf(cloud, payment, '00', { amount });
    const { resultCode, ...texts } = Object.fromEntries(form) as Record<string, string>;
    expect(texts).toMatchObject({ originalAmount: '10000', fee: '71' });
    const { amount: sent = '', merchantOrderId = '', reference = '' } = texts;
    const { merchantCode, signature } = texts;
    const notice = { merchantCode, signature, merchantOrderId, reference, amount: sent };
    return readCallback(cloud, { ...notice, resultCode: Number(resultCode) });
  };
  // Signed, but not the amount that was paid.
  expect(() => take('10000')).toThrow(Refusal);
  expect(cloud.ledger.balance(account)).toBe(0);
  expect(take()).toBe('credited');
  expect(take()).toBe('repeated');
  expect(cloud.ledger.balance(account)).toBe(10_000);
  const entries = cloud.ledger.entries(account);
  expect(entries.map(({ kind, amount }) => [kind, amount])).toEqual([['top-up', 10_000]]);
  expect(depositOrdered(cloud.store, started.number)).toMatchObject({ amount: 10_000, fee: 71 });
});
