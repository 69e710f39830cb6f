'use client';
import { Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { ChoiceField } from '@/components/parts/forms/choice-field';
import { useProblemForm, type ProblemForm } from '@/components/parts/forms/use-problem-form';
import { LocationField } from '@/components/parts/machines/location-field';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { NumberField } from '@/components/ui/number-field';
import { Select } from '@/components/ui/select';
import { SizeFields } from '@/components/vps/instances/size-fields';
import { useVolumeTypes } from '@/components/vps/volumes/use-volume-types';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { vpsKinds, type VpsThing } from './vps-lines';

interface AddProps {
  onAdd: (thing: VpsThing) => void;
}

/** Adds a machine, a volume or an address to the estimate. */
export function AddThing({ onAdd }: AddProps) {
  const t = useTranslations('estimate');
  const [kind, setKind] = useState<VpsThing['kind']>('machine');
  const forms = { machine: AddMachine, volume: AddVolume, address: AddAddress };
  const Form = forms[kind];
  return (
    <div className="flex flex-col gap-4">
      <Select
        className="sm:max-w-64"
        label={t('what')}
        value={kind}
        onChange={({ target }) =>
          setKind(vpsKinds.find((one) => one === target.value) ?? 'machine')
        }
      >
        {vpsKinds.map((one) => (
          <option key={one} value={one}>
            {t(`things.${one}`)}
          </option>
        ))}
      </Select>
      <Form onAdd={onAdd} />
    </div>
  );
}

/** The id of the location that forms begin with: the provider's first. */
function useFirstLocation(): string {
  return useBackendQuery('D75', {}).data?.data[0]?.id ?? '';
}

function AddForm<Values extends object>({
  form,
  children,
}: {
  form: ProblemForm<Values>;
  children: ReactNode;
}) {
  const t = useTranslations('estimate');
  return (
    <form noValidate onSubmit={form.onSubmit} className="flex flex-col gap-4">
      <div className="grid items-start gap-x-4 gap-y-3 sm:grid-cols-2 xl:grid-cols-3">
        {children}
      </div>
      <Button type="submit" className="self-start" icon={<Plus aria-hidden />}>
        {t('addOne')}
      </Button>
    </form>
  );
}

function AddMachine({ onAdd }: AddProps) {
  const t = useTranslations('estimate');
  const m = useTranslations('machines');
  const form = useProblemForm({
    defaults: {
      location: useFirstLocation(),
      tier: '',
      cpu: 2,
      memory: 4,
      storage: 60,
      dedicated: false,
      address: true,
      backup: false,
    },
    submit: async ({ cpu, memory, storage, ...options }) =>
      onAdd({ kind: 'machine', size: { cpu, memory, storage }, ...options }),
  });
  const location = form.form.watch('location');
  const query = useBackendQuery(
    'D76',
    { query: { location_id: location } },
    { enabled: location !== '' },
  );
  const rows = (query.data?.data ?? []).map(({ id, name }) => ({ id, name: name ?? id }));
  return (
    <AddForm form={form}>
      <LocationField form={form} name="location" onPick={() => form.form.setValue('tier', '')} />
      {location === '' ? null : (
        <ChoiceField
          form={form}
          name="tier"
          label={m('tier')}
          choice={{ query, rows, none: t('noTiers') }}
        />
      )}
      <SizeFields field={form.field} cores={t('cores')} />
      <div className="flex flex-col gap-2 sm:pt-1">
        <Checkbox label={t('options.dedicated')} {...form.field('dedicated')} />
        <Checkbox label={t('options.address')} {...form.field('address')} />
        <Checkbox label={t('options.backup')} {...form.field('backup')} />
      </div>
    </AddForm>
  );
}

function AddVolume({ onAdd }: AddProps) {
  const t = useTranslations('estimate');
  const m = useTranslations('machines');
  const form = useProblemForm({
    defaults: { location: useFirstLocation(), type: '', size: 20 },
    submit: async (values) => onAdd({ kind: 'volume', ...values }),
  });
  const location = form.form.watch('location');
  const query = useVolumeTypes(location);
  const rows = (query.data?.data ?? []).map(({ id, name }) => ({ id, name: name ?? id }));
  return (
    <AddForm form={form}>
      <LocationField form={form} name="location" onPick={() => form.form.setValue('type', '')} />
      {location === '' ? null : (
        <ChoiceField
          form={form}
          name="type"
          label={t('volumeType')}
          choice={{ query, rows, none: t('noTypes') }}
        />
      )}
      <NumberField
        label={m('size')}
        unit="GB"
        min={1}
        step={10}
        {...form.field('size', { required: true, asNumber: true, min: 1 })}
      />
    </AddForm>
  );
}

function AddAddress({ onAdd }: AddProps) {
  const form = useProblemForm({
    defaults: { location: useFirstLocation() },
    submit: async (values) => onAdd({ kind: 'address', ...values }),
  });
  return (
    <AddForm form={form}>
      <LocationField form={form} name="location" />
    </AddForm>
  );
}
