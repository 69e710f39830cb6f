'use client';
import { useLocale, useTranslations } from 'use-intl';
import { RequestPanel } from '@/components/parts/forms/request-panel';
import { KeyValue } from '@/components/ui/key-value';
import { Panel } from '@/components/ui/panel';
import { gigabytes } from '@/lib/format';
import type { WizardParts } from './parts';
import { orderOf } from './values';

/** Lists all choices again, with the request that orders them. */
export function ReviewSection({ parts }: { parts: WizardParts }) {
  const t = useTranslations('instances');
  const { values } = parts;
  // The page never shows the password: the panel shows a variable instead of this placeholder.
  const body = { ...orderOf(parts.form.canonical(values)), password: 'x' };
  return (
    <Panel title={t('wizard.review')}>
      <div className="flex flex-col gap-3">
        <ChoiceList parts={parts} />
        <RequestPanel of="D03" input={{ body }} secrets={['password']} />
      </div>
    </Panel>
  );
}

function ChoiceList({ parts: { values, catalogue, locations } }: { parts: WizardParts }) {
  const t = useTranslations('instances');
  const m = useTranslations('machines');
  const locale = useLocale();
  const named = (id: string) => catalogue.names.get(id) ?? '–';
  const keys = (catalogue.keys.data?.data ?? []).filter(({ id }) => values.ssh_keys.includes(id));
  const number = (value: number) => (Number.isFinite(value) ? value : null);
  const cpu = number(values.cpu);
  const address = {
    new: t('wizard.addressNew'),
    existing: named(values.public_network),
    none: t('wizard.addressNone'),
  }[values.address];
  return (
    <KeyValue
      columns={2}
      pairs={[
        { term: m('location'), value: locations.find(({ id }) => id === values.location_id)?.name },
        { term: m('image'), value: named(values.template_id) },
        { term: m('tier'), value: named(values.tier_id) },
        {
          term: m('cpu'),
          value: cpu === null ? '–' : `${m('cores', { count: cpu })} · ${m(values.cpu_kind)}`,
        },
        { term: m('memory'), value: gigabytes(number(values.memory), locale) },
        { term: m('disk'), value: gigabytes(number(values.storage), locale) },
        { term: m('publicAddress'), value: address },
        {
          term: m('privateNetwork'),
          value: values.vswitch === '' ? m('none') : named(values.vswitch),
        },
        { term: t('wizard.backup'), value: t(values.include_backup ? 'wizard.on' : 'wizard.off') },
        { term: m('hostname'), value: values.hostname || '–', mono: true },
        { term: m('username'), value: values.username || '–', mono: true },
        {
          term: t('wizard.password'),
          value: t(values.password === '' ? 'wizard.passwordMissing' : 'wizard.passwordSet'),
        },
        {
          term: t('wizard.keys'),
          value: keys.map(({ title, id }) => title ?? id).join(', ') || t('wizard.noneChosen'),
        },
      ]}
    />
  );
}
