'use client';
import { Download } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { FileFormat } from '@/components/parts/files/file-format';
import { FormatMenu } from '@/components/parts/files/format-menu';
import { useFileFormat } from '@/components/parts/files/use-file-format';
import type { Column } from '@/components/parts/tables/columns';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { measures, type Bucket, type Metrics } from './metrics';

type Value = (bucket: Bucket) => string | number | null;

interface ReadingsButtonProps {
  metrics: Metrics;
  name: string;
  disabledReason: string | null;
}

/**
 * Downloads the readings of all four charts as one file, one line for each bucket: plain numbers, times with their zone.
 * @param name of the file, without day and extension
 */
export function ReadingsButton({ metrics, name, disabledReason }: ReadingsButtonProps) {
  const t = useTranslations('metrics');
  const column = (id: string, header: string, csv: Value): Column<Bucket> => ({
    id,
    header,
    csv,
    cell: csv,
  });
  const format = useFileFormat();
  const save = (as: FileFormat) => {
    const columns = [
      {
        ...column('time', t('fileHeads.time'), ({ at }) => new Date(at).toISOString()),
        kind: 'instant' as const,
      },
      column('state', t('state'), ({ state }) => t(`states.${state}`)),
      ...measures.map((id) => column(id, t(`fileHeads.${id}`), ({ values }) => values[id])),
      column('capacity', t('fileHeads.capacity'), ({ capacity }) => capacity),
    ];
    void import('@/components/parts/tables/list-sheet')
      .then(({ saveList }) =>
        saveList({ name, caption: t('title'), columns, rows: metrics.buckets }, as),
      )
      .catch(() => toast({ tone: 'danger', title: t('fileFailed') }));
  };
  return (
    <span className="flex gap-1">
      <Button
        icon={<Download aria-hidden />}
        disabledReason={disabledReason}
        onClick={() => save(format())}
      >
        {t('file')}
      </Button>
      {disabledReason ? null : <FormatMenu size="md" onSave={save} />}
    </span>
  );
}
