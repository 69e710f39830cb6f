/** What of a dashboard needs doing, most urgent first. Pure. */
import { soonerFirst, urgency } from '@/lib/pricing';
import { rowsOf } from './holdings';
import type { Machine } from './machine';
import type { ScopeOverview, ScopeWallet } from './scope-overview';

/** One thing that needs doing. */
export type Attention =
  /** A balance is used up or ends within a fortnight. */
  | { kind: 'runway'; wallet: ScopeWallet; strong: 'danger' | 'warn' }
  /** Rupiah that a postpaid account still has to pay. */
  | { kind: 'payable'; wallet: ScopeWallet; amount: number }
  | { kind: 'machine'; machine: Machine }
  /** Many machines of one place are in error. */
  | { kind: 'machines'; overview: ScopeOverview; count: number };

/** So many machines of one place are named; more are counted. */
const mostNamed = 2;

const errorsOf = (overview: ScopeOverview): Attention[] => {
  const failed = rowsOf(overview.holdings.machines).filter(({ group }) => group === 'error');
  return failed.length > mostNamed
    ? [{ kind: 'machines', overview, count: failed.length }]
    : failed.map((machine) => ({ kind: 'machine', machine }));
};

/** How much a place needs its people: 0 where something is wrong now, 1 where it will be soon, 2 elsewhere. */
function needOf(overview: ScopeOverview, wallets: readonly ScopeWallet[]): number {
  const { machines } = overview.holdings;
  if (machines.kind === 'problem' || overview.money?.problem) return 0;
  if (rowsOf(machines).some(({ group }) => group === 'error')) return 0;
  const wallet = wallets.find((each) => each.overview === overview);
  const strong = wallet ? urgency(wallet.runway) : null;
  if (strong) return strong === 'danger' ? 0 : 1;
  return (wallet?.money.payable ?? 0) > 0 ? 1 : 2;
}

/** Orders places so that those in trouble stand first; otherwise they stay in their order. */
export function troubleFirst(
  overviews: readonly ScopeOverview[],
  wallets: readonly ScopeWallet[],
): ScopeOverview[] {
  const needs = new Map(overviews.map((each) => [each, needOf(each, wallets)]));
  return overviews.toSorted((a, b) => (needs.get(a) ?? 2) - (needs.get(b) ?? 2));
}

/** Lists what needs doing: a balance that ends, machines in error, what is due, a balance that ends soon. */
export function attentionOf(
  overviews: readonly ScopeOverview[],
  wallets: readonly ScopeWallet[],
): Attention[] {
  const ending = [...wallets]
    .sort((a, b) => soonerFirst(a.runway, b.runway))
    .flatMap((wallet): Extract<Attention, { kind: 'runway' }>[] => {
      const strong = urgency(wallet.runway);
      return strong ? [{ kind: 'runway', wallet, strong }] : [];
    });
  const due = wallets.flatMap((wallet): Attention[] => {
    const amount = wallet.money.payable ?? 0;
    return amount > 0 ? [{ kind: 'payable', wallet, amount }] : [];
  });
  return [
    ...ending.filter(({ strong }) => strong === 'danger'),
    ...overviews.flatMap(errorsOf),
    ...due,
    ...ending.filter(({ strong }) => strong === 'warn'),
  ];
}
