'use client';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { FileFormat } from '@/components/parts/files/file-format';
import { FormatMenu, useFileFormat } from '@/components/parts/files/format-menu';
import type { WholeRead } from '@/components/parts/files/whole-read';
import { IconButton } from '@/components/ui/icon-button';
import { lazyNamed } from '@/components/ui/lazy-named';
import { toast } from '@/components/ui/toast';
import type { ListFile } from './list-sheet';
import type { WholePages } from './whole-file';

const WholeDialog = lazyNamed(() => import('./whole-file'), 'WholeDialog');

/**
 * Downloads the rows of a list as a file.
 * @param pages where the rows are one page of several: the button saves all of them, the menu also the page alone
 * @param leftOut what the rows are not, told with the file
 */
export function FileButton<Row extends object>({
  list,
  pages,
  leftOut,
}: {
  list: ListFile<Row>;
  pages?: WholePages<Row> | undefined;
  leftOut?: string | undefined;
}) {
  const t = useTranslations('ui.table');
  const ui = useTranslations('ui');
  const format = useFileFormat();
  const [whole, setWhole] = useState<WholeRead | null>(null);
  const later = 'all' in list.rows;
  const empty = !('all' in list.rows) && list.rows.length === 0;
  const failed = () =>
    toast({ tone: 'danger', title: t('fileFailed'), text: ui('partFailedText') });
  const save = (as: FileFormat) => {
    if (later) toast({ title: t('fileWaits') });
    import('./list-sheet')
      .then(({ saveList }) => saveList(list, as))
      .then(() => leftOut && toast({ title: t('whole.saved'), text: leftOut, lasts: 0 }), failed);
  };
  const onWhole = () => {
    setWhole(null);
    toast({ tone: 'good', title: t('whole.saved') });
  };
  const saveAll =
    pages &&
    ((as: FileFormat) =>
      void import('./whole-file').then(
        ({ beginWhole }) => setWhole(beginWhole(list, pages, as, onWhole)),
        failed,
      ));
  const main = saveAll ?? save;
  return (
    <span className="flex">
      <IconButton
        size="sm"
        label={pages ? t('fileAll') : t('file')}
        icon={<Download aria-hidden />}
        disabledReason={empty ? t('fileEmpty') : null}
        onClick={() => main(format())}
      />
      {empty ? null : <FormatMenu onSave={main} onPage={pages && save} />}
      {whole ? <WholeDialog whole={whole} onClose={() => setWhole(null)} /> : null}
    </span>
  );
}
