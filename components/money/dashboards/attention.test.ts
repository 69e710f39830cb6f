import { describe, expect, it } from 'vitest';
import type { Runway } from '@/lib/pricing';
import { attentionOf, troubleFirst } from './attention';
import type { Machine } from './machine';
import type { ScopeOverview, ScopeWallet } from './scope-overview';

const machine = (id: string, group: Machine['group']) => ({ id, group }) as Machine;
const overview = (label: string, ...machines: Machine[]) =>
  ({
    scope: { label },
    holdings: { machines: { kind: 'known', rows: machines, total: machines.length } },
  }) as unknown as ScopeOverview;
const wallet = (runway: Runway, payable: number | null = null) =>
  ({ overview: overview('x'), money: { payable }, runway }) as unknown as ScopeWallet;
const lasts = (hours: number): Runway => ({ kind: 'lasts', hours, most: false });
const kinds = (...given: Parameters<typeof attentionOf>) =>
  attentionOf(...given).map(({ kind }) => kind);

describe('attentionOf', () => {
  it('is empty where everything runs and is paid', () => {
    expect(kinds([overview('a', machine('1', 'run'))], [wallet(lasts(1000))])).toEqual([]);
  });
  it('names a few machines in error, and counts many', () => {
    const bad = ['1', '2', '3'].map((id) => machine(id, 'error'));
    const all = [overview('a', ...bad), overview('b', ...bad.slice(0, 2), machine('4', 'off'))];
    const found = attentionOf(all, []);
    expect(found.map(({ kind }) => kind)).toEqual(['machines', 'machine', 'machine']);
    expect(found[0]).toMatchObject({ count: 3 });
  });
  it('puts a balance that ends within days before machines, and one that ends soon after them', () => {
    const machines = [overview('a', machine('1', 'error'))];
    const wallets = [
      wallet(lasts(200)),
      wallet({ kind: 'postpaid' }, 125_000),
      wallet({ kind: 'empty' }),
    ];
    expect(kinds(machines, wallets)).toEqual(['runway', 'machine', 'payable', 'runway']);
  });
});

describe('troubleFirst', () => {
  it('puts what is wrong now first, then what will be soon, and keeps the order otherwise', () => {
    const [calm, failed, unread, empty, soon, last] = [
      overview('calm'),
      overview('failed', machine('1', 'error')),
      {
        scope: { label: 'unread' },
        holdings: { machines: { kind: 'problem', problem: {} } },
      } as unknown as ScopeOverview,
      overview('empty'),
      overview('soon'),
      overview('last', machine('2', 'run')),
    ] as const;
    const wallets = [
      { ...wallet({ kind: 'empty' }), overview: empty },
      { ...wallet(lasts(200)), overview: soon },
      { ...wallet(lasts(5000)), overview: calm },
    ];
    const found = troubleFirst([calm, soon, failed, unread, last, empty], wallets);
    expect(found).toEqual([failed, unread, empty, soon, calm, last]);
  });
});
