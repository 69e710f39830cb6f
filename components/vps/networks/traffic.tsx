'use client';
import { useTranslations } from 'use-intl';
import { LineChart } from '@/components/parts/charts/line-chart';
import { Live } from '@/components/parts/answers/live';
import { serverTime } from '@/lib/clock';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import type { NetworkDetail } from './network';

/** Bytes in D54's unit: it counts in KB a second, the same as D05. */
const unit = 1024;
const hour = 3_600_000;
const scaled = (value: number | null) => (value === null ? null : value * unit);

/** Leaves out the last point if it is 0 in both directions, because then its time is not over yet. */
function finished<Point extends { raw_netin: number | null; raw_netout: number | null }>(
  rows: readonly Point[],
): readonly Point[] {
  const last = rows.at(-1);
  return last && !last.raw_netin && !last.raw_netout ? rows.slice(0, -1) : rows;
}

/** The chart of the traffic between the machines of a network (D54). D54 needs the numeric id if there is one. */
export function Traffic({ network }: { network: NetworkDetail }) {
  const t = useTranslations('networks.traffic');
  const input = { params: { vswitch_id: network.id ?? network.uuid } };
  const query = useBackendQuery('D54', input, { poll: 'slow' });
  const now = serverTime(query.dataUpdatedAt);
  return (
    <Live query={query} problem={null} failed={t('failed')}>
      {({ network: rows }) => {
        const points = finished(rows).flatMap(({ time, raw_netin, raw_netout }) =>
          time === null
            ? []
            : [{ x: Date.parse(time), values: { in: scaled(raw_netin), out: scaled(raw_netout) } }],
        );
        const quiet = points.every(({ values }) => !values.in && !values.out);
        if (quiet) return <p className="text-muted">{t('none')}</p>;
        return (
          <LineChart
            label={t('title')}
            xLabel={t('time')}
            series={[
              { key: 'in', label: t('in') },
              { key: 'out', label: t('out') },
            ]}
            points={points}
            span={{ from: now - hour, to: now }}
            format="bytesPerSecond"
          />
        );
      }}
    </Live>
  );
}
