'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { useAsciiHint } from '@/components/parts/forms/use-ascii-hint';
import { useDialogForm } from '@/components/parts/forms/use-dialog-form';
import { Callout } from '@/components/ui/callout';
import { Checkbox } from '@/components/ui/checkbox';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { statusGroup } from '@/lib/contract/states';
import type { Result } from '@/lib/contract/types';
import { paths } from '@/lib/paths';
import type { Amount } from '@/lib/pricing';
import { isMissingOperation, type Problem, type ProblemError } from '@/lib/problem';
import { AccountBalance } from '@/components/vps/balance/account-balance';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { useAccount } from '@/lib/query/scope';
import { nameOf } from '../machine';
import { hostnameRules } from '../rules';
import type { Detail } from '../use-instance';
import { useVerbReason } from '../verb-reason';
import { Part } from '../wizard/part';
import { pricesProblem, usePrices } from '../wizard/use-catalogue';
import { cloneName } from './clone-name';
import { PriceChange } from './price-change';
import { pricedPartsOf, priceOf } from './prices';
import { TierCards } from './tier-cards';
import { withDetail, type DetailProps } from './with-detail';

/** The dialog that makes a copy of a machine (D06). Afterwards the page of the copy opens. */
export const CloneDialog = withDetail('clone', Clone);

interface Values {
  hostname: string;
  location_id: string;
  tier_id: string;
  use_public_ip: boolean;
}

function useCloneForm({ machine, onClose }: DetailProps) {
  const account = useAccount();
  const t = useTranslations('instances');
  const router = useRouter();
  const defaults: Values = {
    hostname: cloneName(machine.hostname ?? 'instance'),
    location_id: machine.location_id ?? '',
    tier_id: machine.tier_id ?? '',
    use_public_ip: true,
  };
  const place = (uuid: string | null | undefined) =>
    uuid ? paths.instance(account, uuid) : paths.instances(account);
  const unchanged = (of: Pick<Values, 'location_id' | 'tier_id'>) =>
    of.location_id === defaults.location_id && of.tier_id === defaults.tier_id;
  const form = useDialogForm<'D06', Values>('D06', {
    onClose,
    defaults,
    // D06 needs only a name. What is the same as on the machine isn't sent.
    input: ({ hostname, location_id, tier_id, use_public_ip }) => ({
      params: { instance_uuid: machine.uuid },
      body: {
        hostname,
        location_id: location_id === defaults.location_id ? undefined : location_id,
        tier_id: unchanged({ location_id, tier_id }) ? undefined : offered(tier_id),
        use_public_ip: use_public_ip ? undefined : false,
      },
    }),
    about: ({ body }, made) => ({
      kind: 'instance',
      id: made?.uuid ?? '',
      name: body.hostname,
      href: place(made?.uuid),
    }),
    done: (_, { hostname }) => ({ title: t('toasts.clone', { name: hostname }) }),
    after: ({ uuid }) => router.push(place(uuid)),
  });
  const values: Values = { ...defaults, ...useWatch({ control: form.form.control }) };
  const tiers = useBackendQuery('D76', {
    query: values.location_id === '' ? {} : { location_id: values.location_id },
  });
  const list = tiers.data?.data;
  /** The chosen tier, or the first one if the location doesn't offer it. */
  const offered = (id: string): string =>
    list?.some((tier) => tier.id === id) ? id : (list?.[0]?.id ?? id);
  const tier = unchanged(values) ? values.tier_id : offered(values.tier_id);
  return { form, values, tiers, tier };
}

