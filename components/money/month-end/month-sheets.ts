/** The sheets of a month's spreadsheet. Pure. */
import type { useTranslations } from 'use-intl';
import type { Sheet, SheetColumn, Value } from '@/components/parts/files/sheet';
import type { BilledPlace } from '@/lib/money/account-invoice';
import { paidOf, type AccountInvoice } from '@/lib/money/account-invoice';
import { jakartaDay } from '@/lib/money/invoice';
import { addedBalances, monthRow, totalsOf } from './month-sums';
import type { PlaceMonth } from './read-month';

/** The words of the sheets: those of the page, and of the states of invoices. */
export interface SheetWords {
  t: ReturnType<typeof useTranslations<'month-end'>>;
  state: (state: AccountInvoice['state']) => string;
}

/** What the sheets are made of. */
export interface SheetsOf {
  month: string;
  months: readonly PlaceMonth[];
  /** Accounts that aren't in them. */
  unread: readonly BilledPlace[];
  /** Whether the month is over. */
  over: boolean;
}

type Kind = SheetColumn['kind'];
const columns = (...of: [header: string, kind: Kind][]): SheetColumn[] =>
  of.map(([header, kind]) => ({ header, kind }));

const sums = ['total', 'tax', 'paid', 'left', 'deposits', 'depositTax'] as const;
const balances = ['opening', 'in', 'out', 'closing', 'difference'] as const;

/** A row an account with its sums and balances, and their totals. */
function summarySheet({ months, unread, over, month }: SheetsOf, { t }: SheetWords): Sheet {
  const rows = months.map((of) => {
    const row = monthRow(of);
    const kind = t(`sheets.kinds.${of.account ? 'account' : 'organization'}`);
    const { statement = null, usage = null } = of.account ?? {};
    return [
      ...[row.name, kind, row.count, ...sums.map((id) => row[id])],
      ...balances.map((id) => statement?.[id] ?? null),
      usage,
    ];
  });
  const totals = totalsOf(months.map(monthRow));
  const accounts = months.flatMap(({ account }) => account ?? []);
  const all = (of: (account: (typeof accounts)[number]) => number | null) =>
    accounts.length === 0 ? null : addedBalances(accounts.map(of));
  return {
    name: t('sheets.summary'),
    columns: [
      ...columns([t('account'), 'text'], [t('sheets.kind'), 'text'], [t('invoices'), 'number']),
      ...columns(...sums.map((id): [string, Kind] => [t(id), 'money'])),
      ...columns(
        [t('opening'), 'money'],
        [t('in'), 'money'],
        [t('out'), 'money'],
        [t('closing'), 'money'],
        [t('sheets.difference'), 'money'],
        [t('usage'), 'money'],
      ),
    ],
    rows: [
      ...rows,
      ...unread.map(({ name }) => [name, t('sheets.unread')]),
      [
        ...[`${t('totals')} ${month}`, null, totals.count, ...sums.map((id) => totals[id])],
        ...balances.map((id) => all(({ statement }) => statement[id])),
        all(({ usage }) => usage),
      ],
      ...(over ? [] : [[t('sheets.notOver')]]),
    ],
  };
}

function invoicesSheet({ months }: SheetsOf, { t, state }: SheetWords): Sheet {
  // An amount in another currency is a text with its name, so that nothing adds it to rupiah.
  const money = ({ currency }: AccountInvoice, value: number | null): Value =>
    currency === null || value === null ? value : `${currency} ${value}`;
  return {
    name: t('sheets.invoices'),
    columns: columns(
      [t('account'), 'text'],
      [t('sheets.number'), 'text'],
      [t('sheets.state'), 'text'],
      [t('sheets.period'), 'text'],
      [t('sheets.made'), 'day'],
      [t('sheets.due'), 'day'],
      [t('total'), 'money'],
      [t('tax'), 'money'],
      [t('paid'), 'money'],
      [t('left'), 'money'],
      [t('sheets.currency'), 'text'],
    ),
    rows: months
      .flatMap(({ invoices }) => invoices)
      .map((of) => [
        ...[of.name, of.number, state(of.state), of.month],
        ...[jakartaDay(of.made), jakartaDay(of.due)],
        ...[of.total, of.tax, paidOf(of), of.left].map((value) => money(of, value)),
        of.currency ?? 'IDR',
      ]),
  };
}

function movementsSheet({ months }: SheetsOf, { t }: SheetWords): Sheet {
  return {
    name: t('sheets.movements'),
    columns: columns(
      [t('account'), 'text'],
      [t('sheets.made'), 'instant'],
      [t('sheets.description'), 'text'],
      [t('sheets.amount'), 'money'],
      [t('sheets.after'), 'money'],
    ),
    rows: months.flatMap(({ place, account }) =>
      (account?.statement.movements ?? []).map(({ at, description, amount, after }) => [
        ...[place.name, at, description, amount, after],
      ]),
    ),
  };
}

function depositsSheet({ months }: SheetsOf, { t }: SheetWords): Sheet {
  return {
    name: t('sheets.deposits'),
    columns: columns(
      [t('account'), 'text'],
      [t('sheets.number'), 'text'],
      [t('sheets.made'), 'instant'],
      [t('sheets.amount'), 'money'],
      [t('tax'), 'money'],
      [t('sheets.fee'), 'money'],
      [t('sheets.method'), 'text'],
    ),
    rows: months.flatMap(({ place, account }) =>
      (account?.deposits ?? []).map(({ number, made, amount, tax, fee, method }) => [
        ...[place.name, number, made, amount, tax, fee, method],
      ]),
    ),
  };
}

/** The sheets: summary, invoices, movements, deposits. */
export const monthSheets = (of: SheetsOf, words: SheetWords): Sheet[] =>
  [summarySheet, invoicesSheet, movementsSheet, depositsSheet].map((make) => make(of, words));
