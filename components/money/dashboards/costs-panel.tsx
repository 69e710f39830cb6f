import { BarChart } from '@/components/parts/charts/bar-chart';
import type { ChartPoint, ChartSeries, StateTone } from '@/components/parts/charts/chart';
import * as column from '@/components/parts/tables/column';
import { PlainTable } from '@/components/parts/tables/plain-table';
import { FoldedPanel } from '@/components/ui/folded-panel';
import { Cell, TableRow } from '@/components/ui/table';
import { pricePerMonth, rate, rupiah } from '@/lib/format';
import type { CostLine, Service } from '@/lib/pricing';
import { CopiesButton } from './copies-button';
import { rowsOf } from './holdings';
import { costsOf, type ScopeOverview } from './scope-overview';
import type { Totals } from './summary-numbers';
import { dashboardWords, type Words } from './words';

/** How many accounts the chart shows: those that cost most. */
const mostRows = 8;

/** The color of a service that is a group of machines; other services have none. */
const tones: Partial<Record<Service, StateTone>> = {
  running: 'run',
  busy: 'busy',
  stopped: 'off',
  error: 'danger',
  unknown: 'warn',
};

interface CostsPanelProps {
  overviews: readonly ScopeOverview[];
  totals: Totals;
}

/** Shows what an hour and a month cost by service, as a table and a chart. Renders nothing if no costs are known. */
export async function CostsPanel({ overviews, totals }: CostsPanelProps) {
  const { t, language } = await dashboardWords();
  const { lines, perHour, perMonth } = totals;
  const service = (line: CostLine) => (
    <span className="flex flex-wrap items-center gap-x-2">
      {t(`services.${line.service}`)}
      {line.service === 'rest' ? <Copies overviews={overviews} line={line} /> : null}
    </span>
  );
  // A total alone repeats the figures of the summary.
  if (lines.every(({ service }) => service === 'rest')) return null;
  return (
    <FoldedPanel
      title={t('costs.title')}
      figure={
        perMonth === null ? null : t('summary.month', { amount: pricePerMonth(perMonth, language) })
      }
      description={t('costs.hint')}
      flush
    >
      <div className="lg:divide-line grid lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] lg:divide-x">
        <div className="min-w-0">
          <PlainTable<CostLine>
            caption={t('costs.title')}
            columns={[
              { id: 'service', header: t('costs.service'), main: true, cell: service },
              column.count('count', t('costs.count'), ({ count }) => count, {
                className: 'text-muted max-md:hidden!',
              }),
              column.text('hour', t('costs.hour'), ({ perHour: hour }) => hour, {
                numeric: true,
                cell: (line) => <PerHour line={line} t={t} />,
              }),
              column.money('month', t('costs.month'), ({ perMonth: month }) => month),
            ]}
            rows={lines}
            rowId={(line) => line.service}
            foot={
              <TableRow className="font-semibold">
                <Cell main className="font-semibold">
                  {t('costs.total')}
                </Cell>
                <Cell className="max-md:hidden!" />
                <Cell label={t('costs.hour')} numeric>
                  {rate(perHour)}
                </Cell>
                <Cell label={t('costs.month')} numeric>
                  {rupiah(perMonth)}
                </Cell>
              </TableRow>
            }
          />
        </div>
        <div className="border-line min-w-0 border-t p-3 lg:border-t-0">
          <CostsChart overviews={overviews} lines={lines} t={t} />
        </div>
      </div>
    </FoldedPanel>
  );
}

/** The button that lists an account's snapshots and backups, under the line that holds their costs. */
function Copies({ overviews, line }: { overviews: readonly ScopeOverview[]; line: CostLine }) {
  const [only] = overviews;
  if (overviews.length > 1 || only?.scope.kind !== 'account' || line.perMonth === null) return null;
  const machines = rowsOf(only.holdings.machines).map(({ id, name }) => ({
    uuid: id.replace(/^instance\//, ''),
    name,
  }));
  if (machines.length === 0) return null;
  return <CopiesButton {...{ machines }} perMonth={line.perMonth} />;
}

function PerHour({ line: { perHour, unpriced }, t }: { line: CostLine; t: Words }) {
  return (
    <>
      {rate(perHour)}
      {unpriced > 0 ? (
        <span className="text-faint block text-xs whitespace-normal">
          {t('costs.unpriced', { count: unpriced })}
        </span>
      ) : null}
    </>
  );
}

interface CostsChartProps {
  overviews: readonly ScopeOverview[];
  lines: readonly CostLine[];
  t: Words;
}

/** Draws a bar for each account, stacked by service. With one account, draws a bar for each service. */
function CostsChart({ overviews, lines, t }: CostsChartProps) {
  const known = lines.filter(({ perMonth }) => perMonth !== null);
  const shown = overviews
    .filter(({ seesMoney }) => seesMoney)
    .map((overview) => ({ label: overview.scope.label, costs: costsOf(overview) }))
    .filter(({ costs }) => (costs.perMonth ?? 0) > 0)
    .sort((a, b) => (b.costs.perMonth ?? 0) - (a.costs.perMonth ?? 0))
    .slice(0, mostRows);
  const several = overviews.length > 1 && shown.length > 1;
  const series: ChartSeries[] = several
    ? known.map(({ service }) => ({
        key: service,
        label: t(`services.${service}`),
        tone: tones[service],
      }))
    : [{ key: 'amount', label: t('costs.month') }];
  const points: ChartPoint[] = several
    ? shown.map(({ label, costs }) => ({
        x: label,
        values: Object.fromEntries(costs.lines.map(({ service, perMonth }) => [service, perMonth])),
      }))
    : known.map(({ service, perMonth }) => ({
        x: t(`services.${service}`),
        values: { amount: perMonth },
        tone: tones[service],
      }));
  return (
    <BarChart
      rows
      stacked={several}
      label={several ? t('costs.chartByPlace') : t('costs.chartByService')}
      series={series}
      points={points}
      format="rupiah"
      xLabel={several ? t('places.place') : t('costs.service')}
      height={points.length > 4 ? 'md' : 'sm'}
    />
  );
}
