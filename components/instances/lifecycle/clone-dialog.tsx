'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { RequestPanel } from '@/components/forms/request-panel';
import { useBackendForm } from '@/components/forms/use-backend-form';
import { Callout } from '@/components/ui/callout';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import type { Input } from '@/lib/contract/types';
import { paths } from '@/lib/paths';
import type { ProblemError } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { nameOf } from '../machine';
import { hostnameRules } from '../rules';
import { Part } from '../wizard/part';
import { pricesProblem, usePrices } from '../wizard/use-catalogue';
import { Balance } from './balance';
import { cloneName } from './clone-name';
import { FormDialog, WithDetail, type DetailProps, type LifecycleProps } from './frame';
import { PriceChange } from './price-change';
import { paidOf, priceOf } from './prices';
import { TierCards } from './tier-cards';

interface Values {
  hostname: string;
  location_id: string;
  tier_id: string;
}

/** Makes a copy of a machine and leads to it. Default export because `lazy` asks for one. */
export default function CloneDialog(props: LifecycleProps) {
  const t = useTranslations('instances');
  const title = t('lifecycle.clone.title', { name: nameOf(props.machine) });
  return (
    <WithDetail {...props} title={title}>
      {(detail) => <Clone {...props} machine={detail} title={title} />}
    </WithDetail>
  );
}

const isNotOffered = ({ error }: Pick<UseQueryResult<unknown, ProblemError>, 'error'>): boolean =>
  error?.problem.code === 'not_offered';

function useCloneForm({ account, machine, onClose }: DetailProps) {
  const t = useTranslations('instances');
  const router = useRouter();
  const defaults: Values = {
    hostname: cloneName(machine.hostname ?? 'instance'),
    location_id: machine.location_id ?? '',
    tier_id: machine.tier_id ?? '',
  };
  const place = (uuid: string | null | undefined) =>
    uuid ? paths.instance(account, uuid) : paths.instances(account);
  const inputOf = (values: Values): Input<'D06'> => ({
    params: { instance_uuid: machine.uuid },
    body: { ...values, tier_id: offered(values.tier_id) },
  });
  const form = useBackendForm('D06', {
    account,
    defaults,
    input: inputOf,
    about: ({ body }, made) => ({
      kind: 'instance',
      id: made?.uuid ?? '',
      name: body.hostname,
      href: place(made?.uuid),
    }),
    onDone: (made, { hostname }) => {
      toast({ title: t('toasts.clone', { name: hostname }) });
      onClose();
      router.push(place(made.uuid));
    },
  });
  const values: Values = { ...defaults, ...useWatch({ control: form.form.control }) };
  const tiers = useBackendQuery(
    'D76',
    { query: { location_id: values.location_id } },
    { account, enabled: values.location_id !== '' },
  );
  // Without a list of tiers there is the one that the machine has, which nothing names.
  const own = machine.tier_id === null ? [] : [{ id: machine.tier_id }];
  const list = tiers.data?.data ?? (isNotOffered(tiers) ? own : undefined);
  /** The wish, or the first tier where the location doesn't offer it. */
  const offered = (id: string) =>
    list?.some((tier) => tier.id === id) ? id : (list?.[0]?.id ?? id);
  return { form, values, tiers, list, tier: offered(values.tier_id), inputOf };
}

function Clone({ title, ...props }: DetailProps & { title: string }) {
  const { account, machine, onClose } = props;
  const t = useTranslations('instances');
  const m = useTranslations('machines');
  const { form, values, tiers, list, tier, inputOf } = useCloneForm(props);
  const locations = useBackendQuery('D75', {}, { account });
  const { prices, pricesFailed, pricesProblems, retryPrices } = usePrices(
    account,
    list && { data: list },
  );
  const copy = { ...paidOf(machine), addresses: 0 };
  const price = (id: string) => priceOf(prices.get(id), copy, 'running');
  /** Prices are on their way or there; without a list of tiers nobody asks for them. */
  const isPriced = list?.some(({ id }) => id === tier) ?? false;
  const { name, error } = form.field('tier_id', { required: true });
  return (
    <FormDialog
      verb="clone"
      title={title}
      submit={t('lifecycle.clone.submit')}
      {...{ machine, form, onClose }}
    >
      <p className="text-muted">{t('lifecycle.clone.text')}</p>
      <TextField
        label={t('lifecycle.clone.hostname')}
        hint={t('wizard.hostnameHint')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        mono
        {...form.field('hostname', hostnameRules)}
      />
      {isNotOffered(locations) ? (
        <p className="text-muted">{t('lifecycle.clone.samePlace')}</p>
      ) : (
        <Part query={locations}>
          {({ data }) => (
            <Select label={m('location')} {...form.field('location_id', { required: true })}>
              {data.map((location) => (
                <option key={location.id} value={location.id}>
                  {location.name ?? location.id}
                </option>
              ))}
            </Select>
          )}
        </Part>
      )}
      {isNotOffered(tiers) ? (
        <p className="text-muted">{t('lifecycle.clone.sameTier')}</p>
      ) : (
        <Part query={tiers}>
          {({ data }) => (
            <TierCards
              legend={t('wizard.tier')}
              hint={t('lifecycle.runningPrice')}
              name={name}
              error={error}
              tiers={data}
              value={tier}
              onPick={(id) => {
                form.form.setValue('tier_id', id, { shouldDirty: true });
                form.form.clearErrors('tier_id');
              }}
              price={price}
            />
          )}
        </Part>
      )}
      <PriceChange
        loading={tiers.isLoading || (isPriced && !pricesFailed && !prices.has(tier))}
        problem={pricesFailed ? pricesProblem(pricesProblems) : null}
        onRetry={retryPrices}
        states={(['running', 'stopped'] as const).map((state) => ({
          state,
          then: priceOf(prices.get(tier), copy, state),
        }))}
      >
        <Balance account={account} perHour={price(tier).perHour} now={0} />
      </PriceChange>
      <Callout tone="warn">{t('lifecycle.clone.busy')}</Callout>
      <RequestPanel of="D06" input={inputOf(values)} />
    </FormDialog>
  );
}
