'use client';
import { useTranslations } from 'use-intl';
import { mostWhole, type WholeProgress, type WholeRead } from '@/components/parts/files/whole-read';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Dialog } from '@/components/ui/dialog';
import type { DialogProps } from '@/components/ui/dialog-props';
import { ProblemNote } from '@/components/ui/error-state';
import { ProgressBar } from '@/components/ui/progress-bar';
import { useStore } from '@/lib/store';

/** Shows how far a read of all rows is, and what the file doesn't hold. */
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
