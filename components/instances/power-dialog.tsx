'use client';
import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import { instanceActions } from '@/lib/contract/states';
import { useBackendMutation } from '@/lib/query/use-backend-mutation';
import type { ActionDialogProps } from './action-dialog';
import { nameOf } from './machine';
import { whileAsking } from './under-way';

/** Asks before a machine is stopped or restarted. Default export because `lazy` asks for one. */
export default function PowerDialog({
  account,
  machine,
  verb,
  onClose,
}: ActionDialogProps & { verb: 'stop' | 'restart' }) {
  const t = useTranslations('instances');
  const { run } = useBackendMutation(instanceActions[verb].ref, { account });
  const name = nameOf(machine);
  const confirm = async () => {
    const input = { params: { instance_uuid: machine.uuid } };
    await whileAsking(machine.uuid, verb, () => run(input));
    toast({ title: t(`toasts.${verb}`, { name }) });
  };
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={t(`${verb}.title`, { name })}
      confirmLabel={t(`${verb}.confirm`)}
      onConfirm={confirm}
    >
      <p>{t(`${verb}.text`)}</p>
      {verb === 'stop' ? <p>{t('stop.cost')}</p> : null}
    </ConfirmDialog>
  );
}
