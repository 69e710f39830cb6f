'use client';
import { useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { RequestPanel } from '@/components/forms/request-panel';
import { useBackendForm } from '@/components/forms/use-backend-form';
import { PasswordField } from '@/components/ui/password-field';
import { toast } from '@/components/ui/toast';
import { aboutInstance, nameOf } from '../machine';
import { passwordRules } from '../rules';
import { FormDialog, WithDetail, type DetailProps, type LifecycleProps } from './frame';
import { MachinePassword } from './machine-password';

const secrets = ['password', 'password_confirmation'] as const;

/** Gives a machine's user another password. */
export function PasswordDialog(props: LifecycleProps) {
  const t = useTranslations('instances');
  const title = t('lifecycle.password.title', { name: nameOf(props.machine) });
  return (
    <WithDetail {...props} title={title}>
      {(detail) => <SetPassword {...props} machine={detail} title={title} />}
    </WithDetail>
  );
}

function SetPassword({ account, machine, title, onClose }: DetailProps & { title: string }) {
  const t = useTranslations('instances');
  const params = { instance_uuid: machine.uuid };
  const form = useBackendForm('D19', {
    account,
    defaults: { password: '', password_confirmation: '' },
    input: (body) => ({ params, body }),
    about: () => aboutInstance(account, machine),
    onDone: () => {
      toast({ tone: 'good', title: t('toasts.setPassword', { name: nameOf(machine) }) });
      onClose();
    },
    secrets,
  });
  const values = useWatch({ control: form.form.control });
  const { password = '', password_confirmation = '' } = values;
  const made = (text: string) => {
    for (const name of secrets) form.form.setValue(name, text, { shouldDirty: true });
    form.form.clearErrors();
  };
  return (
    <FormDialog
      verb="setPassword"
      title={title}
      submit={t('lifecycle.password.submit')}
      {...{ machine, form, onClose }}
    >
      <p className="text-muted">
        {machine.username === null
          ? t('lifecycle.password.text')
          : t.rich('lifecycle.password.textOf', {
              user: () => <code className="font-mono">{machine.username}</code>,
            })}
      </p>
      <MachinePassword
        label={t('lifecycle.password.password')}
        value={password}
        onMade={made}
        field={form.field('password', passwordRules)}
      />
      <PasswordField
        label={t('lifecycle.password.again')}
        autoComplete="new-password"
        mono
        {...form.field('password_confirmation', {
          required: true,
          check: (again) =>
            again === form.form.getValues('password') ? null : 'password_mismatch',
        })}
      />
      <RequestPanel
        of="D19"
        input={{ params, body: { password, password_confirmation } }}
        secrets={secrets}
      />
    </FormDialog>
  );
}
