/** Reads a month of one account: invoices, and of a VPS account movements, deposits and the report. Browser-safe. */
import { accountOfKey, organizationOfKey } from '@/components/money/invoices/place-links';
import { pageInput } from '@/components/money/invoices/invoices';
import type { ReadRef } from '@/lib/contract';
import type { Input, Result } from '@/lib/contract/types';
import {
  awanioInvoice,
  postpaidInvoice,
  type AccountInvoice,
  type BilledPlace,
} from '@/lib/money/account-invoice';
import { paidDeposit, type PaidDeposit } from '@/lib/money/deposit';
import {
  dayBefore,
  daysAround,
  isNewestFirst,
  movementOf,
  statementOf,
  type Movement,
  type Statement,
} from '@/lib/money/month-end';
import { monthOfInstant, monthsLater } from '@/lib/money/months';
import { isMissingOperation, ProblemError } from '@/lib/problem';

/** So many pages of invoices or deposits are read at most; movements are all read. */
const mostPages = 10;
/** Rows of a page of DewaVPS: the most that it gives. */
const pageSize = 100;

/** The month of an account. */
export interface PlaceMonth {
  place: BilledPlace;
  /** The invoices for the month. */
  invoices: AccountInvoice[];
  /** Whether older invoices or deposits were left out, so that some of the month's may be missing. */
  more: boolean;
  /** What only a VPS account has; null for an organization. */
  account: AccountMonth | null;
}

export interface AccountMonth {
  statement: Statement;
  /** The paid deposits that were made in the month. */
  deposits: PaidDeposit[];
  /** What the month's usage cost, by the provider's report; null if there is none. */
  usage: number | null;
  /** Whether the provider has any invoice for the account: it is postpaid. */
  postpaid: boolean;
}

/** How the reader makes its calls. */
export interface MonthReader {
  ask: <R extends ReadRef>(ref: R, input: Input<R>) => Promise<Result<R>>;
  /** Gives what was kept under the name of a step, or takes the step and keeps what it gives. */
  step: <T>(name: string, take: () => Promise<T>) => Promise<T>;
  /** Told after each step. @param all how many steps there are, as far as is known */
  onProgress: (done: number, all: number) => void;
  /** Milliseconds since 1970, which decides what is overdue. */
  now: number;
}

/** A page of a list, as it is kept. */
interface Page<T> {
  rows: T[];
  /** The number of the last page. */
  last: number;
  /** Whether no later page can have anything of the month. */
  enough: boolean;
}

