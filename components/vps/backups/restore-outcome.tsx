'use client';
import { useTranslations } from 'use-intl';
import { StartButton } from '@/components/vps/instances/start-button';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { canonicalStatus } from '@/lib/contract/states';
import { useBackupsTab } from './backups-context';

/** A rollback or restore that was started on this page. */
export interface StartedRestore {
  verb: 'rollback' | 'restore';
  /** The name of the snapshot or backup. */
  name: string;
  /** When the backend accepted it, in milliseconds since 1970. */
  at: number;
}

interface RestoreOutcomeProps {
  readAt: number;
  started: StartedRestore;
  onClose: () => void;
}

/**
 * Tells how a rollback or restore ended. The machine stays stopped, so a button to start it is offered.
 * @param readAt when the machine was last read, in milliseconds since 1970
 */
export function RestoreOutcome({
  readAt,
  started: { verb, name, at },
  onClose,
}: RestoreOutcomeProps) {
  const t = useTranslations('backups');
  const { machine, busy } = useBackupsTab();
  const status = canonicalStatus(machine.status);
  if (busy || readAt <= at) return null;
  const close = <Button onClick={onClose}>{t('outcome.close')}</Button>;
  if (status === 'error')
    return (
      <Callout tone="danger" role="alert" title={t(`${verb}.failed`, { name })} actions={close}>
        {t('outcome.failedText')}
      </Callout>
    );
  return (
    <Callout
      tone="good"
      role="status"
      title={t(`${verb}.done`, { name })}
      actions={
        <>
          {status === 'stopped' ? <StartButton machine={machine} onDone={onClose} /> : null}
          {close}
        </>
      }
    >
      {status === 'stopped' ? t('outcome.stopped') : null}
    </Callout>
  );
}
