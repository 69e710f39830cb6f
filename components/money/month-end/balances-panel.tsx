'use client';
import { useTranslations } from 'use-intl';
import * as column from '@/components/parts/tables/column';
import type { Column } from '@/components/parts/tables/columns';
import { PlainTable } from '@/components/parts/tables/plain-table';
import { Panel } from '@/components/ui/panel';
import { Cell, TableRow } from '@/components/ui/table';
import { rupiah } from '@/lib/format';
import { paths } from '@/lib/paths';
import { accountOfKey } from '@/components/money/invoices/place-links';
import { addedBalances } from './month-sums';
import type { AccountMonth, PlaceMonth } from './read-month';

type Row = AccountMonth & { key: string; name: string };

/** Opening balance, movements and closing balance of each VPS account, which must agree. */
export function BalancesPanel({ months, name }: { months: readonly PlaceMonth[]; name: string }) {
  const t = useTranslations('month-end');
  const rows = months.flatMap(({ place, account }): Row[] =>
    account ? [{ ...place, ...account }] : [],
  );
  if (rows.length === 0) return null;
  const money = (id: 'opening' | 'in' | 'out' | 'closing') =>
    column.money<Row>(id, t(id), ({ statement }) => statement[id], {
      at: id === 'closing' ? 'figure' : 'rest',
    });
  const columns: Column<Row>[] = [
    column.name('account', t('account'), (row) => row.name, {
      href: ({ key }) => paths.vpsBillingPart(accountOfKey(key) ?? '', 'credits'),
    }),
    column.count('movements', t('movements'), ({ statement }) => statement.movements.length),
    money('opening'),
    money('in'),
    money('out'),
    money('closing'),
    column.text('agrees', t('agreement'), ({ statement }) => statement.difference, {
      cell: ({ statement }) => <Agreement difference={statement.difference} />,
    }),
    column.money('usage', t('usage'), ({ usage }) => usage),
  ];
  const unclear = rows.reduce((sum, { statement }) => sum + statement.unclear, 0);
  return (
    <Panel title={t('balances', { month: name })} description={t('balancesText')} flush>
      <PlainTable
        caption={t('balances', { month: name })}
        columns={columns}
        rows={rows}
        rowId={({ key }) => key}
        foot={rows.length > 1 ? <Totals rows={rows} /> : null}
      />
      <div className="text-muted flex flex-col gap-1 px-4 py-3 empty:hidden">
        {unclear > 0 ? <p className="text-warn">{t('unclear', { count: unclear })}</p> : null}
        {rows.some(({ postpaid }) => postpaid) ? <p>{t('postpaidText')}</p> : null}
      </div>
    </Panel>
  );
}

/** Whether a balance agrees with its movements; by how much it doesn't. */
function Agreement({ difference }: { difference: number | null }) {
  const t = useTranslations('month-end');
  if (difference === null) return <span className="text-faint">{t('agrees.unknown')}</span>;
  if (difference === 0) return <span className="text-run">{t('agrees.yes')}</span>;
  return (
    <span className="text-danger font-semibold">
      {t('agrees.no', { amount: rupiah(difference) })}
    </span>
  );
}

function Totals({ rows }: { rows: readonly Row[] }) {
  const t = useTranslations('month-end');
  const statements = rows.map(({ statement }) => statement);
  const of = (id: 'opening' | 'in' | 'out' | 'closing') =>
    addedBalances(statements.map((statement) => statement[id]));
  return (
    <TableRow className="font-semibold">
      <Cell main>{t('totals')}</Cell>
      <Cell numeric label={t('movements')}>
        {statements.reduce((sum, { movements }) => sum + movements.length, 0)}
      </Cell>
      {(['opening', 'in', 'out', 'closing'] as const).map((id) => (
        <Cell key={id} numeric label={t(id)}>
          {rupiah(of(id))}
        </Cell>
      ))}
      <Cell label={t('agreement')}>
        <Agreement difference={addedBalances(statements.map(({ difference }) => difference))} />
      </Cell>
      <Cell numeric label={t('usage')}>
        {rupiah(addedBalances(rows.map(({ usage }) => usage)))}
      </Cell>
    </TableRow>
  );
}
