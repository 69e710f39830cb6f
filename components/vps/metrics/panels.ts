/** The four charts, and what each shows. */
import type { ChartFormat } from '@/components/parts/charts/chart';
import type { Measure, Metrics } from './metrics';

export interface ChartOf {
  id: 'cpu' | 'memory' | 'network' | 'disk';
  measures: readonly Measure[];
  format: ChartFormat;
  /** Ends of the value axis; without it, what the readings ask for. */
  domain?: readonly [number, number];
}

/** The charts in the order in which they stand. */
export function chartsOf({ capacity, inBytes }: Metrics): ChartOf[] {
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
