'use client';
import { useTranslations } from 'use-intl';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { useAsciiHint } from '@/components/parts/forms/use-ascii-hint';
import { useDialogForm } from '@/components/parts/forms/use-dialog-form';
import type { DialogProps } from '@/components/ui/dialog-props';
import { TextField } from '@/components/ui/text-field';
import { aboutInstance, type Machine } from '../machine';
import { hostnameRules } from '../rules';
import { useAccount } from '@/lib/query/scope';

/** The dialog that changes the hostname of a machine (D22). */
export function RenameDialog({ machine, onClose }: DialogProps<{ machine: Machine }>) {
  const account = useAccount();
  const t = useTranslations('instances');
  const labels = useTranslations('machines');
  const form = useDialogForm('D22', {
    onClose,
    defaults: { hostname: machine.hostname ?? '' },
    input: (body) => ({ params: { instance_uuid: machine.uuid }, body }),
    about: ({ body: { hostname } }) => aboutInstance(account, { ...machine, hostname }),
    done: (_, { hostname }) => t('toasts.rename', { name: hostname }),
  });
  const hint = useAsciiHint(form.form.watch('hostname'), t('rename.hint'));
  return (
    <FormDialog {...{ form, onClose }} title={t('rename.title')} submit={t('rename.confirm')}>
      <TextField
        label={labels('hostname')}
        hint={hint}
        mono
        {...form.field('hostname', hostnameRules)}
      />
    </FormDialog>
  );
}
