'use client';
/** Saves all rows of a list that its backend pages, and shows how far it is. Loaded on demand. */
import { useTranslations } from 'use-intl';
import type { FileFormat } from '@/components/parts/files/file-format';
import type { PageRead } from '@/components/parts/files/read-pages';
import {
  mostWhole,
  readWhole,
  type WholeProgress,
  type WholeRead,
} from '@/components/parts/files/whole-read';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Dialog } from '@/components/ui/dialog';
import type { DialogProps } from '@/components/ui/dialog-props';
import { ProblemNote } from '@/components/ui/error-state';
import { ProgressBar } from '@/components/ui/progress-bar';
import { useStore } from '@/lib/store';
import { saveList, type ListFile } from './list-sheet';

/** How the pages of a list are read. */
export interface WholePages<Row> {
  read: PageRead<Row>;
  /** An id that no other row has. */
  idOf: (row: Row) => string;
}

/**
 * Begins to read all rows, and saves them.
 * @param onWhole called if the file holds every row and there is nothing to tell
 */
export const beginWhole = <Row extends object>(
  list: Omit<ListFile<Row>, 'rows'>,
  { read, idOf }: WholePages<Row>,
  format: FileFormat,
  onWhole: () => void,
): WholeRead =>
  readWhole(read, idOf, async ({ rows, more, changed }) => {
    await saveList({ ...list, rows }, format);
    if (!more && !changed) onWhole();
  });

/** Shows how far it is, and what the file doesn't hold. */
export function WholeDialog({ whole, onClose }: DialogProps<{ whole: WholeRead }>) {
  const t = useTranslations('ui.table.whole');
  const ui = useTranslations('ui');
  const progress = useStore(whole.progress);
  const { problem, done } = progress;
  const close = () => {
    whole.cancel();
    onClose();
  };
  return (
    <Dialog
      open
      size="sm"
      title={done ? t('saved') : t('title')}
      onClose={close}
      footer={<Button onClick={close}>{done ? ui('close') : ui('cancel')}</Button>}
    >
      <div className="flex flex-col gap-3">
        {done ? <Missing done={done} /> : <Going progress={progress} />}
        {problem ? (
          <ProblemNote problem={problem} what={t('stopped')} onRetry={whole.again} />
        ) : null}
      </div>
    </Dialog>
  );
}

function Going({ progress: { read, pages, waits } }: { progress: WholeProgress }) {
  const t = useTranslations('ui.table.whole');
  return (
    <>
      <p role="status" className="tabular">
        {pages === null ? t('begins') : t('reading', { read, pages })}
      </p>
      <ProgressBar label={t('title')} value={pages === null ? null : (100 * read) / pages} />
      {waits === null ? null : <p role="status">{t('waits', { seconds: waits })}</p>}
    </>
  );
}

/** What the file doesn't hold. */
function Missing({
  done: { more, changed, count, total },
}: {
  done: NonNullable<WholeProgress['done']>;
}) {
  const t = useTranslations('ui.table.whole');
  return (
    <>
      {more ? (
        <Callout tone="warn" role="alert" title={t('leftOutTitle')}>
          {total === null
            ? t('leftOutSome', { count, pages: mostWhole })
            : t('leftOut', { count, total, pages: mostWhole })}
        </Callout>
      ) : null}
      {changed ? (
        <Callout tone="warn" role="alert" title={t('changedTitle')}>
          {t('changed')}
        </Callout>
      ) : null}
    </>
  );
}
