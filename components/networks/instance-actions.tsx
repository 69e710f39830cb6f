'use client';
import { ArrowRightLeft, Link2Off, Plus, Tag, Unplug } from 'lucide-react';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Action } from '@/components/actions/action';
import { usePermitted } from '@/components/actions/use-permitted';
import { aboutInstance, nameOf } from '@/components/instances/machine';
import { useRefused } from '@/components/shell/use-refused';
import { useNow } from '@/components/instances/under-way';
import type { Detail } from '@/components/instances/use-instance';
import { lazyNamed } from '@/components/ui/lazy-named';
import { reasonWhy, type InstanceVerb } from '@/lib/contract/states';
import { pricePerMonth } from '@/lib/format';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { useBackendQuery } from '@/lib/query/use-backend-query';

const NameDialog = lazyNamed(() => import('@/components/addresses/name-dialog'), 'NameDialog');
const ChooseDialog = lazyNamed(() => import('./choose-dialog'), 'ChooseDialog');

/**
 * What can be done with a machine's public address and with its private network. Needs the messages `networks`,
 * `addresses` and `machines`.
 * @param perMonth what an address costs, in rupiah
 */
export function useInstanceNetworkActions(
  account: string,
  machine: Detail,
  perMonth: number | null,
): { address: readonly Action<Detail>[]; network: readonly Action<Detail>[] } {
  const t = useTranslations('networks');
  const a = useTranslations('addresses');
  const m = useTranslations('machines');
  const locale = useLocale();
  const change = useBackendChange(account);
  const now = useNow(machine);
  const enabled = !useRefused(account, 'read_network');
  const networks = useBackendQuery('D49', {}, { account, poll: 'slow', enabled }).data;
  const all = useMemo(() => {
    const about = aboutInstance(account, machine);
    const params = { instance_uuid: machine.uuid };
    const led = networks?.data.find(({ gateway }) => gateway?.uuid === machine.uuid);
    const gateway = led ? t('reasons.leads', { network: led.name ?? led.uuid }) : null;
    const why = (verb: InstanceVerb) => {
      const reason = reasonWhy(verb, now);
      return reason && m(`reasons.${reason}`);
    };
    const name = nameOf(machine);
    const price = perMonth === null ? a('unknownPrice') : pricePerMonth(perMonth, locale);
    const has = machine.ip_address !== null;
    const inside = machine.private_network !== null;
    const choose = (what: 'address' | 'network', verb: InstanceVerb): Action<Detail> => ({
      id: `choose-${what}`,
      label: t((what === 'address' ? has : inside) ? `tab.other.${what}` : `tab.choose.${what}`),
      icon: <ArrowRightLeft aria-hidden />,
      reason: () => (what === 'network' || has ? gateway : null) ?? why(verb),
      dialog: (row, close) => (
        <ChooseDialog account={account} machine={row} what={what} onClose={close} />
      ),
    });
    const add: Action<Detail> = {
      id: 'add',
      label: t('tab.add'),
      icon: <Plus aria-hidden />,
      reason: () => why('addAddress'),
      confirm: {
        title: () => t('tab.addTitle', { name }),
        text: () => <p>{t('tab.addText', { price })}</p>,
        button: () => t('tab.add'),
      },
      run: () => change('D16', { params }, about),
      done: () => t('tab.added', { name }),
    };
    const rename: Action<Detail> = {
      id: 'name',
      label: a('rdns.label'),
      icon: <Tag aria-hidden />,
      reason: ({ public_ip: ip }) => (ip?.uuid ? null : t('reasons.unknown')),
      dialog: ({ public_ip: ip, rdns }, close) => (
        <NameDialog
          account={account}
          address={{ uuid: ip?.uuid ?? '', ip_address: machine.ip_address, rdns }}
          of="D14"
          onClose={close}
        />
      ),
    };
    const remove: Action<Detail> = {
      id: 'remove',
      label: a('detach.label'),
      icon: <Link2Off aria-hidden />,
      danger: true,
      reason: () => gateway ?? why('changeAddress'),
      confirm: {
        title: () => a('detach.title', { name: machine.ip_address ?? '' }),
        text: ([row]) => (
          <>
            <p>{a('detach.text', { machine: name })}</p>
            <p>{a('detach.cost', { price })}</p>
            {row?.rdns ? <p>{a('nameLost', { name: row.rdns })}</p> : null}
          </>
        ),
        button: () => a('detach.label'),
      },
      run: () => change('D17', { params, body: { public_network: null } }, about),
      done: () => a('detach.done', { name: machine.ip_address ?? '' }),
    };
    const leave: Action<Detail> = {
      id: 'leave',
      label: t('detach.label'),
      icon: <Unplug aria-hidden />,
      danger: true,
      reason: () => gateway ?? why('detachNetwork'),
      confirm: {
        title: () => t('detach.title', { name }),
        text: ([row]) => (
          <p>
            {t('detach.text', {
              network: row?.private_network?.name ?? '',
              address: row?.private_network?.ip_address ?? '–',
            })}
          </p>
        ),
        button: () => t('detach.confirm'),
      },
      run: () => change('D15', { params, body: { vswitch: null } }, about),
      done: (row) => t('detach.done', { name, network: row.private_network?.name ?? '' }),
    };
    return {
      address: has
        ? [rename, choose('address', 'changeAddress'), remove]
        : [add, choose('address', 'changeAddress')],
      network: machine.private_network
        ? [choose('network', 'attachNetwork'), leave]
        : [choose('network', 'attachNetwork')],
    };
  }, [account, machine, now, networks, t, a, m, locale, change, perMonth]);
  return {
    address: usePermitted(account, 'write_instance', all.address),
    network: usePermitted(account, 'write_instance', all.network),
  };
}
