'use client';
import { useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { RequestPanel } from '@/components/forms/request-panel';
import { useBackendForm } from '@/components/forms/use-backend-form';
import { Callout } from '@/components/ui/callout';
import { toast } from '@/components/ui/toast';
import { canonicalStatus } from '@/lib/contract/states';
import type { Result } from '@/lib/contract/types';
import { monthHours, type Amount } from '@/lib/pricing';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { aboutInstance, nameOf } from '../machine';
import type { Detail } from '../use-instance';
import { Part } from '../wizard/part';
import { usePrices } from '../wizard/use-catalogue';
import { Balance } from './balance';
import { FormDialog, WithDetail, type DetailProps, type LifecycleProps } from './frame';
import { PriceChange, type PriceState } from './price-change';
import { paidOf, priceOf } from './prices';
import { TierCards } from './tier-cards';

/** Moves a machine to another tier. */
export function TierDialog(props: LifecycleProps) {
  const t = useTranslations('instances');
  const title = t('lifecycle.tier.title', { name: nameOf(props.machine) });
  return (
    <WithDetail {...props} title={title}>
      {(detail) => <ChangeTier {...props} machine={detail} title={title} />}
    </WithDetail>
  );
}

/** A month's cost as the backend tells it, by its own count of 720 hours. */
const amountOf = (month: number | null): Amount => ({
  perMonth: month,
  perHour: month === null ? null : month / monthHours,
});

/** The backend's own figures, which are of the machine as it stands; of a stopped one also what it costs running. */
function statesOf(
  machine: Detail,
  told: Result<'D21'> | undefined,
  price: (tier: string) => Amount,
  tier: string,
): PriceState[] {
  const stopped = canonicalStatus(machine.status) === 'stopped';
  const running = {
    state: 'running',
    now: price(machine.tier_id ?? ''),
    then: price(tier),
  } as const;
  const asItIs: PriceState = {
    state: stopped ? 'stopped' : 'running',
    now: amountOf(told?.current_monthly_cost ?? null),
    then: amountOf(told?.estimated_new_monthly_cost ?? null),
  };
  return stopped ? [running, asItIs] : [asItIs];
}

function ChangeTier({ account, machine, title, onClose }: DetailProps & { title: string }) {
  const t = useTranslations('instances');
  const params = { instance_uuid: machine.uuid };
  const form = useBackendForm('D20', {
    account,
    defaults: { tier_id: '' },
    input: ({ tier_id }) => ({ params, body: { tier_id } }),
    about: () => aboutInstance(account, machine),
    onDone: () => {
      toast({ title: t('toasts.changeTier', { name: nameOf(machine) }) });
      onClose();
    },
  });
  const { tier_id: tier = '' } = useWatch({ control: form.form.control });
  const here = machine.location_id === null ? {} : { location_id: machine.location_id };
  const tiers = useBackendQuery('D76', { query: here }, { account });
  const { prices } = usePrices(account, tiers.data);
  const price = (id: string) => priceOf(prices.get(id), paidOf(machine), 'running');
  const chosen = { params, query: { tier_id: tier } };
  const cost = useBackendQuery('D21', chosen, { account, enabled: tier !== '' });
  const trouble = cost.error?.problem ?? null;
  const states = statesOf(machine, cost.data, price, tier);
  const running = states.find(({ state }) => state === 'running');
  const { name, error } = form.field('tier_id', { required: true });
  const unfit = trouble?.fields?.tier_id?.[0];
  const blocked = () => {
    if (tier === '') return t('lifecycle.tier.choose');
    return cost.isLoading ? t('lifecycle.price.loading') : (unfit ?? null);
  };
  return (
    <FormDialog
      verb="changeTier"
      title={title}
      submit={t('lifecycle.tier.submit')}
      blocked={blocked()}
      {...{ machine, form, onClose }}
    >
      <Callout tone="warn">{t('lifecycle.tier.moves')}</Callout>
      <Part query={tiers}>
        {({ data }) => (
          <TierCards
            legend={t('wizard.tier')}
            hint={t('lifecycle.runningPrice')}
            name={name}
            error={error ?? unfit}
            tiers={data}
            value={tier}
            onPick={(id) => {
              form.form.setValue('tier_id', id, { shouldDirty: true });
              form.form.clearErrors('tier_id');
            }}
            price={price}
            blocked={(id) => (id === machine.tier_id ? t('lifecycle.tier.current') : null)}
          />
        )}
      </Part>
      {tier === '' || unfit ? null : (
        <PriceChange
          states={states}
          loading={cost.isLoading}
          problem={trouble}
          onRetry={() => void cost.refetch()}
        >
          <Balance
            account={account}
            perHour={running?.then.perHour ?? null}
            now={machine.price_per_hour}
          />
        </PriceChange>
      )}
      {tier === '' ? null : <RequestPanel of="D20" input={{ params, body: { tier_id: tier } }} />}
    </FormDialog>
  );
}
