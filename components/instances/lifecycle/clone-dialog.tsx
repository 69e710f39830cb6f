'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { FormDialog } from '@/components/forms/form-dialog';
import { useDialogForm } from '@/components/forms/use-dialog-form';
import { Callout } from '@/components/ui/callout';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { paths } from '@/lib/paths';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { hostnameRules } from '../rules';
import { Part } from '../wizard/part';
import { usePrices } from '../wizard/use-catalogue';
import { Balance } from './balance';
import { cloneName } from './clone-name';
import { PriceChange } from './price-change';
import { paidOf, priceOf } from './prices';
import { TierCards } from './tier-cards';
import { useVerbReason, withDetail, type DetailProps } from './with-detail';

/** Makes a copy of a machine, D06, and leads to it. */
export const CloneDialog = withDetail('clone', Clone);

interface Values {
  hostname: string;
  location_id: string;
  tier_id: string;
}

function useCloneForm({ account, machine, onClose }: DetailProps) {
  const t = useTranslations('instances');
  const router = useRouter();
  const place = (uuid: string | null | undefined) =>
    uuid ? paths.instance(account, uuid) : paths.instances(account);
  const form = useDialogForm<'D06', Values>('D06', {
    account,
    onClose,
    defaults: {
      hostname: cloneName(machine.hostname ?? 'instance'),
      location_id: machine.location_id ?? '',
      tier_id: machine.tier_id ?? '',
    },
    input: ({ tier_id: id, ...body }) => ({
      params: { instance_uuid: machine.uuid },
      body: { ...body, tier_id: offered(id) },
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
  const { location_id, tier_id } = form.form.watch();
  const tiers = useBackendQuery(
    'D76',
    { query: { location_id } },
    { account, enabled: location_id !== '' },
  );
  const list = tiers.data?.data;
  /** The wish, or the first tier where the location doesn't offer it. */
  const offered = (id: string): string =>
    list?.some((tier) => tier.id === id) ? id : (list?.[0]?.id ?? id);
  return { form, tiers, tier: offered(tier_id) };
}

function Clone(props: DetailProps) {
  const { account, machine, title, onClose } = props;
  const t = useTranslations('instances');
  const m = useTranslations('machines');
  const { form, tiers, tier } = useCloneForm(props);
  const locations = useBackendQuery('D75', {}, { account });
  const { prices, pricesFailed, retryPrices } = usePrices(account, tiers.data);
  const copy = { ...paidOf(machine), addresses: 0 };
  const price = (id: string) => priceOf(prices.get(id), copy, 'running');
  const { name, error } = form.field('tier_id', { required: true });
  return (
    <FormDialog
      {...{ form, title, onClose }}
      size="md"
      submit={t('lifecycle.clone.submit')}
      reason={useVerbReason('clone', machine)}
    >
      <p className="text-muted">{t('lifecycle.clone.text')}</p>
      <TextField
        label={t('lifecycle.clone.hostname')}
        hint={t('wizard.hostnameHint')}
        mono
        {...form.field('hostname', hostnameRules)}
      />
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
      <Part query={tiers}>
        {({ data }) => (
          <TierCards
            legend={t('wizard.tier')}
            hint={t('lifecycle.runningPrice')}
            name={name}
            error={error}
            tiers={data}
            value={tier}
            onPick={(id) => form.set('tier_id', id)}
            price={price}
          />
        )}
      </Part>
      <PriceChange
        loading={!pricesFailed && !prices.has(tier)}
        problem={pricesFailed ? { code: 'backend_error', status: 0, message: '' } : null}
        onRetry={retryPrices}
        states={(['running', 'stopped'] as const).map((state) => ({
          state,
          then: priceOf(prices.get(tier), copy, state),
        }))}
      >
        <Balance account={account} perHour={price(tier).perHour} now={0} />
      </PriceChange>
      <Callout tone="warn">{t('lifecycle.clone.busy')}</Callout>
    </FormDialog>
  );
}
