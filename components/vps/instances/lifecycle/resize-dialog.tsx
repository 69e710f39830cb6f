'use client';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { useDialogForm } from '@/components/parts/forms/use-dialog-form';
import type { ProblemForm } from '@/components/parts/forms/use-problem-form';
import { Callout } from '@/components/ui/callout';
import { Select } from '@/components/ui/select';
import type { Result } from '@/lib/contract/types';
import { gigabytes, pricePerMonth } from '@/lib/format';
import { AccountBalance } from '@/components/vps/balance/account-balance';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { changeOf } from '@/lib/pricing';
import { useAccount } from '@/lib/query/scope';
import { aboutInstance, nameOf } from '../machine';
import { CpuKinds } from '../cpu-kinds';
import { SizeFields } from '../size-fields';
import { useVerbReason } from '../verb-reason';
import { sizeOf } from '../wizard/values';
import { sizeOfNumbers } from '../wizard/prefill';
import { PriceChange } from './price-change';
import { pricedPartsOf, priceOf, type PricedParts } from './prices';
import { withDetail, type DetailProps } from './with-detail';

interface Values {
  /** Cores; NaN while the field is empty. */
  cpu: number;
  /** GB. */
  memory: number;
  /** GB. */
  storage: number;
  cpu_kind: 'shared' | 'dedicated';
}

type Prices = Result<'D77'>['data'];
type ResizeForm = ProblemForm<Values>;

/** The dialog that changes the size of a stopped machine (D18). */
export const ResizeDialog = withDetail('resize', Resize);

function Resize({ machine, title, onClose }: DetailProps) {
  const account = useAccount();
  const t = useTranslations('instances');
  const now = pricedPartsOf(machine);
  const form = useDialogForm<'D18', Values>('D18', {
    onClose,
    defaults: {
      cpu: now.cpu,
      memory: now.memory,
      storage: now.storage,
      cpu_kind: now.dedicated ? 'dedicated' : 'shared',
    },
    fieldNames: { use_dedicated_cpu: 'cpu_kind' },
    input: ({ cpu_kind, ...size }) => ({
      params: { instance_uuid: machine.uuid },
      body: { ...size, use_dedicated_cpu: cpu_kind === 'dedicated' },
    }),
    about: () => aboutInstance(account, machine),
    done: () => ({ title: t('toasts.resize', { name: nameOf(machine) }) }),
  });
  const values = form.form.watch();
  const kind = form.field('cpu_kind');
  const prefill: PricedParts = { ...now, ...values, dedicated: values.cpu_kind === 'dedicated' };
  const same = (['cpu', 'memory', 'storage', 'dedicated'] as const).every(
    (part) => prefill[part] === now[part],
  );
  const tier = machine.tier_id ?? '';
  const prices = useBackendQuery('D77', { params: { tier_id: tier } }, { enabled: tier !== '' });
  const rows = prices.data?.data;
  const then = priceOf(rows, prefill, 'running');
  return (
    <FormDialog
      {...{ form, title, onClose }}
      size="md"
      submit={t('lifecycle.resize.submit')}
      reason={useVerbReason()('resize', machine) ?? (same ? t('lifecycle.resize.same') : null)}
    >
      <p className="text-muted">{t('lifecycle.resize.text')}</p>
      <Sizes {...{ form, now, values }} prices={rows} />
      <Numbers form={form} now={now} />
      <CpuKinds
        prices={rows}
        columns={1}
        name={kind.name}
        error={kind.error ?? null}
        value={values.cpu_kind}
        onChange={({ target }) => form.set('cpu_kind', target.value as Values['cpu_kind'])}
      />
      <PriceChange
        loading={prices.isLoading}
        problem={rows ? null : (prices.error?.problem ?? null)}
        onRetry={() => void prices.refetch()}
        states={(['running', 'stopped'] as const).map((state) => ({
          state,
          now: priceOf(rows, now, state),
          then: priceOf(rows, prefill, state),
        }))}
      >
        <AccountBalance
          ordered={then.perHour}
          added={changeOf(then.perHour, machine.price_per_hour)}
        />
      </PriceChange>
      {prefill.storage > now.storage ? <Callout>{t('lifecycle.resize.grow')}</Callout> : null}
    </FormDialog>
  );
}

interface SizesProps {
  form: ResizeForm;
  now: PricedParts;
  values: Values;
  prices: Prices | undefined;
}

/** Asks for one of the provider's sizes (D01), which fills in the numbers. A disk can't shrink, so smaller ones are disabled. */
function Sizes({ form: { form }, now, values, prices }: SizesProps) {
  const t = useTranslations('instances');
  const m = useTranslations('machines');
  const locale = useLocale();
  const [own, setOwn] = useState(false);
  const { data, error } = useBackendQuery('D01', {});
  const sizes = (data?.data ?? []).flatMap(({ id, title, total_cpu, total_ram, total_disk }) => {
    const size = { cpu: total_cpu ?? NaN, memory: total_ram ?? NaN, storage: total_disk ?? NaN };
    return sizeOfNumbers(size) ? [{ id, title: title ?? id, ...size }] : [];
  });
  const dedicated = values.cpu_kind === 'dedicated';
  const line = ({ title, cpu, memory, storage }: (typeof sizes)[number]) =>
    [
      title,
      m('cores', { count: cpu }),
      gigabytes(memory, locale),
      gigabytes(storage, locale),
      storage < now.storage
        ? t('lifecycle.resize.shrinks', { disk: gigabytes(now.storage, locale) })
        : pricePerMonth(
            priceOf(prices, { ...now, cpu, memory, storage, dedicated }, 'running').perMonth,
            locale,
          ),
    ].join(' · ');
  const choose = (id: string) => {
    const size = sizes.find((one) => one.id === id);
    setOwn(!size);
    if (!size) return;
    for (const part of ['cpu', 'memory', 'storage'] as const)
      form.setValue(part, size[part], { shouldDirty: true, shouldValidate: true });
  };
  return (
    <Select
      label={t('wizard.sizes')}
      hint={error && !data ? t('lifecycle.resize.sizesFailed') : undefined}
      value={own ? 'own' : sizeOf(data?.data ?? [], values)}
      onChange={({ target }) => choose(target.value)}
    >
      {sizes.map((size) => (
        <option key={size.id} value={size.id} disabled={size.storage < now.storage}>
          {line(size)}
        </option>
      ))}
      <option value="own">{t('wizard.customSize')}</option>
    </Select>
  );
}

function Numbers({ form, now }: { form: ResizeForm; now: PricedParts }) {
  const t = useTranslations('instances');
  const m = useTranslations('machines');
  const locale = useLocale();
  const { field } = form;
  const shrinkReason = (value: number) =>
    value < now.storage
      ? t('lifecycle.resize.shrinks', { disk: gigabytes(now.storage, locale) })
      : null;
  const current = (value: string) => t('lifecycle.resize.now', { value });
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      <SizeFields
        field={field}
        cores={t('wizard.cores')}
        hints={{
          cpu: current(m('cores', { count: now.cpu })),
          memory: current(gigabytes(now.memory, locale)),
          storage: current(gigabytes(now.storage, locale)),
        }}
        disk={{ min: now.storage, step: 1, check: shrinkReason }}
      />
    </div>
  );
}
