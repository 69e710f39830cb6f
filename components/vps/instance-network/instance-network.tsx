'use client';
import { useLocale, useTranslations } from 'use-intl';
import { ActionButtons } from '@/components/parts/actions/action-buttons';
import { instanceIdentity } from '@/components/vps/instances/machine';
import { useInstance, type Detail } from '@/components/vps/instances/use-instance';
import { useAddressPrice } from '@/components/vps/addresses/use-address-price';
import { Copyable } from '@/components/parts/machines/copyable';
import { KeyValue } from '@/components/ui/key-value';
import { useRefused } from '@/components/parts/shell/use-refused';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import { pricePerMonth } from '@/lib/format';
import { paths } from '@/lib/paths';
import { useAccount } from '@/lib/query/scope';
import { useAddressActions, useNetworkActions } from './instance-actions';
import { NetworkLink } from '@/components/vps/instances/network-link';

/** The tab with the public address and the private network of an instance. */
export function InstanceNetwork({ instance }: { instance: string }) {
  const { data } = useInstance(instance);
  return data ? <Panels machine={data} /> : null;
}

function Panels({ machine }: { machine: Detail }) {
  const account = useAccount();
  const t = useTranslations('networks.tab');
  const m = useTranslations('machines');
  const a = useTranslations('addresses');
  const locale = useLocale();
  const { perMonth } = useAddressPrice(machine.location_id ?? '', machine.tier_id ?? '');
  const actions = {
    address: useAddressActions(machine, perMonth),
    network: useNetworkActions(machine),
  };
  const { ip_address: address, private_network: network } = machine;
  const hidden = useRefused('read_network');
  const buttons = (which: 'address' | 'network') => (
    <div className="mt-4 flex flex-wrap gap-2">
      <ActionButtons actions={actions[which]} row={machine} identity={instanceIdentity} />
    </div>
  );
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Panel
        title={m('publicAddress')}
        actions={
          hidden ? null : <TextLink href={paths.addresses(account)}>{t('toAddresses')}</TextLink>
        }
      >
        {address ? (
          <KeyValue
            pairs={[
              {
                term: m('address'),
                value: <Copyable text={address} label={m('copyAddress')} />,
              },
              { term: a('rdns.name'), value: machine.rdns, mono: true },
              { term: m('price'), value: pricePerMonth(perMonth, locale) },
            ]}
          />
        ) : (
          <p className="text-muted">{t('noAddress')}</p>
        )}
        {buttons('address')}
      </Panel>
      <Panel
        title={m('privateNetwork')}
        actions={
          hidden ? null : <TextLink href={paths.networks(account)}>{t('toNetworks')}</TextLink>
        }
      >
        {network ? (
          <KeyValue
            pairs={[
              {
                term: m('privateNetwork'),
                value: <NetworkLink network={network} />,
              },
              {
                term: m('privateAddress'),
                value: network.ip_address ? (
                  <Copyable text={network.ip_address} label={m('copyAddress')} />
                ) : null,
              },
            ]}
          />
        ) : (
          <p className="text-muted">{t('noNetwork')}</p>
        )}
        {buttons('network')}
      </Panel>
    </div>
  );
}
