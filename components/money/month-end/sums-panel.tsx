'use client';
import { useTranslations } from 'use-intl';
import { billsHref } from '@/components/money/invoices/place-links';
import * as column from '@/components/parts/tables/column';
import type { Column } from '@/components/parts/tables/columns';
import { PlainTable } from '@/components/parts/tables/plain-table';
import { Panel } from '@/components/ui/panel';
import { Cell, TableRow } from '@/components/ui/table';
import { rupiah } from '@/lib/format';
import { monthRow, totalsOf, type MonthRow, type MonthTotals } from './month-sums';
import type { ReadMonth } from './use-month';

/** A row: the figures, or why there are none yet. */
interface Shown {
  key: string;
  name: string;
  sums: MonthRow | null;
  /** Said in place of the figures. */
  stand: string;
}

const amounts = ['total', 'tax', 'paid', 'left', 'deposits', 'depositTax'] as const;

/** Billed, tax, paid and left over all accounts, with totals of those that were read. */
export function SumsPanel({ read, name }: { read: ReadMonth; name: string }) {
  const t = useTranslations('month-end');
  const rows = read.places.map(({ place, month, problem, reading }): Shown => {
    const stand = reading ? t('state.reading') : problem ? t('state.failed') : t('state.unread');
    return { ...place, sums: month ? monthRow(month) : null, stand };
  });
  const sums = rows.flatMap(({ sums: known }) => known ?? []);
  const totals = totalsOf(sums);
  const columns: Column<Shown>[] = [
    column.name('account', t('account'), (row) => row.name, { href: ({ key }) => billsHref(key) }),
    column.text('count', t('invoices'), (row) => row.sums?.count ?? row.stand, { numeric: true }),
    ...amounts.map((id) => column.money<Shown>(id, t(id), (row) => row.sums?.[id] ?? null)),
  ];
  const out = totals.foreign + totals.unknown;
  return (
    <Panel title={t('sums', { month: name })} description={t('sumsText')} flush>
      <PlainTable
        caption={t('sums', { month: name })}
        columns={columns}
        rows={rows}
        rowId={({ key }) => key}
        foot={<Totals totals={totals} read={sums.length} all={rows.length} />}
      />
      <div className="text-muted flex flex-col gap-1 px-4 py-3">
        <p>{t('depositsText')}</p>
        {out > 0 ? <p>{t('notAdded', { count: out })}</p> : null}
        {totals.cancelled > 0 ? <p>{t('cancelled', { count: totals.cancelled })}</p> : null}
      </div>
    </Panel>
  );
}

/** The last row. It says how many accounts are in it where some are missing. */
function Totals({ totals, read, all }: { totals: MonthTotals; read: number; all: number }) {
  const t = useTranslations('month-end');
  return (
    <TableRow className="font-semibold">
      <Cell main>{read === all ? t('totals') : t('totalsOf', { read, all })}</Cell>
      <Cell numeric label={t('invoices')}>
        {totals.count}
      </Cell>
      {amounts.map((id) => (
        <Cell key={id} numeric label={t(id)}>
          {rupiah(totals[id])}
        </Cell>
      ))}
    </TableRow>
  );
}