/** Counts the steps of an account. */
class Progress {
  #done = 0;
  #all: number;
  constructor(
    all: number,
    private readonly tell: MonthReader['onProgress'],
  ) {
    this.#all = all;
    tell(0, all);
  }
  more(by: number): void {
    this.#all += by;
  }
  done(): void {
    this.#done += 1;
    this.tell(this.#done, Math.max(this.#all, this.#done));
  }
}

/** Reads the pages of a list one after the other. @param most pages at most */
async function pages<T>(
  read: (page: number) => Promise<Page<T>>,
  most: number,
  progress: Progress,
): Promise<{ rows: T[]; more: boolean }> {
  const rows: T[] = [];
  let expected = 1;
  for (let at = 1; ; at += 1) {
    const page = await read(at);
    rows.push(...page.rows);
    const last = Math.min(page.last, most);
    if (last > expected && !page.enough) {
      progress.more(last - expected);
      expected = last;
    }
    progress.done();
    if (page.enough || at >= page.last) return { rows, more: false };
    if (at >= most) return { rows, more: true };
  }
}

const lastOf = ({ page }: { page: { last_page: number | null } | null }) => page?.last_page ?? 1;

/** Whether everything on a page is older than the month: made before it, and for an earlier one. */
const older = (
  rows: readonly { month: string | null; made: string | null }[],
  month: string,
): boolean =>
  rows.length > 0 &&
  isNewestFirst(rows.map(({ made }) => ({ at: made }))) &&
  rows.every((row) => {
    const made = monthOfInstant(row.made);
    // An invoice may be made a while before the month that it is for.
    return made !== null && made < monthsLater(month, -1) && (row.month ?? '') < month;
  });

async function ofOrganization(
  place: BilledPlace,
  org: string,
  month: string,
  { ask, step, onProgress, now }: MonthReader,
): Promise<PlaceMonth> {
  const progress = new Progress(1, onProgress);
  const page = async (at: number): Promise<Page<AccountInvoice>> => {
    const list = await ask('A45', pageInput(org, '', at));
    const all = list.data.map((row) => awanioInvoice(row, place, now));
    const rows = all.filter((invoice) => invoice.month === month);
    return { rows, last: lastOf(list), enough: older(all, month) };
  };
  const read = await pages((at) => step(`A45 ${at}`, () => page(at)), mostPages, progress);
  return { place, invoices: onceEach(read.rows), more: read.more, account: null };
}

/** Rows once each, although pages moved while they were read. */
const onceEach = <T extends { id: string }>(rows: readonly T[]): T[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
];

type AccountReader = MonthReader & { month: string; progress: Progress };

/** All movements of the month's days, and what tells the balance before them. */
async function movementsOf({ ask, step, month, progress }: AccountReader): Promise<Movement[]> {
  const page = async (at: number): Promise<Page<Movement>> => {
    const query = { ...daysAround(month), limit: pageSize, page: at };
    const list = await ask('D82', { query });
    return { rows: list.data.map(movementOf), last: lastOf(list), enough: false };
  };
  const { rows } = await pages((at) => step(`D82 ${at}`, () => page(at)), Infinity, progress);
  const known = rows.some(({ at }) => (monthOfInstant(at) ?? month) < month);
  // Of a list with the oldest first, one row wouldn't be the last one.
  if (known || !isNewestFirst(rows)) return rows;
  progress.more(1);
  const before = await step('D82 before', async () => {
    const list = await ask('D82', { query: { end: dayBefore(month), limit: 1, page: 1 } });
    return list.data.map(movementOf);
  });
  progress.done();
  return [...rows, ...before];
}

async function depositsOf({ ask, step, month, progress }: AccountReader) {
  const page = async (at: number): Promise<Page<PaidDeposit>> => {
    const list = await ask('D79', { query: { limit: pageSize, page: at } });
    const made = list.data.map((row) => ({ made: row.created_at, month: null }));
    const rows = list.data.flatMap((row) => paidDeposit(row) ?? []);
    return {
      rows: rows.filter((deposit) => monthOfInstant(deposit.made) === month),
      last: lastOf(list),
      enough: older(made, month),
    };
  };
  return pages((at) => step(`D79 ${at}`, () => page(at)), mostPages, progress);
}

/** The invoices of a postpaid account; none where the provider has no such list. */
async function postpaidOf(place: BilledPlace, { ask, step, month, progress }: AccountReader) {
  const page = async (at: number): Promise<Page<AccountInvoice>> => {
    try {
      const list = await ask('D84', { query: { limit: pageSize, page: at } });
      const rows = list.data.map((row) => postpaidInvoice(row, place));
      return { rows, last: lastOf(list), enough: false };
    } catch (error) {
      if (error instanceof ProblemError && isMissingOperation(error.problem))
        return { rows: [], last: 1, enough: true };
      throw error;
    }
  };
  const read = await pages((at) => step(`D84 ${at}`, () => page(at)), mostPages, progress);
  const rows = onceEach(read.rows);
  return {
    invoices: rows.filter((invoice) => invoice.month === month),
    postpaid: rows.length > 0,
    more: read.more,
  };
}

async function usageOf({ ask, step, month, progress }: AccountReader): Promise<number | null> {
  const usage = await step('D88', async () => {
    const list = await ask('D88', { query: { limit: pageSize, page: 1 } });
    return list.data.find(({ billing_periode: of }) => of === month)?.total ?? null;
  });
  progress.done();
  return usage;
}

async function ofAccount(
  place: BilledPlace,
  month: string,
  reader: MonthReader,
): Promise<PlaceMonth> {
  const progress = new Progress(4, reader.onProgress);
  const of = { ...reader, month, progress };
  const { postpaid, ...billed } = await postpaidOf(place, of);
  const usage = await usageOf(of);
  const deposits = await depositsOf(of);
  const statement = statementOf(await movementsOf(of), month);
  return {
    place,
    invoices: billed.invoices,
    more: billed.more || deposits.more,
    account: { statement, deposits: onceEach(deposits.rows), usage, postpaid },
  };
}

/**
 * Reads a month of an account.
 * @param month `2026-06`
 * @throws what the calls throw
 */
export function readPlaceMonth(
  place: BilledPlace,
  month: string,
  reader: MonthReader,
): Promise<PlaceMonth> {
  const org = organizationOfKey(place.key);
  return accountOfKey(place.key) === null
    ? ofOrganization(place, org ?? '', month, reader)
    : ofAccount(place, month, reader);
}
