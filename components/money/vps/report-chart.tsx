'use client';
import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { BarChart } from '@/components/parts/charts/bar-chart';
import { goTo, writeListState } from '@/components/parts/tables/use-list-state';
import { Select } from '@/components/ui/select';
import { reportSums, reportWays, type reportLines } from '@/lib/money/report';
import { added } from '@/lib/money/sum';

/** So many bars are drawn; the others are one bar. */
const mostBars = 12;

/** The costs of a report by service, by thing or by part, as the URL's `?by=` says. They add up to its total. */
export function ReportChart({ report }: { report: ReturnType<typeof reportLines> }) {
  const t = useTranslations('vps-billing.report');
  const given = useSearchParams().get('by');
  const by = reportWays.find((way) => way === given) ?? 'thing';
  const points = useMemo(() => {
    const sums = reportSums(report, by);
    const shown = sums.length > mostBars ? sums.slice(0, mostBars - 1) : sums;
    const others = sums.slice(shown.length);
    const bar = (x: string, amount: number) => ({ x, values: { amount } });
    return [
      ...shown.map(({ name, cost }) => bar(name || t('difference'), cost)),
      ...(others.length === 0
        ? []
        : [bar(t('others', { count: others.length }), added(others.map(({ cost }) => cost)))]),
    ];
  }, [report, by, t]);
  return (
    <section className="flex flex-col gap-3">
      <Select
        className="w-full max-w-64 print:hidden"
        label={t('by')}
        value={by}
        onChange={({ target: { value } }) =>
          goTo(writeListState(window.location.search, { filters: { by: value } }), false)
        }
      >
        {reportWays.map((way) => (
          <option key={way} value={way}>
            {t(`ways.${way}`)}
          </option>
        ))}
      </Select>
      <BarChart
        key={by}
        rows
        label={t(`chart.${by}`)}
        xLabel={t(`ways.${by}`)}
        series={[{ key: 'amount', label: t('cost') }]}
        points={points}
        format="rupiah"
        height={points.length > 6 ? 'lg' : 'md'}
      />
    </section>
  );
}
