'use client';
import { useTranslations } from 'use-intl';
import { FormProblem } from '@/components/forms/form-problem';
import { useBackendForm } from '@/components/forms/use-backend-form';
import { Dialog } from '@/components/ui/dialog';
import { DialogButtons } from '@/components/ui/dialog-buttons';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { aboutInstance, type Machine } from '../machine';
import { hostnameRules } from '../rules';

/** Gives a machine another hostname. */
export function RenameDialog({
  account,
  machine,
  onClose,
}: {
  account: string;
  machine: Machine;
  onClose: () => void;
}) {
  const t = useTranslations('instances');
  const labels = useTranslations('machines');
  const form = useBackendForm('D22', {
    account,
    defaults: { hostname: machine.hostname ?? '' },
    input: ({ hostname }) => ({ params: { instance_uuid: machine.uuid }, body: { hostname } }),
    about: ({ body }) => aboutInstance(account, { ...machine, hostname: body.hostname }),
    onDone: (_, { hostname }) => {
      toast({ tone: 'good', title: t('toasts.rename', { name: hostname }) });
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={t('rename.title')} locked={form.pending}>
      <form onSubmit={form.onSubmit} noValidate className="flex flex-col gap-3">
        <TextField
          label={labels('hostname')}
          hint={t('rename.hint')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          mono
          {...form.field('hostname', hostnameRules)}
        />
        <FormProblem problem={form.problem} loose={form.loose} />
        <DialogButtons onClose={onClose} pending={form.pending} confirm={t('rename.confirm')} />
      </form>
    </Dialog>
  );
}
