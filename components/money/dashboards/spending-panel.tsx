import { BarChart } from '@/components/parts/charts/bar-chart';
import type { ChartPoint } from '@/components/parts/charts/chart';
import { FoldedPanel } from '@/components/ui/folded-panel';
import { monthOf, rupiah, exact } from '@/lib/format';
import { tryRead } from '@/lib/next/backend';
import type { Problem } from '@/lib/problem';
import type { ScopeOverview, Money } from './scope-overview';
import { ProblemLine } from './problem-line';
import type { AccountScope } from './read-account';
import type { GroupScope } from './read-group';
import { readInvoices, readReports } from './read-spending';
import {
  anySpent,
  invoicePoints,
  monthPoints,
  openInvoices,
  reportMonths,
  servicePoints,
} from './spending';
import { dashboardWords, type Language } from './words';
import { KeyValue } from '@/components/ui/key-value';

/**
 * Shows what was spent, from the backend's own reports and invoices. It comes after the rest of the page, and
 * awaits
 * all of its reads here, so that `ContentOrOutline` knows when they are done.
 */
export async function SpendingPanel({ overview }: { overview: ScopeOverview }) {
  const { scope, money, seesMoney } = overview;
  if (!seesMoney || !money) return null;
  if (scope.kind === 'account') return accountSpending({ scope, money });
  return scope.kind === 'organization' ? organizationSpending({ scope }) : null;
}

interface Bars {
  title: string;
  label: string;
  xLabel: string;
  points: ChartPoint[];
  rows?: boolean;
  words: Language;
}

function Amounts({ title, label, xLabel, points, rows = false, words: { t } }: Bars) {
  return (
    <div className="min-w-0">
      <h3 className="text-muted text-sm">{title}</h3>
      <BarChart
        rows={rows}
        label={label}
        xLabel={xLabel}
        series={[{ key: 'amount', label: t('spending.amount') }]}
        points={points}
        format="rupiah"
        height="sm"
      />
    </div>
  );
}

/** One line that replaces what couldn't be read. */
async function SpendingProblem({ what, problem }: { what: string; problem: Problem }) {
  return (
    <div className="text-muted flex flex-wrap items-center gap-x-3">
      {what}
      <ProblemLine problem={problem} place={what} />
    </div>
  );
}

interface AccountSpendingProps {
  scope: AccountScope;
  money: NonNullable<ScopeOverview['money']>;
}

async function accountSpending({ scope, money }: AccountSpendingProps) {
  const words = await dashboardWords();
  const { t, language } = words;
  const { data, problem } = await readReports(scope.account);
  const reports = reportMonths(data?.data ?? []);
  const months = anySpent(reports) ? reports : [];
  const last = months.at(-1);
  const byService = last?.billing_date
    ? await monthByService({
        account: scope.account,
        date: last.billing_date,
        month: monthOf(last.billing_periode ?? '', language),
        words,
      })
    : null;
  return (
    <FoldedPanel
      title={t('spending.title')}
      figure={money.spent === null ? null : t('summary.spent', { amount: rupiah(money.spent) })}
      description={t('spending.accountHint')}
    >
      <div className="grid gap-x-6 gap-y-4 lg:grid-cols-2">
        {problem ? <SpendingProblem what={t('spending.byMonth')} problem={problem} /> : null}
        {!problem && months.length === 0 ? (
          <p className="text-muted">{t('spending.noReport')}</p>
        ) : null}
        {months.length > 0 ? (
          <Amounts
            title={t('spending.byMonth')}
            label={t('spending.byMonth')}
            xLabel={t('spending.month')}
            points={monthPoints(months, language, t('spending.soFar'))}
            words={words}
          />
        ) : null}
        {byService}
        <TopUps money={money} />
      </div>
    </FoldedPanel>
  );
}

interface MonthByServiceProps {
  account: string;
  date: string;
  month: string;
  words: Language;
}

async function monthByService({ account, date, month, words }: MonthByServiceProps) {
  const { t } = words;
  const title = t('spending.byService', { month });
  const { data, problem } = await tryRead('D89', { params: { summary_date: date } }, account);
  if (problem) return <SpendingProblem what={title} problem={problem} />;
  const points = servicePoints(data);
  if (points.length === 0) return null;
  return (
    <Amounts
      rows
      title={title}
      label={title}
      xLabel={t('costs.service')}
      points={points}
      words={words}
    />
  );
}

async function organizationSpending({ scope }: { scope: GroupScope }) {
  const words = await dashboardWords();
  const { t, language } = words;
  const { data, problem } = await readInvoices(scope.group.org);
  const invoices = data?.data ?? [];
  const points = invoicePoints(invoices, language);
  const open = openInvoices(invoices);
  return (
    <FoldedPanel
      title={t('spending.invoices')}
      figure={
        open.count > 0 ? (
          <span className="text-warn">
            {t('spending.open', { count: open.count, amount: rupiah(open.amount) })}
          </span>
        ) : null
      }
      description={t('spending.invoicesHint')}
    >
      {problem ? <SpendingProblem what={t('spending.invoices')} problem={problem} /> : null}
      {!problem && points.length === 0 ? (
        <p className="text-muted">{t('spending.noInvoice')}</p>
      ) : null}
      {points.length > 0 ? (
        <Amounts
          title={t('spending.byMonth')}
          label={t('spending.byMonth')}
          xLabel={t('spending.month')}
          points={points}
          words={words}
        />
      ) : null}
    </FoldedPanel>
  );
}

/** Lists the last payments to the balance, from the account's summary. */
async function TopUps({ money: { topUps } }: { money: Money }) {
  const { t, language } = await dashboardWords();
  if (topUps.length === 0) return null;
  // Read as midnight in Jakarta, so that it is shown as the same day.
  const day = (date: string | null) =>
    date ? exact(`${date}T00:00:00+07:00`, language, 420, 'date') : '–';
  return (
    <div className="min-w-0">
      <h3 className="text-muted pb-1 text-sm">{t('spending.topUps')}</h3>
      <KeyValue
        pairs={topUps.map(({ amount, date }) => ({
          term: day(date),
          value: <span className="tabular">{rupiah(amount)}</span>,
        }))}
      />
    </div>
  );
}
