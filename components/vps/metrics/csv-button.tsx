'use client';
import { Download } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Column } from '@/components/parts/tables/columns';
import type { CsvFormat } from '@/components/parts/tables/csv-format';
import { CsvMenu, useCsvFormat } from '@/components/parts/tables/csv-menu';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { measures, type Bucket, type Metrics } from './metrics';

type Value = (bucket: Bucket) => string | number | null;

interface CsvButtonProps {
  metrics: Metrics;
  name: string;
  disabledReason: string | null;
}

/**
 * Downloads the readings of all four charts as one file, one line for each bucket: times in UTC, plain numbers.
 * @param name of the file, without `.csv`
 */
export function CsvButton({ metrics, name, disabledReason }: CsvButtonProps) {
  const t = useTranslations('metrics');
  const column = (id: string, header: string, csv: Value): Column<Bucket> => ({
    id,
    header,
    csv,
    cell: csv,
  });
  const format = useCsvFormat();
  const save = (as: CsvFormat) => {
    const columns = [
      column('time', t('csvHeads.time'), ({ at }) => new Date(at).toISOString()),
      column('state', t('state'), ({ state }) => t(`states.${state}`)),
      ...measures.map((id) => column(id, t(`csvHeads.${id}`), ({ values }) => values[id])),
      column('capacity', t('csvHeads.capacity'), ({ capacity }) => capacity),
    ];
    import('@/components/parts/tables/csv').then(
      ({ saveCsv }) => saveCsv(name, columns, metrics.buckets, as),
      () => toast({ tone: 'danger', title: t('csvFailed') }),
    );
  };
  return (
    <span className="flex gap-1">
      <Button
        icon={<Download aria-hidden />}
        disabledReason={disabledReason}
        onClick={() => save(format())}
      >
        {t('csv')}
      </Button>
      {disabledReason ? null : <CsvMenu size="md" onSave={save} />}
    </span>
  );
}
