'use client';
import { useLocale, useTranslations } from 'use-intl';
import { BarChart } from '@/components/parts/charts/bar-chart';
import { spanWords } from '@/components/parts/forms/span-words';
import * as column from '@/components/parts/tables/column';
import { PlainTable } from '@/components/parts/tables/plain-table';
import { cx } from '@/components/ui/cx';
import { TextLink } from '@/components/ui/text-link';
import { number } from '@/lib/format';
import { BillView } from './bill-view';
import type { CostRow } from './cost-rows';
import type { LatestBill } from './read-money';

const kinds = ['service', 'thing', 'project', 'bill'] as const;
type Kind = (typeof kinds)[number];

/** How many bars a chart has: those of the dearest. */
const mostBars = 8;

export interface CostViewsProps {
  rows: Record<Exclude<Kind, 'bill'>, readonly CostRow[]>;
  /** How many things are left out: those that cost least. */
  more: number;
  /** Rupiah an hour of everything; null if it isn't known. */
  perHour: number | null;
  /** A balance pays, so that something can be gained. */
  prepaid: boolean;
  bill: LatestBill | null;
  /** By what the costs are shown, as the URL says. */
  view: string;
  onView: (view: Kind) => void;
}

/** Where the money goes: a chart and a table by service, machine, project, or of the latest bill. */
export function CostViews(props: CostViewsProps) {
  const { rows, bill, view, onView } = props;
  const t = useTranslations('money-overview.costs');
  // Where nothing that runs is shown, a bill is all there is.
  const hidden = rows.thing.length === 0 && rows.service.every(({ service }) => service === 'rest');
  const offered = kinds.filter((kind) =>
    kind === 'bill' ? bill !== null || hidden : !hidden && rows[kind].length > 0,
  );
  const shown = offered.find((kind) => kind === view) ?? offered[0] ?? 'bill';
  return (
    <div className="flex min-w-0 flex-col gap-3 py-1">
      <div role="group" aria-label={t('by')} className="flex flex-wrap gap-1">
        {offered.map((kind) => (
          <button
            key={kind}
            type="button"
            aria-pressed={kind === shown}
            onClick={() => onView(kind)}
            className={cx(
              'rounded px-2.5 py-1 text-sm',
              kind === shown ? 'bg-accent-soft text-ink font-medium' : 'text-muted hover:text-ink',
            )}
          >
            {t(kind)}
          </button>
        ))}
      </div>
      {hidden ? <p className="text-muted text-sm">{t('hidden')}</p> : null}
      {shown === 'bill' ? <BillView bill={bill} /> : <Costs {...props} kind={shown} />}
    </div>
  );
}

function useNameOf() {
  const t = useTranslations('dashboards.services');
  return ({ name, service }: CostRow) => name ?? t(service);
}

function Costs({
  rows: all,
  kind,
  more,
  perHour,
  prepaid,
}: CostViewsProps & { kind: Exclude<Kind, 'bill'> }) {
  const t = useTranslations('money-overview.costs');
  const words = useTranslations('dashboards.services');
  const ui = useTranslations('ui');
  const locale = useLocale();
  const nameOf = useNameOf();
  const rows = all[kind];
  const day = (row: CostRow) => (row.perHour === null ? null : row.perHour * 24);
  const share = ({ perHour: each }: CostRow) =>
    each === null || !perHour ? '–' : `${number((each / perHour) * 100, locale, 0)} %`;
  const gain = ({ gain: gained }: CostRow) =>
    gained === null
      ? '–'
      : gained.kind === 'forever'
        ? t('forever')
        : t('hours', { span: spanWords(ui, gained.hours) });
  const name = (row: CostRow) => (
    <>
      {row.href ? <TextLink href={row.href}>{nameOf(row)}</TextLink> : nameOf(row)}
      {row.unused ? <span className="text-warn ml-2 text-xs">{t('unused')}</span> : null}
    </>
  );
  if (rows.length === 0) return <p className="text-muted text-sm">{t('none')}</p>;
  return (
    <div className="grid min-w-0 gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="min-w-0">
        <PlainTable<CostRow>
          caption={`${t('title')}: ${t(kind)}`}
          columns={[
            { id: 'name', header: kind === 'thing' ? t('name') : t(kind), main: true, cell: name },
            kind === 'thing' &&
              column.text('what', t('what'), ({ service }) => words(service), {
                className: 'text-muted',
              }),
            column.money('day', t('day'), day),
            column.text('share', t('share'), share, { numeric: true }),
            prepaid && column.text('gain', t('gain'), gain, { numeric: true }),
          ]}
          rows={rows}
          rowId={({ id }) => id}
        />
        {kind === 'thing' && more > 0 ? (
          <p className="text-faint py-2 text-sm">{t('more', { count: more })}</p>
        ) : null}
        <p className="text-faint pt-2 text-xs">{t('hint')}</p>
      </div>
      <BarChart
        rows
        label={t('chart')}
        xLabel={kind === 'thing' ? t('name') : t(kind)}
        series={[{ key: 'amount', label: t('day') }]}
        points={rows
          .filter((row) => row.perHour !== null)
          .slice(0, mostBars)
          .map((row) => ({ x: nameOf(row), values: { amount: day(row) } }))}
        format="rupiah"
        height={rows.length > 4 ? 'md' : 'sm'}
      />
    </div>
  );
}
