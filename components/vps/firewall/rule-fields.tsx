'use client';
import { useTranslations } from 'use-intl';
import { useMemo, useState } from 'react';
import type { BackendForm } from '@/components/parts/forms/use-backend-form';
import type { ProblemForm } from '@/components/parts/forms/use-problem-form';
import { RadioCards } from '@/components/ui/radio-cards';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { readCidr } from '@/lib/contract/reading/network';
import { readPortField } from '@/lib/contract/reading/ports';
import { readBlock } from '@/lib/firewall/addresses';
import { portText, readPorts } from '@/lib/firewall/ports';
import { serviceOf, services, type Service } from '@/lib/firewall/services';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { useFirewallTab } from './firewall-context';
import type { RuleValues } from './rule-values';

type Form = ProblemForm<RuleValues> | BackendForm<RuleValues>;

interface Preset extends Service {
  /** Whether it is from the provider's list (D36) or from ours. */
  provider: boolean;
}

const keyOf = ({ protocol, ports }: Service) => `${protocol} ${portText(ports)}`;

/** The provider's presets first, then common services that the provider doesn't list. */
function usePresets(): readonly Preset[] {
  const { data } = useBackendQuery('D36', {});
  return useMemo(() => {
    const provided = (data?.data ?? []).flatMap((row): Preset[] => {
      const ports = readPorts(row.destination_port);
      const protocol = row.protocol?.toLowerCase();
      if (!row.name || !ports || (protocol !== 'tcp' && protocol !== 'udp')) return [];
      return [{ name: row.name, protocol, ports, provider: true }];
    });
    const known = new Set(provided.map(keyOf));
    const common = services.filter((service) => !known.has(keyOf(service)));
    return [...provided, ...common.map((service) => ({ ...service, provider: false }))];
  }, [data]);
}

/** Lets the person choose a service. It fills in protocol and port, and the description if that is empty. */
export function PresetField({ form }: { form: Form }) {
  const t = useTranslations('firewall');
  const presets = usePresets();
  const { form: inner } = form;
  const [given, setGiven] = useState('');
  const values = inner.watch();
  const ports = readPorts(values.destination_port);
  const chosen = ports
    ? presets.find((each) => keyOf(each) === keyOf({ name: '', protocol: values.protocol, ports }))
    : undefined;
  const choose = (key: string) => {
    const preset = presets.find((each) => keyOf(each) === key);
    if (!preset) return inner.setValue('destination_port', '', { shouldDirty: true });
    const setOptions = { shouldDirty: true, shouldValidate: true };
    inner.setValue('protocol', preset.protocol, setOptions);
    inner.setValue('destination_port', portText(preset.ports).replace(':', '-'), setOptions);
    if (values.description === '' || values.description === given) {
      inner.setValue('description', preset.name, setOptions);
      setGiven(preset.name);
    }
  };
  const options = (provider: boolean) =>
    presets
      .filter((each) => each.provider === provider)
      .map((each) => (
        <option key={keyOf(each)} value={keyOf(each)}>
          {each.name} ({each.protocol.toUpperCase()} {portText(each.ports).replace(':', '–')})
        </option>
      ));
  const own = presets.some(({ provider }) => provider);
  return (
    <Select
      label={t('form.preset')}
      value={chosen ? keyOf(chosen) : ''}
      onChange={(event) => choose(event.target.value)}
    >
      <option value="">{t('form.presetNone')}</option>
      {own ? <optgroup label={t('form.presetProvider')}>{options(true)}</optgroup> : null}
      <optgroup label={t('form.presetCommon')}>{options(false)}</optgroup>
    </Select>
  );
}

/** Asks for protocol and port, and names the service that usually uses the port. */
export function PortFields({ form }: { form: Form }) {
  const t = useTranslations('firewall');
  const { destination_port: text, protocol } = form.form.watch();
  const ports = readPorts(text);
  const service = ports ? serviceOf(protocol, ports) : null;
  const hint = service ? t('form.portServes', { service }) : t('form.portHint');
  return (
    <div className="grid items-start gap-3 sm:grid-cols-2">
      <Select label={t('form.protocol')} {...form.field('protocol', { required: true })}>
        <option value="tcp">TCP</option>
        <option value="udp">UDP</option>
      </Select>
      <TextField
        label={t('form.port')}
        hint={hint}
        autoComplete="off"
        {...form.field('destination_port', { required: true, read: readPortField })}
      />
    </div>
  );
}

/** Asks where connections come from: anywhere, the viewer's address, another address or network, or an IP set. */
export function SourceFields({ form }: { form: Form }) {
  const t = useTranslations('firewall');
  const values = form.form.watch();
  const { viewer, firewall } = useFirewallTab();
  const { sets } = firewall;
  const noSet = sets === null ? t('form.setsUnknown') : sets.length === 0 ? t('form.noSets') : null;
  const block = readBlock(values.source_ip);
  const normal = block && block.text !== values.source_ip.trim().toLowerCase() ? block.text : null;
  const { error: _, ...source } = form.field('source');
  return (
    <>
      <RadioCards
        legend={t('form.source')}
        {...source}
        cards={[
          { value: 'any', title: t('form.any'), description: t('form.anyText') },
          {
            value: 'me',
            title: t('form.me'),
            description:
              viewer.kind === 'public' ? t('form.meText', { address: viewer.address }) : '',
            disabledReason: viewer.kind === 'public' ? null : t('form.meUnknown'),
          },
          { value: 'address', title: t('form.address'), description: t('form.addressText') },
          {
            value: 'set',
            title: t('form.set'),
            description: t('form.setText'),
            disabledReason: noSet,
          },
        ]}
      />
      {values.source === 'address' ? (
        <TextField
          label={t('form.cidr')}
          hint={normal ? t('form.normal', { cidr: normal }) : t('form.cidrHint')}
          mono
          {...form.field('source_ip', { required: true, read: readCidr })}
        />
      ) : null}
      {values.source === 'set' ? (
        <Select label={t('form.chooseSet')} {...form.field('source_ipset', { required: true })}>
          <option value="" />
          {(sets ?? []).map(({ id, name, entries }) => (
            <option key={id} value={id}>
              {t('form.setOption', { name, count: entries.length })}
            </option>
          ))}
        </Select>
      ) : null}
    </>
  );
}
