'use client';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useLocale, useTranslations } from 'use-intl';
import { RequestPanel } from '@/components/forms/request-panel';
import { useBackendForm } from '@/components/forms/use-backend-form';
import type { FieldProps } from '@/components/forms/use-problem-form';
import { Callout } from '@/components/ui/callout';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { canonicalStatus } from '@/lib/contract/states';
import type { Row } from '@/lib/contract/types';
import { gigabytes } from '@/lib/format';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { aboutInstance, nameOf } from '../machine';
import { passwordRules, usernameRules } from '../rules';
import type { Detail } from '../use-instance';
import { Part } from '../wizard/part';
import { imageName, minDisk } from '../wizard/values';
import { Balance } from './balance';
import { FormDialog, WithDetail, type DetailProps, type LifecycleProps } from './frame';
import { MachinePassword } from './machine-password';
import { PriceChange } from './price-change';
import { paidOf, priceOf } from './prices';

type Image = Row<'D74'>;

/** Makes a machine's disk anew. Default export because `lazy` asks for one. */
export default function ReinstallDialog(props: LifecycleProps) {
  const t = useTranslations('instances');
  const title = t('lifecycle.reinstall.title', { name: nameOf(props.machine) });
  return (
    <WithDetail {...props} title={title}>
      {(detail) => <Reinstall {...props} machine={detail} title={title} />}
    </WithDetail>
  );
}

function Reinstall({ account, machine, title, onClose }: DetailProps & { title: string }) {
  const t = useTranslations('instances');
  const ui = useTranslations('ui');
  const [typed, setTyped] = useState('');
  const name = nameOf(machine);
  const params = { instance_uuid: machine.uuid };
  const form = useBackendForm('D08', {
    account,
    defaults: {
      template_id: machine.os?.template_id ?? '',
      username: machine.username ?? '',
      password: '',
    },
    input: (body) => ({ params, body }),
    about: () => aboutInstance(account, machine),
    onDone: () => {
      toast({ title: t('toasts.reinstall', { name }) });
      onClose();
    },
    secrets: ['password'],
  });
  const values = useWatch({ control: form.form.control });
  const { template_id = '', username = '', password = '' } = values;
  const here = machine.location_id === null ? {} : { location: machine.location_id };
  const images = useBackendQuery('D74', { query: here }, { account });
  return (
    <FormDialog
      verb="reinstall"
      title={title}
      submit={t('lifecycle.reinstall.submit')}
      danger
      blocked={typed.trim() === name ? null : ui('typeNameFirst')}
      {...{ machine, form, onClose }}
    >
      <Callout tone="danger" title={t('lifecycle.reinstall.lostTitle')}>
        <p>{t('lifecycle.reinstall.lost')}</p>
        <p>{t('lifecycle.reinstall.kept')}</p>
      </Callout>
      <Part query={images}>
        {({ data }) => (
          <ImageSelect
            images={data}
            disk={machine.storage_gb}
            field={form.field('template_id', { required: true })}
          />
        )}
      </Part>
      <TextField
        label={t('wizard.username')}
        hint={t('wizard.usernameHint')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        mono
        {...form.field('username', usernameRules)}
      />
      <MachinePassword
        label={t('wizard.password')}
        value={password}
        onMade={(text) => {
          form.form.setValue('password', text, { shouldDirty: true });
          form.form.clearErrors('password');
        }}
        field={form.field('password', passwordRules)}
      />
      <Cost account={account} machine={machine} />
      <TextField
        label={ui.rich('typeName', {
          name: () => (
            <code className="bg-sunken rounded-sm px-1 font-mono select-all">{name}</code>
          ),
        })}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        mono
      />
      <RequestPanel
        of="D08"
        input={{ params, body: { template_id, username, password } }}
        secrets={['password']}
      />
    </FormDialog>
  );
}

/** Systems by name; those that need more disk than the machine has say so and can't be chosen. */
function ImageSelect({
  images,
  disk,
  field,
}: {
  images: readonly Image[];
  disk: number | null;
  field: FieldProps;
}) {
  const t = useTranslations('instances');
  const m = useTranslations('machines');
  const locale = useLocale();
  const systems = new Map<string, Image[]>();
  for (const image of images) {
    const system = image.name ?? image.template_id;
    systems.set(system, [...(systems.get(system) ?? []), image]);
  }
  return (
    <Select label={m('image')} {...field}>
      <option value="">{t('lifecycle.reinstall.choose')}</option>
      {[...systems].map(([system, versions]) => (
        <optgroup key={system} label={system}>
          {versions.map((image) => {
            const need = minDisk(image);
            const small = disk !== null && need > disk;
            const needs = t('wizard.needsDisk', {
              image: imageName(image),
              disk: gigabytes(need, locale),
            });
            return (
              <option key={image.template_id} value={image.template_id} disabled={small}>
                {small ? needs : imageName(image)}
              </option>
            );
          })}
        </optgroup>
      ))}
    </Select>
  );
}

/** It runs afterwards, whatever it was before: a stopped one costs more from then on. */
function Cost({ account, machine }: { account: string; machine: Detail }) {
  const t = useTranslations('instances');
  const runs = canonicalStatus(machine.status) === 'running';
  const tier = machine.tier_id ?? '';
  const input = { params: { tier_id: tier } };
  const prices = useBackendQuery('D77', input, { account, enabled: !runs && tier !== '' });
  if (runs) return <p className="text-muted">{t('lifecycle.reinstall.sameCost')}</p>;
  const then = priceOf(prices.data?.data, paidOf(machine), 'running');
  const now = { perHour: machine.price_per_hour, perMonth: machine.estimated_monthly_cost };
  return (
    <>
      <p className="text-muted">{t('lifecycle.reinstall.starts')}</p>
      <PriceChange
        loading={prices.isLoading}
        problem={prices.data ? null : (prices.error?.problem ?? null)}
        onRetry={() => void prices.refetch()}
        states={[{ state: 'charged', now, then }]}
      >
        <Balance account={account} perHour={then.perHour} now={now.perHour} />
      </PriceChange>
    </>
  );
}
