'use client';
import { ArrowRightLeft, Link2Off, Tag, Trash2 } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Action } from '@/components/parts/actions/action';
import { usePermitted } from '@/components/parts/actions/use-permitted';
import { verbsOf } from '@/components/parts/actions/verb';
import { BalanceAfter, BalanceAfterRemoval } from '@/components/vps/balance/balance-after';
import { aboutInstance } from '@/components/vps/instances/machine';
import { useMachines } from '@/components/vps/instances/use-machines';
import { useGateways } from '@/components/vps/networks/use-gateways';
import { lazyNamed } from '@/components/ui/lazy-named';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { addresses } from '@/lib/resources/vps';
import { useAccount } from '@/lib/query/scope';
import { aboutAddress, costWords, type Address } from './address';

const AttachDialog = lazyNamed(() => import('./attach-dialog'), 'AttachDialog');
const NameDialog = lazyNamed(() => import('./name-dialog'), 'NameDialog');

/** Returns the actions of a public address that the person may do. Needs the messages `addresses` and `machines`. */
export function useAddressActions(): readonly Action<Address>[] {
  const account = useAccount();
  const t = useTranslations('addresses');
  const locale = useLocale();
  const change = useBackendChange();
  const machineReason = useMachineReason();
  const all = useMemo(() => {
    const verb = verbsOf<'addresses', Address>(t, addresses);
    const price = (address: Address) => costWords([address], locale) ?? t('unknownPrice');
    return [
      verb('attach', {
        icon: <ArrowRightLeft aria-hidden />,
        group: 'place',
        reason: machineReason,
        dialog: (address, close) => <AttachDialog address={address} onClose={close} />,
      }),
      verb('detach', {
        icon: <Link2Off aria-hidden />,
        right: 'write_instance',
        group: 'place',
        danger: true,
        reason: (address) => (address.instance ? machineReason(address) : t('reasons.notAttached')),
        confirm: {
          text: ([address]) => (
            <>
              <p>{t('detach.text', { machine: address?.instance?.hostname ?? '' })}</p>
              <p>{t('detach.cost', { price: address ? price(address) : '' })}</p>
              {address?.rdns ? <p>{t('losesName', { name: address.rdns })}</p> : null}
            </>
          ),
          cost: () => <BalanceAfter added={0} />,
        },
        run: async ({ instance }) => {
          if (!instance) return;
          const input = {
            params: { instance_uuid: instance.uuid },
            body: { public_network: null },
          };
          await change('D17', input, aboutInstance(account, instance));
        },
      }),
      verb('rdns', {
        id: 'name',
        icon: <Tag aria-hidden />,
        group: 'name',
        reason: () => null,
        dialog: (address, close) => <NameDialog address={address} of="D61" onClose={close} />,
      }),
      verb('delete', {
        icon: <Trash2 aria-hidden />,
        group: 'end',
        danger: true,
        bulk: true,
        reason: ({ instance }) =>
          instance ? t('reasons.attached', { name: instance.hostname ?? instance.uuid }) : null,
        confirm: {
          cost: (rows) => (
            <BalanceAfterRemoval hourly={rows.map(({ price_per_hour: each }) => each)} />
          ),
          typed: true,
        },
        run: (address) =>
          change('D62', { params: { ip_uuid: address.uuid } }, aboutAddress(account, address)),
      }),
    ];
  }, [account, t, locale, change, machineReason]);
  return usePermitted(addresses.rights.change, all);
}

/** Returns a function that says why an address can't be taken from its machine now; null when it can. */
function useMachineReason(): (address: Address) => string | null {
  const t = useTranslations('addresses');
  const { why } = useMachines();
  const gatewayOf = useGateways();
  return useCallback(
    ({ instance }) => {
      if (!instance) return null;
      const network = gatewayOf(instance.uuid);
      if (network !== null) return t('reasons.gateway', { network });
      const state = why('changeAddress', instance);
      return state && t('reasons.machine', { name: instance.hostname ?? instance.uuid, state });
    },
    [t, why, gatewayOf],
  );
}
