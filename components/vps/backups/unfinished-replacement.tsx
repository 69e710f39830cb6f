'use client';
import { useLocale, useTranslations } from 'use-intl';
import { Callout } from '@/components/ui/callout';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { DialogProps } from '@/components/ui/dialog-props';
import { ProblemNote } from '@/components/ui/error-state';
import { toast } from '@/components/ui/toast';
import { rowTitle } from './schedule-row';
import { useRemoveSchedule, type Unfinished } from './use-schedule-send';

/** The new one was created, but the old one couldn't be deleted: says so, and offers to delete the old one again. */
export function UnfinishedReplacement({ row, problem, onClose }: DialogProps<Unfinished>) {
  const t = useTranslations('backups');
  const locale = useLocale();
  const remove = useRemoveSchedule();
  const again = async () => {
    await remove(row);
    toast({ tone: 'good', title: t('form.replaced') });
  };
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={t('form.half')}
      confirmLabel={t('form.halfAgain')}
      onConfirm={again}
    >
      <Callout tone="warn" role="alert" title={rowTitle(row, locale)}>
        {t('form.halfText')}
      </Callout>
      <ProblemNote problem={problem} />
    </ConfirmDialog>
  );
}
