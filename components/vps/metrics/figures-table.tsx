'use client';
import { useLocale, useTranslations } from 'use-intl';
import { formatValue } from '@/components/parts/charts/chart';
import { number } from '@/lib/format';
import { useLatest } from './use-latest';
import { figuresOf, tellsNow, type Metrics } from './metrics';
import type { ChartOf } from './panels';

/** What a chart's readings come to: the last one, their average and their peak. */
export function FiguresTable({
  chart,
  metrics,
  runs,
  now,
}: {
  chart: ChartOf;
  metrics: Metrics;
  runs: boolean;
  now: number;
}) {
  const t = useTranslations('metrics');
  const locale = useLocale();
  const { capacity, buckets } = metrics;
  const latest = useLatest(metrics, now);
  const share = (value: number | null) =>
    chart.id === 'memory' && capacity !== null && value !== null
      ? ` (${number((value / capacity) * 100, locale, 0)}%)`
      : '';
  return (
    <table className="tabular mt-3 w-full text-sm">
      <caption className="sr-only">{t('figures', { chart: t(`charts.${chart.id}`) })}</caption>
      <thead>
        <tr className="text-muted">
          <th scope="col">
            <span className="sr-only">{t('measure')}</span>
          </th>
          {[tellsNow(metrics, runs, now) ? t('now') : latest, t('average'), t('peak')].map(
            (head) => (
              <th key={head} scope="col" className="py-0.5 pl-2 text-right font-normal">
                {head}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {chart.measures.map((measure) => {
          const { last, average, peak } = figuresOf(buckets, measure);
          return (
            <tr key={measure} className="border-line border-t">
              <th scope="row" className="text-muted py-1 text-left font-normal">
                {t(`series.${measure}`)}
              </th>
              {Object.entries({ last, average, peak }).map(([name, value]) => (
                <td key={name} className="py-1 pl-2 text-right">
                  {formatValue(chart.format, value, locale)}
                  {share(value)}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
