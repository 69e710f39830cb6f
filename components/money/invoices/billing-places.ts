/** The accounts whose bills a person may read, and how they are read. Server only. */
import { allows } from '@/components/parts/shell/scope-rules';
import { sessionScopes } from '@/components/parts/shell/scopes';
import { operation } from '@/lib/contract';
import { roleCan } from '@/lib/contract/permissions';
import { awanioInvoice, postpaidInvoice, type BilledPlace } from '@/lib/money/account-invoice';
import { billedFor, type PlaceBills } from '@/lib/money/bills';
import { monthOfNow, monthsLater } from '@/lib/money/months';
import { tryRead } from '@/lib/next/backend';
import { isMissingOperation, type Problem } from '@/lib/problem';
import { accountOfKey, organizationOfKey } from './place-links';
import { pageInput } from './invoices';

/** The accounts with bills. */
export interface BilledPlaces {
  /** Those whose bills the person may read, as far as is known: organizations, then accounts. */
  places: readonly BilledPlace[];
  /** VPS accounts whose key lacks the right. */
  refused: readonly BilledPlace[];
  /** Why organizations are missing. */
  problem: Problem | null;
}

/** Lists the accounts with bills. A project has no bills of its own. */
export async function billedPlaces(): Promise<BilledPlaces> {
  const { scopes, problem } = await sessionScopes();
  const places: BilledPlace[] = [];
  const refused: BilledPlace[] = [];
  for (const scope of scopes) {
    const place = { key: scope.key, name: scope.label };
    if (scope.kind === 'organization') {
      if (roleCan(scope.role, operation('A45').permission)) places.push(place);
    } else if (scope.kind === 'account') {
      (allows(scope, 'billing') ? places : refused).push(place);
    }
  }
  return { places, refused, problem };
}

/** What was read of an account's bills, and why the rest couldn't be. */
export interface ReadBills {
  place: BilledPlace;
  /** Null if nothing could be read. */
  bills: PlaceBills | null;
  problem: Problem | null;
}

async function ofOrganization(place: BilledPlace, org: string, now: number): Promise<ReadBills> {
  const { data, problem } = await tryRead('A45', pageInput(org, '', 1));
  if (problem) return { place, bills: null, problem };
  const invoices = data.data.map((row) => awanioInvoice(row, place, now));
  const of = (month: string) => billedFor(invoices, month);
  const month = monthOfNow(now);
  return {
    place,
    problem: null,
    bills: {
      place,
      invoices,
      count: data.page?.total ?? data.data.length,
      thisMonth: of(month),
      lastMonth: of(monthsLater(month, -1)),
    },
  };
}

async function ofAccount(place: BilledPlace, account: string, now: number): Promise<ReadBills> {
  const [postpaid, summary, reports] = await Promise.all([
    tryRead('D84', { query: { limit: 100 } }, account),
    tryRead('D78', {}, account),
    tryRead('D88', { query: { limit: 12 } }, account),
  ]);
  // A provider without postpaid accounts may have no such list; its prepaid ones have no invoices.
  const unread = isMissingOperation(postpaid.problem) ? null : (postpaid.problem ?? null);
  const problem = summary.problem ?? unread;
  if (summary.problem && postpaid.problem) return { place, bills: null, problem };
  const last = monthsLater(monthOfNow(now), -1);
  const report = reports.data?.data.find(({ billing_periode: month }) => month === last);
  const rows = postpaid.data?.data ?? [];
  return {
    place,
    problem,
    bills: {
      place,
      invoices: rows.map((row) => postpaidInvoice(row, place)),
      count: postpaid.data?.page?.total ?? rows.length,
      thisMonth: summary.data?.current_cost ?? null,
      lastMonth: report?.total ?? null,
    },
  };
}

/** Reads the newest invoices of an account, and what its months cost. @param now milliseconds since 1970 */
export function readBills(place: BilledPlace, now: number): Promise<ReadBills> {
  const account = accountOfKey(place.key);
  return account === null
    ? ofOrganization(place, organizationOfKey(place.key) ?? '', now)
    : ofAccount(place, account, now);
}
