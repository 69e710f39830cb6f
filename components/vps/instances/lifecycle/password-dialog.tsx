'use client';
import { useTranslations } from 'use-intl';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { useDialogForm } from '@/components/parts/forms/use-dialog-form';
import { PasswordField } from '@/components/ui/password-field';
import { aboutInstance, nameOf } from '../machine';
import { passwordRules } from '../rules';
import { useVerbReason } from '../verb-reason';
import { NewPasswordField } from '@/components/parts/machines/new-password-field';
import { withDetail, type DetailProps } from './with-detail';
import { useAccount } from '@/lib/query/scope';

const secrets = ['password', 'password_confirmation'] as const;

/** The dialog that sets a new password for a machine's user (D19). */
export const PasswordDialog = withDetail('password', SetPassword);

function SetPassword({ machine, title, onClose }: DetailProps) {
  const account = useAccount();
  const t = useTranslations('instances');
  const form = useDialogForm('D19', {
    onClose,
    defaults: { password: '', password_confirmation: '' },
    secrets,
    input: (body) => ({ params: { instance_uuid: machine.uuid }, body }),
    about: () => aboutInstance(account, machine),
    done: () => t('toasts.setPassword', { name: nameOf(machine) }),
  });
  return (
    <FormDialog
      {...{ form, title, onClose }}
      size="md"
      submit={t('lifecycle.password.submit')}
      reason={useVerbReason()('setPassword', machine)}
    >
      <p className="text-muted">
        {machine.username === null
          ? t('lifecycle.password.text')
          : t.rich('lifecycle.password.textOf', {
              user: () => <code className="font-mono">{machine.username}</code>,
            })}
      </p>
      <NewPasswordField
        label={t('lifecycle.password.password')}
        value={form.form.watch('password')}
        onMade={(text) => {
          for (const name of secrets) form.set(name, text);
        }}
        {...form.field('password', passwordRules)}
      />
      <PasswordField
        label={t('lifecycle.password.again')}
        autoComplete="new-password"
        mono
        {...form.field('password_confirmation', {
          required: true,
          check: (repeated) =>
            repeated === form.form.getValues('password') ? null : 'password_mismatch',
        })}
      />
    </FormDialog>
  );
}
