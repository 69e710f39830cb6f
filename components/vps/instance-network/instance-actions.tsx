'use client';
import { ArrowRightLeft, Link2Off, Plus, Tag, Unplug } from 'lucide-react';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Action } from '@/components/parts/actions/action';
import { usePermitted } from '@/components/parts/actions/use-permitted';
import { verbsOf } from '@/components/parts/actions/verb';
import { aboutInstance, instanceIdentity, nameOf } from '@/components/vps/instances/machine';
import type { Detail } from '@/components/vps/instances/use-instance';
import { useVerbReason } from '@/components/vps/instances/verb-reason';
import { lazyNamed } from '@/components/ui/lazy-named';
import { BalanceAfter } from '@/components/vps/balance/balance-after';
import { pricePerMonth } from '@/lib/format';
import { monthHours } from '@/lib/pricing';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { useAccount } from '@/lib/query/scope';
import { useGateways } from '@/components/vps/networks/use-gateways';

const NameDialog = lazyNamed(() => import('@/components/vps/addresses/name-dialog'), 'NameDialog');
const ChooseDialog = lazyNamed(
  () => import('@/components/vps/networks/choose-dialog'),
  'ChooseDialog',
);

type Actions = readonly Action<Detail>[];

/** Says that a machine can't leave its network or lose its address because it is the gateway; null when it can. */
function useGatewayReason({ uuid }: Detail): string | null {
  const t = useTranslations('networks');
  const network = useGateways()(uuid);
  return network === null ? null : t('reasons.isGateway', { network });
}

/** The action that opens the dialog to choose an address or a network. */
const chooseAction = (
  what: 'address' | 'network',
  label: string,
  reason: () => string | null,
): Action<Detail> => ({
  id: `choose-${what}`,
  label,
  icon: <ArrowRightLeft aria-hidden />,
  reason,
  dialog: (row, close) => <ChooseDialog machine={row} what={what} onClose={close} />,
});

/** Names the machine by its address, because these actions are about the address. */
const addressOf = { id: instanceIdentity.id, name: ({ ip_address: ip }: Detail) => ip ?? '' };

/**
 * Returns the actions of a machine's public address. Needs the messages `networks`, `addresses` and `machines`.
 * @param perMonth what an address costs, in rupiah a month; null when it isn't known
 */
export function useAddressActions(machine: Detail, perMonth: number | null): Actions {
  const account = useAccount();
  const t = useTranslations('networks');
  const a = useTranslations('addresses');
  const locale = useLocale();
  const change = useBackendChange();
  const why = useVerbReason();
  const gatewayReason = useGatewayReason(machine);
  const all = useMemo((): Actions => {
    const about = aboutInstance(account, machine);
    const params = { instance_uuid: machine.uuid };
    const price = perMonth === null ? a('unknownPrice') : pricePerMonth(perMonth, locale);
    const has = machine.ip_address !== null;
    const label = t(has ? 'tab.replace.address' : 'tab.choose.address');
    const choose = chooseAction(
      'address',
      label,
      () => (has ? gatewayReason : null) ?? why('changeAddress', machine),
    );
    const ofAddress = verbsOf<'addresses', Detail>(a, addressOf);
    const add = verbsOf<'networks', Detail>(t, instanceIdentity)('tab.add', {
      icon: <Plus aria-hidden />,
      reason: () => why('addAddress', machine),
      values: () => ({ price }),
      confirm: {
        cost: () => <BalanceAfter added={perMonth === null ? null : perMonth / monthHours} />,
      },
      run: () => change('D16', { params }, about),
    });
    if (!has) return [add, choose];
    const rename = ofAddress('rdns', {
      id: 'name',
      icon: <Tag aria-hidden />,
      reason: ({ public_ip: ip }) => (ip?.uuid ? null : t('reasons.unknown')),
      dialog: ({ public_ip: ip, ip_address, rdns }, close) => (
        <NameDialog address={{ uuid: ip?.uuid ?? '', ip_address, rdns }} of="D14" onClose={close} />
      ),
    });
    const remove = ofAddress('detach', {
      id: 'remove',
      icon: <Link2Off aria-hidden />,
      danger: true,
      reason: () => gatewayReason ?? why('changeAddress', machine),
      confirm: {
        text: ([row]) => (
          <>
            <p>{a('detach.text', { machine: nameOf(machine) })}</p>
            <p>{a('detach.cost', { price })}</p>
            {row?.rdns ? <p>{a('losesName', { name: row.rdns })}</p> : null}
          </>
        ),
        cost: () => <BalanceAfter added={0} />,
      },
      run: () => change('D17', { params, body: { public_network: null } }, about),
    });
    return [rename, choose, remove];
  }, [account, machine, gatewayReason, t, a, why, locale, change, perMonth]);
  return usePermitted('write_instance', all);
}

/** Returns the actions of a machine's private network. Needs the messages `networks` and `machines`. */
export function useNetworkActions(machine: Detail): Actions {
  const account = useAccount();
  const t = useTranslations('networks');
  const change = useBackendChange();
  const why = useVerbReason();
  const gatewayReason = useGatewayReason(machine);
  const all = useMemo((): Actions => {
    const { private_network: network } = machine;
    const label = t(network ? 'tab.replace.network' : 'tab.choose.network');
    const choose = chooseAction(
      'network',
      label,
      () => gatewayReason ?? why('attachNetwork', machine),
    );
    if (!network) return [choose];
    const leave = verbsOf<'networks', Detail>(t, instanceIdentity)('detach', {
      id: 'leave',
      icon: <Unplug aria-hidden />,
      danger: true,
      reason: () => gatewayReason ?? why('detachNetwork', machine),
      values: () => ({ network: network.name ?? '', address: network.ip_address ?? '–' }),
      confirm: {},
      run: () => {
        const input = { params: { instance_uuid: machine.uuid }, body: { vswitch: null } };
        return change('D15', input, aboutInstance(account, machine));
      },
    });
    return [choose, leave];
  }, [account, machine, gatewayReason, t, why, change]);
  return usePermitted('write_instance', all);
}
