'use client';
import { Plus } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { useAsciiHint } from '@/components/parts/forms/use-ascii-hint';
import { Button } from '@/components/ui/button';
import { Checkbox, Switch } from '@/components/ui/checkbox';
import { Panel } from '@/components/ui/panel';
import { TextField } from '@/components/ui/text-field';
import type { Row } from '@/lib/contract/types';
import { pricePerHour } from '@/lib/format';
import { NewPasswordField } from '@/components/parts/machines/new-password-field';
import { hostnameRules, passwordRules, usernameRules } from '../rules';
import { Part } from './part';
import type { WizardParts } from './parts';

/** Asks whether the new instance is backed up. */
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

/** Asks for hostname, user name, password and SSH keys. */
export function AccessSection({ parts }: { parts: WizardParts }) {
  const t = useTranslations('instances');
  const { form, values, catalogue } = parts;
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
        <NewPasswordField
          label={t('wizard.password')}
          value={values.password}
          onMade={parts.takePassword}
          {...form.field('password', passwordRules)}
        />
        <Part query={catalogue.keys}>{({ data }) => <Keys keys={data} parts={parts} />}</Part>
      </div>
    </Panel>
  );
}

function Keys({ keys, parts }: { keys: readonly Row<'D73'>[]; parts: WizardParts }) {
  const t = useTranslations('instances');
  const { form, values, set } = parts;
  const { name, error } = form.field('ssh_keys');
  const chosen = values.ssh_keys ?? [];
  const toggle = (id: string, on: boolean) =>
    set('ssh_keys', on ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <fieldset className="flex flex-col items-start gap-2">
      <legend className="mb-1 font-medium">{t('wizard.keys')}</legend>
      {keys.map(({ id, title }) => (
        <Checkbox
          key={id}
          name={name}
          label={title ?? id}
          checked={chosen.includes(id)}
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
