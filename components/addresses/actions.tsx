'use client';
import { ArrowRightLeft, Link2Off, Tag, Trash2 } from 'lucide-react';
import { lazy, useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { rowsNamed, type Action } from '@/components/actions/action';
import { usePermitted } from '@/components/actions/use-permitted';
import { aboutInstance } from '@/components/instances/machine';
import { useMachines } from '@/components/instances/use-machines';
import { useGateways } from '@/components/networks/use-gateways';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { aboutAddress, addressWords, costWords, type Address } from './address';

const AttachDialog = lazy(() => import('./attach-dialog'));
const NameDialog = lazy(() => import('./name-dialog'));

/** What can be done with a public address. Needs the messages `addresses` and `machines`. */
export function useAddressActions(account: string): readonly Action<Address>[] {
  const t = useTranslations('addresses');
  const locale = useLocale();
  const change = useBackendChange(account);
  const { why } = useMachines(account);
  const gatewayOf = useGateways(account);
  const all = useMemo<readonly Action<Address>[]>(() => {
    /** Why its machine can't lose it now. */
    const held = ({ instance }: Address): string | null => {
      if (!instance) return null;
      const network = gatewayOf(instance.uuid);
      if (network !== null) return t('reasons.gateway', { network });
      const state = why('changeAddress', instance.uuid);
      return state && t('reasons.machine', { name: instance.hostname ?? instance.uuid, state });
    };
    const price = (address: Address) => costWords([address], locale) ?? t('unknownPrice');
    const named = (rows: readonly Address[]) => rowsNamed(rows, addressWords);
    return [
      {
        id: 'attach',
        label: t('attach.label'),
        icon: <ArrowRightLeft aria-hidden />,
        group: 'place',
        reason: held,
        dialog: (address, close) => (
          <AttachDialog account={account} address={address} onClose={close} />
        ),
      },
      {
        id: 'detach',
        label: t('detach.label'),
        icon: <Link2Off aria-hidden />,
        right: 'write_instance',
        group: 'place',
        danger: true,
        reason: (address) => (address.instance ? held(address) : t('reasons.free')),
        confirm: {
          title: (rows) => t('detach.title', named(rows)),
          text: ([address]) => (
            <>
              <p>{t('detach.text', { machine: address?.instance?.hostname ?? '' })}</p>
              <p>{t('detach.cost', { price: address ? price(address) : '' })}</p>
              {address?.rdns ? <p>{t('nameLost', { name: address.rdns })}</p> : null}
            </>
          ),
          button: () => t('detach.label'),
        },
        run: async ({ instance }) => {
          if (!instance) return;
          const input = {
            params: { instance_uuid: instance.uuid },
            body: { public_network: null },
          };
          await change('D17', input, aboutInstance(account, instance));
        },
        done: (address) => t('detach.done', { name: addressWords.name(address) }),
      },
      {
        id: 'name',
        label: t('rdns.label'),
        icon: <Tag aria-hidden />,
        group: 'name',
        reason: () => null,
        dialog: (address, close) => (
          <NameDialog account={account} address={address} of="D61" onClose={close} />
        ),
      },
      {
        id: 'delete',
        label: t('delete.label'),
        icon: <Trash2 aria-hidden />,
        group: 'end',
        danger: true,
        bulk: true,
        reason: ({ instance }) =>
          instance ? t('reasons.used', { name: instance.hostname ?? instance.uuid }) : null,
        confirm: {
          title: (rows) => t('delete.title', named(rows)),
          text: (rows) => <p>{t('delete.text', { count: rows.length })}</p>,
          button: (rows) => t('delete.confirm', { count: rows.length }),
          typed: (rows) => (rows.length === 1 ? named(rows).name : String(rows.length)),
        },
        run: (address) =>
          change('D62', { params: { ip_uuid: address.uuid } }, aboutAddress(account, address)),
        done: (address) => t('delete.done', { name: addressWords.name(address) }),
      },
    ];
  }, [account, t, locale, change, why, gatewayOf]);
  return usePermitted(account, 'write_network', all);
}
