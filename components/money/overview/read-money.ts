/** Reads the money of one scope: its balance, its months, and all that it pays. Server only. */
import { scopesFor } from '@/components/parts/shell/scopes';
import { awanioInvoice } from '@/lib/money/account-invoice';
import { billedFor } from '@/lib/money/bills';
import { monthOfNow, monthsLater } from '@/lib/money/months';
import { tryRead } from '@/lib/next/backend';
import type { Problem } from '@/lib/problem';
import { rowsOf } from '../dashboards/holdings';
import { loadOverviews } from '../dashboards/load';
import { coveredBy } from '../dashboards/organization-rate';
import { readReports } from '../dashboards/read-spending';
import { reportMonths } from '../dashboards/spending';
import { walletsOf, type ScopeOverview, type ScopeWallet } from '../dashboards/scope-overview';
import { pageInput } from '../invoices/invoices';
import { monthFigures, type MonthFigures } from './month-figures';

/** The newest bill: a monthly report of an account by its day, or an invoice of an organization. */
export type LatestBill =
  | { kind: 'report'; account: string; day: string; month: string | null }
  | { kind: 'invoice'; org: string; invoice: string; month: string | null };

export interface ScopeMoney {
  overviews: readonly ScopeOverview[];
  wallet: ScopeWallet;
  months: MonthFigures;
  bill: LatestBill | null;
  /** Why the last month isn't known. */
  problem: Problem | null;
  /** When it was read, in milliseconds since 1970. */
  at: number;
}

interface Billed {
  last: number | null;
  bill: LatestBill | null;
  problem: Problem | null;
}

async function reported(account: string, last: string): Promise<Billed> {
  const { data, problem } = await readReports(account);
  const reports = reportMonths(data?.data ?? []);
  const newest = reports.findLast(({ billing_date: day, total }) => day !== null && total !== 0);
  return {
    last: reports.find(({ billing_periode: month }) => month === last)?.total ?? null,
    bill: newest?.billing_date
      ? { kind: 'report', account, day: newest.billing_date, month: newest.billing_periode }
      : null,
    problem: problem ?? null,
  };
}

/** The invoices as the list of invoices reads its first page, so that both share the answer. */
async function invoiced(org: string, last: string, now: number): Promise<Billed> {
  const { data, problem } = await tryRead('A45', pageInput(org, '', 1));
  const place = { key: `o/${org}`, name: '' };
  const invoices = (data?.data ?? []).map((row) => awanioInvoice(row, place, now));
  const newest = invoices.find(({ total, state }) => (total ?? 0) > 0 && state !== 'cancelled');
  return {
    last: billedFor(invoices, last),
    bill: newest ? { kind: 'invoice', org, invoice: newest.document, month: newest.month } : null,
    problem: problem ?? null,
  };
}

/**
 * Reads all in parallel; what can't be read is missing in it.
 * @param key of the scope: `o/{org}` or `vps/{account}`
 * @returns null if this person may not see its money, or it isn't known whether they may
 */
export async function readMoneyOf(key: string): Promise<ScopeMoney | null> {
  const { scopes } = await scopesFor(key);
  const scope = scopes.find((each) => each.key === key);
  if (!scope || scope.kind === 'project') return null;
  const now = Date.now();
  const last = monthsLater(monthOfNow(now), -1);
  const [{ overviews, at }, { last: billed, bill, problem }] = await Promise.all([
    loadOverviews(coveredBy(scope, scopes)),
    scope.kind === 'account' ? reported(scope.account, last) : invoiced(scope.group.org, last, now),
  ]);
  const [wallet] = walletsOf(overviews);
  if (!wallet) return null;
  const told = { spent: wallet.money.spent, last: billed };
  return {
    overviews,
    wallet,
    months: monthFigures(
      told,
      wallet.costs.perHour,
      overviews.flatMap(({ holdings }) => rowsOf(holdings.machines)),
      at,
    ),
    bill,
    problem,
    at,
  };
}
