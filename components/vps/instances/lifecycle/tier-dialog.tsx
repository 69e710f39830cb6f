'use client';
import { useTranslations } from 'use-intl';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { useDialogForm } from '@/components/parts/forms/use-dialog-form';
import { Callout } from '@/components/ui/callout';
import { canonicalStatus } from '@/lib/contract/states';
import type { Result } from '@/lib/contract/types';
import { type Amount, changeOf, monthHours } from '@/lib/pricing';
import { AccountBalance } from '@/components/vps/balance/account-balance';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { useAccount } from '@/lib/query/scope';
import { aboutInstance, nameOf } from '../machine';
import type { Detail } from '../use-instance';
import { useVerbReason } from '../verb-reason';
import { Part } from '../wizard/part';
import { usePrices } from '../wizard/use-catalogue';
import { PriceChange, type PriceState } from './price-change';
import { paidOf, priceOf } from './prices';
import { TierCards } from './tier-cards';
import { withDetail, type DetailProps } from './with-detail';

/** Moves a machine to another tier, D20. */
export const TierDialog = withDetail('tier', ChangeTier);

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

function ChangeTier({ machine, title, onClose }: DetailProps) {
  const account = useAccount();
  const t = useTranslations('instances');
  const params = { instance_uuid: machine.uuid };
  const form = useDialogForm('D20', {
    onClose,
    defaults: { tier_id: '' },
    input: (body) => ({ params, body }),
    about: () => aboutInstance(account, machine),
    done: () => ({ title: t('toasts.changeTier', { name: nameOf(machine) }) }),
  });
  const tier = form.form.watch('tier_id');
  const here = machine.location_id === null ? {} : { location_id: machine.location_id };
  const tiers = useBackendQuery('D76', { query: here });
  const { prices } = usePrices(tiers.data);
  const price = (id: string) => priceOf(prices.get(id), paidOf(machine), 'running');
  const chosen = { params, query: { tier_id: tier } };
  const cost = useBackendQuery('D21', chosen, { enabled: tier !== '' });
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
      {...{ form, title, onClose }}
      size="md"
      submit={t('lifecycle.tier.submit')}
      reason={useVerbReason()('changeTier', machine) ?? blocked()}
    >
      <Callout tone="warn">{t('lifecycle.tier.moves')}</Callout>
      <Part query={tiers}>
        {({ data }) => (
          <TierCards
            legend={t('wizard.tier')}
            hint={t('lifecycle.runningPrice')}
            name={name}
            error={error ?? unfit ?? null}
            tiers={data}
            value={tier}
            onChange={({ target }) => form.set('tier_id', target.value)}
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
          <AccountBalance
            ordered={running?.then.perHour ?? null}
            added={changeOf(running?.then.perHour ?? null, machine.price_per_hour)}
          />
        </PriceChange>
      )}
    </FormDialog>
  );
}
