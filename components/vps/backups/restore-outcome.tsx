'use client';
import { useTranslations } from 'use-intl';
import { StartButton } from '@/components/vps/instances/start-button';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { canonicalStatus } from '@/lib/contract/states';
import { useBackupsHere } from './backups-context';

/** A rollback or restore that was started on this page. */
export interface StartedRestore {
  verb: 'rollback' | 'restore';
  /** Of the snapshot or backup. */
  name: string;
  /** When the backend accepted it, in milliseconds since 1970. */
  at: number;
}

interface RestoreOutcomeProps {
  seen: number;
  back: StartedRestore;
  onClose: () => void;
}

/**
 * Tells how a rollback or restore ended. The machine stays stopped, so a button to start it is offered.
 * @param seen when the machine was last seen, in milliseconds since 1970
 */
export function RestoreOutcome({ seen, back: { verb, name, at }, onClose }: RestoreOutcomeProps) {
  const t = useTranslations('backups');
  const { machine, busy } = useBackupsHere();
  const status = canonicalStatus(machine.status);
  if (busy || seen <= at) return null;
  const close = <Button onClick={onClose}>{t('back.close')}</Button>;
  if (status === 'error')
    return (
      <Callout tone="danger" role="alert" title={t(`${verb}.failed`, { name })} actions={close}>
        {t('back.failedText')}
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
      {status === 'stopped' ? t('back.stopped') : null}
    </Callout>
  );
}
