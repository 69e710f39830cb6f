'use client';
import { useTranslations } from 'use-intl';
import { AddressCards } from '@/components/parts/machines/order/address-cards';
import { isolated } from '@/lib/intl/foreign';
import { Panel } from '@/components/ui/panel';
import { Select } from '@/components/ui/select';
import type { Row } from '@/lib/contract/types';
import { Part } from './part';
import type { WizardParts } from './parts';

/** Asks for a public address and a private network. */
export function NetworkSection({ parts }: { parts: WizardParts }) {
  const t = useTranslations('instances');
  return (
    <Panel title={t('wizard.network')}>
      <div className="flex flex-col gap-5">
        <Address parts={parts} />
        <Part query={parts.catalogue.networks}>
          {({ data }) => <PrivateNetwork networks={data} parts={parts} />}
        </Part>
      </div>
    </Panel>
  );
}

function Address({ parts }: { parts: WizardParts }) {
  const t = useTranslations('instances');
  const { values, catalogue } = parts;
  const free = catalogue.addresses.data?.data ?? [];
  const rows = catalogue.prices.get(values.tier_id) ?? [];
  const price = rows.find(({ component }) => component === 'public_ip')?.price_per_hour;
  const failed = catalogue.addresses.error?.problem;
  const none = free.length > 0 ? null : t('wizard.addressExistingText', { count: 0 });
  const unknown = failed
    ? t(failed.code === 'no_access' ? 'wizard.partNoAccess' : 'wizard.partFailed')
    : null;
  return (
    <>
      <AddressCards
        {...parts.choice('address')}
        price={price}
        existing={{
          description: t('wizard.addressExistingText', { count: free.length }),
          aside: t('wizard.alreadyPaid'),
          reason: unknown ?? none,
        }}
        none={t('wizard.addressNoneText')}
      />
      {values.address === 'existing' ? <ExistingAddressField free={free} parts={parts} /> : null}
    </>
  );
}

function ExistingAddressField({
  free,
  parts,
}: {
  free: readonly Row<'D57'>[];
  parts: WizardParts;
}) {
  const t = useTranslations('instances');
  return (
    <Select
      label={t('wizard.whichAddress')}
      className="max-w-sm"
      {...parts.choice('public_network')}
    >
      {free.map(({ uuid, ip_address: address }) => (
        <option key={uuid} value={uuid}>
          {address ?? uuid}
        </option>
      ))}
    </Select>
  );
}

interface PrivateNetworkProps {
  networks: readonly Row<'D56'>[];
  parts: WizardParts;
}

function PrivateNetwork({ networks, parts }: PrivateNetworkProps) {
  const t = useTranslations('instances');
  return (
    <Select
      label={t('wizard.privateNetwork')}
      className="max-w-sm"
      hint={networks.length === 0 ? t('wizard.noNetworks') : undefined}
      {...parts.choice('vswitch')}
    >
      <option value="">{t('wizard.noNetwork')}</option>
      {networks.map(({ uuid, name: title }) => (
        <option key={uuid} value={uuid}>
          {isolated(title ?? uuid)}
        </option>
      ))}
    </Select>
  );
}
