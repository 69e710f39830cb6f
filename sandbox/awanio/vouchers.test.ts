import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAnswer } from '@/lib/contract/answer';
import { TestCloud, at } from '../testing';
import type { Client } from '../testing';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.close());

const redeem = (api: Client, org: string, code: string) =>
  api('POST', `/organizations/${org}/vouchers/redeem`, { code });
const reason = async (api: Client, org: string, code: string) =>
  at((await redeem(api, org, code)).body, 'error_code');

async function topUp(api: Client, org: string, tenantId: string, amount: number): Promise<void> {
  const { body } = await api('GET', '/payment/payment-method');
  const payment_method_uuid = at(body, 'data', 0, 'uuid');
  const asked = { payment_method_uuid, organization_uuid: org, amount };
  const started = await api('POST', '/payment/topup', asked);
  const reference = String(at(started.body, 'data', 'reference'));
  await cloud.control('POST', `/tenants/${tenantId}/payments/${reference}/pay`, {});
}

describe('vouchers', () => {
  it('increase the balance, each once per organization', async () => {
    const { api, org } = await cloud.person({ balance: 1000 });
    const redeemed = await redeem(api, org, ' nusa-25 ');
    expect(readAnswer('A35', redeemed.body).new_balance).toBe(26_000);
    expect(await reason(api, org, 'NUSA-25')).toBe('409-1');
    const more = await redeem(api, org, 'NUSA-100');
    expect(readAnswer('A35', more.body).new_balance).toBe(126_000);
    const member = await cloud.person({ memberOf: org, level: 2 });
    expect((await redeem(member.api, org, 'NUSA-100')).status).toBe(403);
  });

  it('say why they are refused', async () => {
    const { api, org, tenant } = await cloud.person();
    expect(await reason(api, org, 'NUSA-0')).toBe('404-1');
    expect(await reason(api, org, 'NUSA-2024')).toBe('422-2');
    expect(await reason(api, org, 'NUSA-2099')).toBe('422-3');
    await topUp(api, org, tenant.id, 499_999);
    expect(await reason(api, org, 'NUSA-SETIA')).toBe('422-4');
    expect(await reason(api, org, 'NUSA-BARU')).toBe('422-5');
    await topUp(api, org, tenant.id, 50_000);
    expect((await redeem(api, org, 'nusa-setia')).status).toBe(200);
    const other = await cloud.person();
    expect((await redeem(other.api, other.org, 'NUSA-BARU')).status).toBe(200);
  });

  it('for one use go to one of two organizations at the same instant', async () => {
    const { api, org } = await cloud.person({ balance: 0 });
    const made = await api('POST', '/organizations', { name: 'Kedua' });
    const second = String(at(made.body, 'data', 'uuid'));
    const answers = await Promise.all([
      redeem(api, org, ' nusa50 '),
      redeem(api, second, 'NUSA50'),
      redeem(api, org, 'Nusa50'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const { body } = await api('GET', '/organizations');
    const balances = (at(body, 'data') as { balance: number }[]).map(({ balance }) => balance);
    expect(balances.reduce((sum, balance) => sum + balance, 0)).toBe(50_000);
  });
});
