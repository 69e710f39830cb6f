'use client';
import { Download } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Column } from '@/components/parts/tables/columns';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { measures, type Bucket, type Metrics } from './metrics';

type Value = (bucket: Bucket) => string | number | null;

interface CsvButtonProps {
  metrics: Metrics;
  name: string;
  disabledReason: string | null;
}

/** The readings of all four charts as one file, a line a bucket: instants in UTC, plain numbers. `name` without `.csv`. */
export function CsvButton({ metrics, name, disabledReason }: CsvButtonProps) {
  const t = useTranslations('metrics');
  const column = (id: string, header: string, csv: Value): Column<Bucket> => ({
    id,
    header,
    csv,
    cell: csv,
  });
  const save = () => {
    const columns = [
      column('time', t('csvHeads.time'), ({ at }) => new Date(at).toISOString()),
      column('state', t('state'), ({ state }) => t(`states.${state}`)),
      ...measures.map((id) => column(id, t(`csvHeads.${id}`), ({ values }) => values[id])),
      column('capacity', t('csvHeads.capacity'), ({ capacity }) => capacity),
    ];
    import('@/components/parts/tables/csv').then(
      ({ saveCsv }) => saveCsv(name, columns, metrics.buckets),
      () => toast({ tone: 'danger', title: t('csvFailed') }),
    );
  };
  return (
    <Button icon={<Download aria-hidden />} disabledReason={disabledReason} onClick={save}>
      {t('csv')}
    </Button>
  );
}
