/** The four charts and what each shows. */
import type { ChartFormat } from '@/components/parts/charts/chart';
import type { Measure, Metrics } from './metrics';

/** One chart. */
export interface MetricChart {
  id: 'cpu' | 'memory' | 'network' | 'disk';
  measures: readonly Measure[];
  format: ChartFormat;
  /** The ends of the value axis; when absent, the readings decide. */
  domain?: readonly [number, number];
}

/** The charts in the order of the page. */
export function chartsOf({ capacity, inBytes }: Metrics): MetricChart[] {
  const traffic = (known: boolean) => (known ? 'bytesPerSecond' : 'number');
  return [
    { id: 'cpu', measures: ['cpu'], format: 'percent', domain: [0, 100] },
    {
      id: 'memory',
      measures: ['memory'],
      format: 'bytes',
      domain: capacity === null ? undefined : ([0, capacity] as const),
    },
    { id: 'network', measures: ['received', 'sent'], format: traffic(inBytes.network) },
    { id: 'disk', measures: ['read', 'written'], format: traffic(inBytes.disk) },
  ];
}
