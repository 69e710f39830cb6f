'use client';
import { ChartColumn, Table2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { Skeleton } from '@/components/ui/skeleton';
import { heights, type PlotProps } from './chart';
import { ChartTable } from './chart-table';
import { Swatch } from './swatch';
import { usePlot } from './use-plot';

/** The legend; none for a single series, which the chart's label names. */
function Legend({ series, kind }: Pick<PlotProps, 'series' | 'kind'>) {
  if (series.length < 2) return <span />;
  return (
    <ul className="text-muted flex flex-wrap gap-x-4 gap-y-1 pt-1.5 text-xs">
      {series.map(({ key, label }, index) => (
        <li key={key} className="inline-flex items-center gap-1.5">
          <Swatch {...{ kind, series, index }} />
          {label}
        </li>
      ))}
    </ul>
  );
}

function Drawing(props: PlotProps) {
  const t = useTranslations('charts');
  const [box, Plot] = usePlot();
  const drawn = Plot !== 'waiting' && Plot !== 'failed';
  if (Plot === 'failed') {
    return (
      <>
        <p className="text-muted py-2 text-sm">{t('failed')}</p>
        <ChartTable {...props} />
      </>
    );
  }
  return (
    <div ref={box} className={cx('min-w-0', heights[props.height ?? 'md'])}>
      {drawn ? <Plot {...props} /> : <Skeleton className="size-full" />}
    </div>
  );
}

/** A chart with its legend and a switch to its table. Its height is reserved before anything is loaded. */
export function ChartFrame(props: PlotProps) {
  const t = useTranslations('charts');
  const [asTable, setAsTable] = useState(false);
  const Icon = asTable ? ChartColumn : Table2;
  return (
    <figure aria-label={props.label} className="flex min-w-0 flex-col gap-2">
      <div className="flex items-start justify-between gap-2">
        <Legend series={props.series} kind={props.kind} />
        <Button
          size="sm"
          variant="quiet"
          className="-mr-2 shrink-0"
          icon={<Icon aria-hidden />}
          aria-label={
            asTable
              ? t('asChartOf', { chart: props.label })
              : t('asTableOf', { chart: props.label })
          }
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? t('asChart') : t('asTable')}
        </Button>
      </div>
      {asTable ? <ChartTable {...props} /> : <Drawing {...props} />}
    </figure>
  );
}
