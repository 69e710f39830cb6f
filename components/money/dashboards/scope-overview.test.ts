import { describe, expect, it } from 'vitest';
import type { Scope } from '@/components/parts/shell/scopes';
import { known, type Holdings, type ChargedItem } from './holdings';
import type { Machine } from './machine';
import { unknownMoney, type ScopeOverview } from './scope-overview';
import { totalsOf } from './summary-numbers';

const machine = (id: string, perHour: number) =>
  ({ id, name: id, group: 'run', perHour, perMonth: null }) as Machine;
const holdings = (perHour: number): Holdings => ({
  machines: known([machine(`m${perHour}`, perHour)]),
  disks: known<ChargedItem>([]),
  addresses: known<ChargedItem>([]),
});
const scope = (kind: Scope['kind'], org: string) =>
  (kind === 'account'
    ? { kind, key: org, account: org }
    : { kind, key: `${kind}/${org}`, group: { org } }) as unknown as Scope;
const place = (
  kind: Scope['kind'],
  org: string,
  perHour: number,
  more: Partial<ScopeOverview> = {},
): ScopeOverview => ({
  scope: scope(kind, org),
  role: null,
  holdings: holdings(perHour),
  money: null,
  seesMoney: true,
  create: null,
  ...more,
});
const money = (balance: number, more = {}) => ({ money: { ...unknownMoney, balance, ...more } });

describe('totalsOf', () => {
  it('counts the costs of projects once, in their organization’s balance', () => {
    const totals = totalsOf([
      place('organization', 'a', 100, money(24_000)),
      place('project', 'a', 50),
      place('project', 'b', 30),
    ]);
    expect(totals.wallets.map(({ costs }) => costs.perHour)).toEqual([150]);
    expect(totals.first?.runway).toEqual({ kind: 'lasts', hours: 160, most: false });
    expect(totals.perHour).toBe(180);
    expect(totals.balance).toBe(24_000);
    expect(totals.machines).toHaveLength(3);
  });

  it('names the wallet that runs out first, and prefers the backend’s own figure over the sum', () => {
    const totals = totalsOf([
      place('account', 'rich', 10, money(1_000_000)),
      place('account', 'poor', 10, money(1000, { perHour: 100 })),
    ]);
    expect(totals.first?.overview.scope.key).toBe('poor');
    expect(totals.first?.runway).toEqual({ kind: 'lasts', hours: 10, most: false });
    expect(totals.perHour).toBe(110);
    expect(totals.basis).toBeNull();
  });

  it('leaves out what this person may not see', () => {
    const totals = totalsOf([place('organization', 'a', 100, { seesMoney: false })]);
    expect(totals).toMatchObject({ wallets: [], first: null, balance: null, perHour: null });
  });

  it('says that a balance is unknown, not 0, if it couldn’t be read', () => {
    const problem = { code: 'backend_unreachable', status: 502, message: '' } as const;
    const totals = totalsOf([place('account', 'a', 10, { money: { ...unknownMoney, problem } })]);
    expect(totals.balance).toBeNull();
    expect(totals.first?.runway).toEqual({ kind: 'unknown', what: 'balance' });
  });
});
