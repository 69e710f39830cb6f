'use client';
import { Download } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { FileFormat } from '@/components/parts/files/file-format';
import { FormatMenu, useFileFormat } from '@/components/parts/files/format-menu';
import { IconButton } from '@/components/ui/icon-button';
import { toast } from '@/components/ui/toast';
import type { ListFile } from './list-sheet';

/** Downloads the rows of a list as a file. */
export function FileButton<Row extends object>({ list }: { list: ListFile<Row> }) {
  const t = useTranslations('ui.table');
  const ui = useTranslations('ui');
  const format = useFileFormat();
  const later = 'all' in list.rows;
  const empty = !('all' in list.rows) && list.rows.length === 0;
  const save = (as: FileFormat) => {
    if (later) toast({ title: t('fileWaits') });
    void import('./list-sheet')
      .then(({ saveList }) => saveList(list, as))
      .catch(() => toast({ tone: 'danger', title: t('fileFailed'), text: ui('partFailedText') }));
  };
  return (
    <span className="flex">
      <IconButton
        size="sm"
        label={t('file')}
        icon={<Download aria-hidden />}
        disabledReason={empty ? t('fileEmpty') : null}
        onClick={() => save(format())}
      />
      {empty ? null : <FormatMenu onSave={save} />}
    </span>
  );
}
