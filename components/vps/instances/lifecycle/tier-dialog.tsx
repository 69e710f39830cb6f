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
import { pricedPartsOf, priceOf } from './prices';
import { TierCards } from './tier-cards';
import { withDetail, type DetailProps } from './with-detail';

/** The dialog that moves a machine to another tier (D20). */
export const TierDialog = withDetail('tier', ChangeTier);

/** The backend's cost for a month as an amount. The backend counts 720 hours in a month. */
const amountOf = (month: number | null): Amount => ({
  perMonth: month,
  perHour: month === null ? null : month / monthHours,
});

/** The costs to compare: the backend's figures for the machine's state, and for a stopped machine also its running cost. */
function statesOf(
  machine: Detail,
  estimate: Result<'D21'> | undefined,
  price: (tier: string) => Amount,
  tier: string,
): PriceState[] {
  const stopped = canonicalStatus(machine.status) === 'stopped';
  const running = {
    state: 'running',
    now: price(machine.tier_id ?? ''),
    then: price(tier),
  } as const;
  const inPresentState: PriceState = {
    state: stopped ? 'stopped' : 'running',
    now: amountOf(estimate?.current_monthly_cost ?? null),
    then: amountOf(estimate?.estimated_new_monthly_cost ?? null),
  };
  return stopped ? [running, inPresentState] : [inPresentState];
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
  const price = (id: string) => priceOf(prices.get(id), pricedPartsOf(machine), 'running');
  const chosen = { params, query: { tier_id: tier } };
  const cost = useBackendQuery('D21', chosen, { enabled: tier !== '' });
  const trouble = cost.error?.problem ?? null;
  const states = statesOf(machine, cost.data, price, tier);
  const running = states.find(({ state }) => state === 'running');
  const { name, error } = form.field('tier_id', { required: true });
  const tierProblem = trouble?.fields?.tier_id?.[0];
  const blocked = () => {
    if (tier === '') return t('lifecycle.tier.choose');
    return cost.isLoading ? t('lifecycle.price.loading') : (tierProblem ?? null);
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
            error={error ?? tierProblem ?? null}
            tiers={data}
            value={tier}
            onChange={({ target }) => form.set('tier_id', target.value)}
            price={price}
            blocked={(id) => (id === machine.tier_id ? t('lifecycle.tier.current') : null)}
          />
        )}
      </Part>
      {tier === '' || tierProblem ? null : (
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
