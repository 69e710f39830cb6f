'use client';
import { Plus, WandSparkles } from 'lucide-react';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useAsciiHint } from '@/components/parts/forms/use-ascii-hint';
import { generatePassword } from '@/components/parts/machines/generate-password';
import { Button } from '@/components/ui/button';
import { Checkbox, Switch } from '@/components/ui/checkbox';
import { CopyButton } from '@/components/ui/copy-button';
import { Panel } from '@/components/ui/panel';
import { PasswordField } from '@/components/ui/password-field';
import { TextField } from '@/components/ui/text-field';
import type { Row } from '@/lib/contract/types';
import { pricePerHour } from '@/lib/format';
import { hostnameRules, passwordRules, usernameRules } from '../rules';
import { Part } from './part';
import type { WizardParts } from './parts';

/** Whether it is backed up. */
export function BackupSection({ parts: { form, values, set, price } }: { parts: WizardParts }) {
  const t = useTranslations('instances');
  const locale = useLocale();
  const { name, error } = form.field('include_backup');
  const line = price({ backup: true })?.lines.find(({ component }) => component === 'backup');
  const cost = typeof line?.perHour !== 'number' ? '' : ` ${pricePerHour(line.perHour, locale)}.`;
  return (
    <Panel title={t('wizard.backup')}>
      <Switch
        label={t('wizard.backupLabel')}
        hint={`${t('wizard.backupHint')}${cost}`}
        name={name}
        error={error ?? null}
        checked={values.include_backup}
        onChange={(event) => set('include_backup', event.target.checked)}
      />
    </Panel>
  );
}

/** What it is called and who gets in. */
export function AccessSection({ parts }: { parts: WizardParts }) {
  const t = useTranslations('instances');
  const { form, catalogue } = parts;
  const plain = { autoCapitalize: 'none', spellCheck: false, mono: true } as const;
  return (
    <Panel title={t('wizard.access')}>
      <div className="flex max-w-xl flex-col gap-4">
        <TextField
          label={useTranslations('machines')('hostname')}
          hint={useAsciiHint(parts.values.hostname, t('wizard.hostnameHint'))}
          autoComplete="off"
          {...plain}
          {...form.field('hostname', hostnameRules)}
        />
        <TextField
          label={t('wizard.username')}
          hint={t('wizard.usernameHint')}
          autoComplete="off"
          {...plain}
          {...form.field('username', usernameRules)}
        />
        <Password parts={parts} />
        <Part query={catalogue.keys}>{({ data }) => <Keys keys={data} parts={parts} />}</Part>
      </div>
    </Panel>
  );
}

function Password({ parts: { form, values, set } }: { parts: WizardParts }) {
  const t = useTranslations('instances');
  const [made, setMade] = useState<string | null>(null);
  const generate = () => {
    const password = generatePassword();
    setMade(password);
    set('password', password);
  };
  return (
    <div className="flex flex-col">
      <div className="flex items-start gap-2">
        <PasswordField
          className="grow"
          label={t('wizard.password')}
          hint={t('wizard.passwordHint')}
          autoComplete="new-password"
          mono
          {...form.field('password', passwordRules)}
        />
        <Button icon={<WandSparkles aria-hidden />} onClick={generate} className="mt-6">
          {t('wizard.generate')}
        </Button>
      </div>
      <div role="status" className="*:mt-2">
        {made !== null && made === values.password ? (
          <p className="border-line bg-sunken flex flex-wrap items-center gap-x-2 rounded-md border px-3 py-1.5">
            <span className="text-muted">{t('wizard.generated')}</span>
            <code className="font-mono break-all select-all">{made}</code>
            <CopyButton text={made} label={t('wizard.copyPassword')} />
          </p>
        ) : null}
      </div>
    </div>
  );
}

function Keys({ keys, parts }: { keys: readonly Row<'D73'>[]; parts: WizardParts }) {
  const t = useTranslations('instances');
  const { form, values, set } = parts;
  const { name, error } = form.field('ssh_keys');
  const toggle = (id: string, on: boolean) =>
    set('ssh_keys', on ? [...values.ssh_keys, id] : values.ssh_keys.filter((one) => one !== id));
  return (
    <fieldset className="flex flex-col items-start gap-2">
      <legend className="mb-1 font-medium">{t('wizard.keys')}</legend>
      {keys.map(({ id, title }) => (
        <Checkbox
          key={id}
          name={name}
          label={title ?? id}
          checked={values.ssh_keys.includes(id)}
          onChange={(event) => toggle(id, event.target.checked)}
        />
      ))}
      {error ? <p className="text-danger text-sm">{error}</p> : null}
      <p className="text-faint text-sm">
        {t(keys.length === 0 ? 'wizard.noKeys' : 'wizard.keysHint')}
      </p>
      <Button icon={<Plus aria-hidden />} onClick={parts.addKey}>
        {useTranslations('ssh-keys')('add.label')}
      </Button>
    </fieldset>
  );
}
