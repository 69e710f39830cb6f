import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Store } from './db';
import { Ledger, hour, monthStart } from './ledger';
import { TestCloud, at, order } from './testing';

const start = Date.parse('2026-03-10T03:00:00Z');
let store: Store;
let ledger: Ledger;
beforeEach(() => {
  store = new Store(':memory:');
  ledger = new Ledger(store);
  ledger.openAccount('a', 't', start, 1_000_000);
});
afterEach(() => store.close());

const sum = () => ledger.entries('a').reduce((total, entry) => total + entry.amount, 0);
const meter = {
  resource: 'r',
  account: 'a',
  tenantId: 't',
  label: 'Machine',
  rate: 327,
  at: start,
};

describe('the ledger', () => {
  it('charges each started hour in full, and once', () => {
    ledger.openMeter(meter);
    expect(ledger.balance('a')).toBe(1_000_000 - 327);
    ledger.settle('t', start + hour - 1);
    expect(ledger.balance('a')).toBe(1_000_000 - 327);
    ledger.settle('t', start + hour);
    ledger.settle('t', start + hour);
    expect(ledger.balance('a')).toBe(1_000_000 - 2 * 327);
    ledger.settle('t', start + 719 * hour);
    expect(ledger.balance('a')).toBe(1_000_000 - 235_440);
    expect(sum()).toBe(ledger.balance('a'));
  });

  it('applies a new rate from the next hour on, and charges nothing after the end', () => {
    ledger.openMeter(meter);
    ledger.setRate('r', 60, start + 10 * 60_000);
    ledger.settle('t', start + 2 * hour);
    expect(ledger.spent({ resource: 'r' }, start)).toBe(327 + 120);
    ledger.closeMeter('r', start + 3 * hour - 1);
    ledger.settle('t', start + 90 * hour);
    expect(ledger.spent({ resource: 'r' }, start)).toBe(327 + 120);
    expect(ledger.hourly('a')).toBe(0);
    expect(sum()).toBe(ledger.balance('a'));
  });

  it('makes separate entries for the months of Jakarta', () => {
    const lateMarch = Date.parse('2026-03-31T16:30:00Z'); // 23:30 in Jakarta
    ledger.openMeter({ ...meter, at: lateMarch });
    ledger.settle('t', lateMarch + 5 * hour);
    const april = monthStart(lateMarch + hour);
    expect(new Date(april).toISOString()).toBe('2026-03-31T17:00:00.000Z');
    expect(ledger.spent({ account: 'a' }, april)).toBe(5 * 327);
    expect(ledger.spent({ account: 'a' }, monthStart(lateMarch))).toBe(6 * 327);
  });

  it('refuses fractions of a rupiah and unknown accounts', () => {
    const entry = { at: start, kind: 'top-up', description: 'x' } as const;
    expect(() => ledger.post('a', { ...entry, amount: 0.5 })).toThrow(RangeError);
    expect(() => ledger.post('b', { ...entry, amount: 5 })).toThrow('no account');
    expect(sum()).toBe(ledger.balance('a'));
  });
});

describe('what a customer pays', () => {
  it('is less while a machine is stopped, and the balance includes every entry', async () => {
    const cloud = await TestCloud.start();
    try {
      const { api, tenant } = await cloud.customer({ balance: 1_000_000 });
      const made = await api('POST', '/instance/create', order);
      const uuid = String(at(made.body, 'data', 'uuid'));
      await cloud.advance(tenant, 9);
      const summary = async () =>
        at((await api('GET', '/billing/summary')).body, 'data') as Record<string, number>;
      // 1 core 75, 2 GB 120, 30 GB of storage 60, an address 35
      expect(await summary()).toMatchObject({
        actual_balance: 1_000_000 - 290,
        current_hour_cost: 290,
        estimated_monthly_total: 290 * 720,
      });
      await api('PATCH', `/instance/${uuid}/stop`);
      await cloud.advance(tenant, 9);
      expect(await summary()).toMatchObject({ current_hour_cost: 95 });
      await cloud.advance(tenant, 10 * 3600);
      expect(await summary()).toMatchObject({ actual_balance: 1_000_000 - 290 - 950 });
      await api('DELETE', `/instance/${uuid}`, { remove_ip: true, remove_block_storage: true });
      await cloud.advance(tenant, 40 * 86_400);
      expect(await summary()).toMatchObject({
        actual_balance: 1_000_000 - 290 - 950,
        current_hour_cost: 0,
      });
      const ledgers = (await cloud.control('GET', `/tenants/${tenant.id}/ledger`)) as {
        balance: number;
        entries: { amount: number }[];
      }[];
      for (const { balance, entries } of ledgers)
        expect(entries.reduce((total, entry) => total + entry.amount, 0)).toBe(balance);
    } finally {
      await cloud.close();
    }
  });
});
