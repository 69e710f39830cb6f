'use client';
import { useLocale, useTranslations } from 'use-intl';
import * as column from '@/components/parts/tables/column';
import { PlainTable } from '@/components/parts/tables/plain-table';
import { cx } from '@/components/ui/cx';
import { Foreign } from '@/components/ui/foreign';
import { Cell, TableRow } from '@/components/ui/table';
import { number, rate, rupiah } from '@/lib/format';
import type { ReportLine, reportLines } from '@/lib/money/report';

const indents = ['', 'pl-4', 'pl-8'] as const;
const idOf = ({ id }: ReportLine) => id;

/** All costs of a report: services, the things in them, and their parts. The lines add up to the total at its end. */
export function ReportTable({
  report: { lines, total },
}: {
  report: ReturnType<typeof reportLines>;
}) {
  const t = useTranslations('vps-billing.report');
  const locale = useLocale();
  const strong = ({ kind }: ReportLine) => (kind === 'service' ? 'font-semibold' : undefined);
  return (
    <PlainTable<ReportLine>
      caption={t('table')}
      rows={lines}
      rowId={idOf}
      columns={[
        column.text('name', t('name'), ({ name }) => name, {
          main: true,
          cell: (line) => (
            <span className={cx('block break-words', indents[line.depth], strong(line))}>
              {line.kind === 'difference' ? t('difference') : <Foreign text={line.name} />}
            </span>
          ),
        }),
        column.text('plan', t('plan'), ({ plan }) => plan, {
          cell: ({ plan }) => (plan === null ? null : <Foreign text={plan} />),
        }),
        // On a phone the cost has the place of the figure.
        column.count('price', t('price'), ({ price }) => price, {
          cell: ({ price }) => (price === null ? null : rate(price)),
        }),
        column.count('hours', t('hours'), ({ hours }) => hours, {
          cell: ({ hours }) => (hours === null ? null : number(hours, locale, 2)),
        }),
        column.money('cost', t('cost'), ({ cost }) => cost, {
          cell: (line) => <span className={strong(line)}>{rupiah(line.cost)}</span>,
        }),
      ]}
      foot={
        <TableRow>
          <Cell main>
            <strong>{t('total')}</strong>
          </Cell>
          <Cell className="max-md:hidden!">{null}</Cell>
          <Cell className="max-md:hidden!">{null}</Cell>
          <Cell className="max-md:hidden!">{null}</Cell>
          <Cell numeric label={t('cost')}>
            <strong>{rupiah(total)}</strong>
          </Cell>
        </TableRow>
      }
    />
  );
}
