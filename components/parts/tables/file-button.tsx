'use client';
import { Download } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { FileFormat } from '@/components/parts/files/file-format';
import { FormatMenu } from '@/components/parts/files/format-menu';
import { IconButton } from '@/components/ui/icon-button';
import { toast } from '@/components/ui/toast';
import { useMaybePerson } from '@/lib/query/person';
import type { ListWork } from './list-work';

/** Downloads the rows of a list as a file. Where they are one page of several, the menu also saves the page alone. */
export function FileButton<Row extends object>(work: ListWork<Row>) {
  const t = useTranslations('ui.table');
  const ui = useTranslations('ui');
  const locale = useLocale();
  const identity = useMaybePerson()?.identity ?? null;
  const [dialog, show] = useState<ReactNode>(null);
  const { rows, pages } = work;
  const empty = !('all' in rows) && rows.length === 0;
  const save = (page: boolean, format?: FileFormat) =>
    void import('./list-work')
      .then(({ saveFile }) => saveFile(work, { page, format, identity, locale, t, show }))
      .catch(() => toast({ tone: 'danger', title: t('fileFailed'), text: ui('partFailedText') }));
  return (
    <span className="flex">
      <IconButton
        size="sm"
        label={pages ? t('fileAll') : t('file')}
        icon={<Download aria-hidden />}
        disabledReason={empty ? t('fileEmpty') : null}
        onClick={() => save(!pages)}
      />
      {empty ? null : (
        <FormatMenu
          onSave={(format) => save(!pages, format)}
          onPage={pages && ((format) => save(true, format))}
        />
      )}
      {dialog}
    </span>
  );
}
