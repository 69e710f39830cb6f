'use client';
import { useLocale, useTranslations } from 'use-intl';
import { Callout } from '@/components/ui/callout';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { ProblemNote } from '@/components/ui/error-state';
import { toast } from '@/components/ui/toast';
import type { BackupsContext } from './backups-context';
import { rowTitle } from './schedule-row';
import { useRemoveOld, type Half } from './use-schedule-send';

/** A replacement whose second half failed: says how things stand, and offers to try that half again. */
export function HalfReplaced({
  context,
  row,
  problem,
  onClose,
}: Half & { context: BackupsContext; onClose: () => void }) {
  const t = useTranslations('backups');
  const locale = useLocale();
  const removeOld = useRemoveOld(context);
  const again = async () => {
    await removeOld(row);
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
