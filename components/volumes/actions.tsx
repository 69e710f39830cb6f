'use client';
import { ArrowUp, Link2, Link2Off, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { rowsNamed, type Action } from '@/components/actions/action';
import { usePermitted } from '@/components/actions/use-permitted';
import type { Why } from '@/components/instances/use-machines';
import { lazyNamed } from '@/components/ui/lazy-named';
import { pricePerMonth } from '@/lib/format';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { aboutVolume, costOf, stateOf, volumeWords, type Volume } from './volume';

const AttachDialog = lazyNamed(() => import('./attach-dialog'), 'AttachDialog');
const GrowDialog = lazyNamed(() => import('./grow-dialog'), 'GrowDialog');

/** What can be done with a volume. Needs the messages `volumes` and `machines`. @param why of the machines' states */
export function useVolumeActions(account: string, why: Why): readonly Action<Volume>[] {
  const t = useTranslations('volumes');
  const locale = useLocale();
  const change = useBackendChange(account);
  const all = useMemo<readonly Action<Volume>[]>(() => {
    const machineOf = ({ attached_to: machine }: Volume) =>
      machine?.hostname ?? machine?.uuid ?? '';
    const busy = (volume: Volume) => (stateOf(volume) === 'busy' ? t('reasons.busy') : null);
    const held = (volume: Volume, verb: 'attachStorage' | 'detachStorage') => {
      const state = volume.attached_to && why(verb, volume.attached_to.uuid);
      return state && t('reasons.machine', { name: machineOf(volume), state });
    };
    const used = (volume: Volume) =>
      volume.attached_to ? t('reasons.used', { name: machineOf(volume) }) : null;
    const price = (rows: readonly Volume[]) => {
      const cost = costOf(rows);
      return cost === null ? t('unknownPrice') : pricePerMonth(cost, locale);
    };
    const named = (rows: readonly Volume[]) => rowsNamed(rows, volumeWords);
    return [
      {
        id: 'attach',
        label: t('attach.label'),
        icon: <Link2 aria-hidden />,
        group: 'place',
        reason: (volume) => busy(volume) ?? used(volume),
        dialog: (volume, close) => (
          <AttachDialog account={account} volume={volume} onClose={close} />
        ),
      },
      {
        id: 'detach',
        label: t('detach.label'),
        icon: <Link2Off aria-hidden />,
        group: 'place',
        danger: true,
        reason: (volume) =>
          busy(volume) ?? (volume.attached_to ? held(volume, 'detachStorage') : t('reasons.free')),
        confirm: {
          title: (rows) => t('detach.title', named(rows)),
          text: (rows) => (
            <>
              <p>{t('detach.first', { machine: rows[0] ? machineOf(rows[0]) : '' })}</p>
              <p>{t('detach.lost')}</p>
              <p>{t('detach.cost', { price: price(rows) })}</p>
            </>
          ),
          button: () => t('detach.label'),
        },
        run: (volume) =>
          change('D66', { params: { block_storage_id: volume.id } }, aboutVolume(account, volume)),
        done: (volume) => t('detach.done', { name: volumeWords.name(volume) }),
      },
      {
        id: 'grow',
        label: t('grow.label'),
        icon: <ArrowUp aria-hidden />,
        group: 'size',
        reason: (volume) => busy(volume) ?? held(volume, 'attachStorage'),
        dialog: (volume, close) => <GrowDialog account={account} volume={volume} onClose={close} />,
      },
      {
        id: 'delete',
        label: t('delete.label'),
        icon: <Trash2 aria-hidden />,
        group: 'end',
        danger: true,
        bulk: true,
        reason: (volume) => busy(volume) ?? used(volume),
        confirm: {
          title: (rows) => t('delete.title', named(rows)),
          text: (rows) => (
            <>
              <p>{t('delete.text', { count: rows.length })}</p>
              <p>{t('delete.cost', { count: rows.length, price: price(rows) })}</p>
            </>
          ),
          button: (rows) => t('delete.confirm', { count: rows.length }),
          typed: (rows) => (rows.length === 1 ? named(rows).name : String(rows.length)),
        },
        run: (volume) =>
          change('D68', { params: { block_storage_id: volume.id } }, aboutVolume(account, volume)),
        done: (volume) => t('delete.done', { name: volumeWords.name(volume) }),
      },
    ];
  }, [account, t, locale, change, why]);
  return usePermitted(account, 'write_instance', all);
}
