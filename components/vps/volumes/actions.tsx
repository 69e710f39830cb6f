'use client';
import { ArrowUp, Link2, Link2Off, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Action } from '@/components/parts/actions/action';
import { usePermitted } from '@/components/parts/actions/use-permitted';
import { verbsOf } from '@/components/parts/actions/verb';
import type { VerbReason } from '@/components/vps/instances/verb-reason';
import { BalanceAfter, BalanceAfterRemoval } from '@/components/vps/balance/balance-after';
import { lazyNamed } from '@/components/ui/lazy-named';
import { pricePerMonth } from '@/lib/format';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { volumes } from '@/lib/resources/vps';
import { useAccount } from '@/lib/query/scope';
import { aboutVolume, costOf, stateOf, type Volume } from './volume';

const AttachDialog = lazyNamed(() => import('./attach-dialog'), 'AttachDialog');
const GrowDialog = lazyNamed(() => import('./grow-dialog'), 'GrowDialog');

/**
 * Returns the actions of a volume that the person may do. Needs the messages `volumes` and `machines`.
 * @param why says why a machine's state does not allow an action
 */
export function useVolumeActions(why: VerbReason): readonly Action<Volume>[] {
  const account = useAccount();
  const t = useTranslations('volumes');
  const locale = useLocale();
  const change = useBackendChange();
  const all = useMemo(() => {
    const verb = verbsOf<'volumes', Volume>(t, volumes);
    const { busy, used, machineReason } = reasonsOf(t, why);
    const price = (rows: readonly Volume[]) => {
      const cost = costOf(rows);
      return cost === null ? t('unknownPrice') : pricePerMonth(cost, locale);
    };
    const params = ({ id }: Volume) => ({ params: { block_storage_id: id } });
    return [
      verb('attach', {
        icon: <Link2 aria-hidden />,
        group: 'place',
        reason: (volume) => busy(volume) ?? used(volume),
        dialog: (volume, close) => <AttachDialog volume={volume} onClose={close} />,
      }),
      verb('detach', {
        icon: <Link2Off aria-hidden />,
        group: 'place',
        danger: true,
        reason: (volume) =>
          busy(volume) ??
          (volume.attached_to ? machineReason(volume, 'detachStorage') : t('reasons.notAttached')),
        confirm: {
          text: (rows) => (
            <>
              <p>{t('detach.first', { machine: rows[0] ? machineOf(rows[0]) : '' })}</p>
              <p>{t('detach.lost')}</p>
              <p>{t('detach.cost', { price: price(rows) })}</p>
            </>
          ),
          cost: () => <BalanceAfter added={0} />,
        },
        run: (volume) => change('D66', params(volume), aboutVolume(account, volume)),
      }),
      verb('grow', {
        icon: <ArrowUp aria-hidden />,
        group: 'size',
        reason: (volume) => busy(volume) ?? machineReason(volume, 'attachStorage'),
        dialog: (volume, close) => <GrowDialog volume={volume} onClose={close} />,
      }),
      verb('delete', {
        icon: <Trash2 aria-hidden />,
        group: 'end',
        danger: true,
        bulk: true,
        reason: (volume) => busy(volume) ?? used(volume),
        confirm: {
          text: (rows) => (
            <>
              <p>{t('delete.text', { count: rows.length })}</p>
              <p>{t('delete.cost', { count: rows.length, price: price(rows) })}</p>
            </>
          ),
          cost: (rows) => (
            <BalanceAfterRemoval hourly={rows.map(({ price_per_hour: each }) => each)} />
          ),
          typed: true,
        },
        run: (volume) => change('D68', params(volume), aboutVolume(account, volume)),
      }),
    ];
  }, [account, t, locale, change, why]);
  return usePermitted(volumes.rights.change, all);
}

const machineOf = ({ attached_to: machine }: Volume) => machine?.hostname ?? machine?.uuid ?? '';

/** Functions that say why the state of a volume, or of its machine, does not allow an action now; null: it does. */
function reasonsOf(t: ReturnType<typeof useTranslations<'volumes'>>, why: VerbReason) {
  return {
    busy: (volume: Volume) => (stateOf(volume) === 'busy' ? t('reasons.busy') : null),
    used: (volume: Volume) =>
      volume.attached_to ? t('reasons.attached', { name: machineOf(volume) }) : null,
    machineReason: (volume: Volume, verb: 'attachStorage' | 'detachStorage') => {
      const state = volume.attached_to && why(verb, volume.attached_to);
      return state && t('reasons.machine', { name: machineOf(volume), state });
    },
  };
}