function Clone(props: DetailProps) {
  const { machine, title, onClose } = props;
  const t = useTranslations('instances');
  const clone = useCloneForm(props);
  const { form, values, tiers } = clone;
  const locations = useBackendQuery('D75', {});
  const fixed = [locations, tiers].some(({ error }) => isMissingOperation(error?.problem));
  return (
    <FormDialog
      {...{ form, title, onClose }}
      size="md"
      submit={t('lifecycle.clone.submit')}
      reason={useVerbReason()('clone', machine)}
    >
      <p className="text-muted">{t('lifecycle.clone.text')}</p>
      <TextField
        label={t('lifecycle.clone.hostname')}
        hint={useAsciiHint(values.hostname, t('wizard.hostnameHint'))}
        mono
        {...form.field('hostname', hostnameRules)}
      />
      <Checkbox
        label={t('lifecycle.clone.address')}
        hint={t('lifecycle.clone.addressHint')}
        {...form.field('use_public_ip')}
      />
      {fixed ? (
        <>
          <p className="text-muted">{t('lifecycle.clone.same', { name: nameOf(machine) })}</p>
          <Price then={{ running: currentCost(machine, values.use_public_ip) }} />
        </>
      ) : (
        <PlaceAndPrice {...{ machine, clone, locations }} />
      )}
      <Callout tone="warn">{t('lifecycle.clone.busy')}</Callout>
    </FormDialog>
  );
}

/** The machine's cost now. The copy costs the same only if the machine runs and both have an address or both have none. */
const currentCost = (machine: Detail, address: boolean): Amount =>
  statusGroup(machine.status) === 'run' && address === (machine.ip_address !== null)
    ? { perHour: machine.price_per_hour, perMonth: machine.estimated_monthly_cost }
    : { perHour: null, perMonth: null };

interface PlaceAndPriceProps {
  machine: Detail;
  clone: ReturnType<typeof useCloneForm>;
  locations: UseQueryResult<Result<'D75'>, ProblemError>;
}

/** Asks for the location and tier of the copy and shows what it will cost. */
function PlaceAndPrice({
  machine,
  clone: { form, values, tiers, tier },
  locations,
}: PlaceAndPriceProps) {
  const t = useTranslations('instances');
  const m = useTranslations('machines');
  const { prices, pricesFailed, pricesProblems, retryPrices } = usePrices(tiers.data);
  const copy = { ...pricedPartsOf(machine), addresses: values.use_public_ip ? 1 : 0 };
  const price = (id: string) => priceOf(prices.get(id), copy, 'running');
  const { name, error } = form.field('tier_id');
  return (
    <>
      <Part query={locations}>
        {({ data }) => (
          <Select label={m('location')} {...form.field('location_id')}>
            {machine.location_id === null ? (
              <option value="">{machine.location ?? t('lifecycle.clone.here')}</option>
            ) : null}
            {data.map((location) => (
              <option key={location.id} value={location.id}>
                {location.name ?? location.id}
              </option>
            ))}
          </Select>
        )}
      </Part>
      <Part query={tiers}>
        {({ data }) => (
          <TierCards
            legend={t('wizard.tier')}
            hint={t('lifecycle.runningPrice')}
            name={name}
            error={error ?? null}
            tiers={data}
            value={tier}
            onChange={({ target }) => form.set('tier_id', target.value)}
            price={price}
          />
        )}
      </Part>
      <Price
        loading={!pricesFailed && !tiers.error && !prices.has(tier)}
        problem={pricesFailed ? pricesProblem(pricesProblems) : null}
        onRetry={retryPrices}
        then={{ running: price(tier), stopped: priceOf(prices.get(tier), copy, 'stopped') }}
      />
    </>
  );
}

interface PriceProps {
  then: { running: Amount; stopped?: Amount };
  loading?: boolean;
  problem?: Problem | null;
  onRetry?: () => void;
}

function Price({ then, ...how }: PriceProps) {
  return (
    <PriceChange
      {...how}
      states={[
        { state: 'running', then: then.running },
        ...(then.stopped ? [{ state: 'stopped' as const, then: then.stopped }] : []),
      ]}
    >
      <AccountBalance ordered={then.running.perHour} added={then.running.perHour} />
    </PriceChange>
  );
}
