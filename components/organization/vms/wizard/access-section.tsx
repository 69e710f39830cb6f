'use client';
import { useTranslations } from 'use-intl';
import { useAsciiHint } from '@/components/parts/forms/use-ascii-hint';
import type { BackendForm } from '@/components/parts/forms/use-backend-form';
import { PublicKeyField } from '@/components/parts/machines/public-key-field';
import { NewPasswordField } from '@/components/parts/machines/new-password-field';
import { Panel } from '@/components/ui/panel';
import { RadioCards } from '@/components/ui/radio-cards';
import { TextField } from '@/components/ui/text-field';
import { readLogin } from '@/lib/contract/reading/logins';
import { readNamedHost } from '@/lib/contract/reading/names';
import { readLine, readPassword } from '@/lib/contract/reading/text';
import { readKeyLine } from '@/lib/ssh/public-key';
import { hostnameOf, type VmValues } from '../values';

type Shell = Pick<BackendForm<VmValues>, 'form' | 'field'>;

interface AccessSectionProps {
  shell: Shell;
  values: VmValues;
  /** Whether this deployment can tell the provider that an SSH key is meant. */
  keys: boolean;
  /** Learns of a password that was generated, not typed. */
  onGenerated?: (password: string) => void;
}

/** Asks for the machine's name and hostname, and how its first user signs in. */
export function AccessSection({ shell, values, keys, onGenerated }: AccessSectionProps) {
  const t = useTranslations('vms.wizard');
  const { form, field } = shell;
  const title = field('title', { required: true, read: readLine(100) });
  const method = field('method');
  const named: typeof title.onChange = async (event) => {
    // The hostname is made of the title until the person types one.
    const follows = form.getValues('hostname') === hostnameOf(form.getValues('title'));
    await title.onChange(event);
    if (!follows) return;
    const { isSubmitted } = form.formState;
    form.setValue('hostname', hostnameOf(form.getValues('title')), {
      shouldDirty: true,
      shouldValidate: isSubmitted,
    });
  };
  return (
    <Panel title={t('name')} description={t('nameText')}>
      <div className="flex flex-col gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label={t('titleField')}
            hint={t('titleHint')}
            autoComplete="off"
            {...title}
            onChange={named}
          />
          <TextField
            label={t('hostname')}
            hint={useAsciiHint(values.hostname, t('hostnameHint'))}
            mono
            {...field('hostname', { required: true, read: readNamedHost })}
          />
        </div>
        <TextField
          label={t('username')}
          hint={t('usernameHint')}
          mono
          className="sm:max-w-[calc(50%-0.5rem)]"
          {...field('username', { required: true, read: readLogin('vm') })}
        />
        <RadioCards
          legend={t('method')}
          cards={[
            {
              value: 'key',
              title: t('methodKey'),
              description: t('methodKeyText'),
              disabledReason: keys ? null : t('methodKeyOff'),
            },
            {
              value: 'password',
              title: t('methodPassword'),
              description: t('methodPasswordText'),
            },
          ]}
          {...method}
        />
        {values.method === 'key' && keys ? (
          <KeyField shell={shell} values={values} />
        ) : (
          <Password {...{ shell, values, onGenerated }} />
        )}
      </div>
    </Panel>
  );
}

function Password({
  shell: { form, field },
  values,
  onGenerated,
}: Omit<AccessSectionProps, 'keys'>) {
  const t = useTranslations('vms.wizard');
  return (
    <NewPasswordField
      label={t('password')}
      value={values.password}
      onMade={(made) => {
        onGenerated?.(made);
        form.setValue('password', made, { shouldDirty: true, shouldValidate: true });
      }}
      {...field('password', { required: true, read: readPassword() })}
    />
  );
}

function KeyField({ shell: { form, field }, values }: { shell: Shell; values: VmValues }) {
  return (
    <PublicKeyField
      text={values.key}
      onTake={(key) => form.setValue('key', key, { shouldDirty: true, shouldValidate: true })}
      {...field('key', { required: true, read: readKeyLine })}
    />
  );
}
