'use client';
import { History, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Action } from '@/components/parts/actions/action';
import { verbsOf } from '@/components/parts/actions/verb';
import { BalanceAfterRemoval } from '@/components/vps/balance/balance-after';
import { aboutInstance } from '@/components/vps/instances/machine';
import { withPendingVerb } from '@/components/vps/instances/pending-verbs';
import { Callout } from '@/components/ui/callout';
import { Instant } from '@/components/ui/instant';
import { pricePerMonth } from '@/lib/format';
import { wholeSum } from '@/lib/pricing';
import { aboutOf } from '@/lib/resources/resource';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { useAccount } from '@/lib/query/scope';
import { LossList } from '@/components/vps/backups/section';
import { useBackupsTab } from './backups-context';
import { snapshots } from '@/lib/resources/vps';
import { diskWords, stateOf, type Snapshot } from './snapshot';

type T = ReturnType<typeof useTranslations<'backups'>>;

/** Says why the state of a snapshot does not allow an action; null when it does. */
function stateReason(t: T, verb: 'rollback' | 'delete', snapshot: Snapshot): string | null {
  const state = stateOf(snapshot);
  if (state === 'removing') return t('snapshots.reasons.removing');
  if (state === 'creating') return t('snapshots.reasons.creating');
  return state === 'error' && verb === 'rollback' ? t('snapshots.reasons.error') : null;
}

/** Says what is lost when a machine is rolled back to a snapshot. */
function RollbackText({ snapshot }: { snapshot: Snapshot | undefined }) {
  const t = useTranslations('backups');
  const locale = useLocale();
  const disks = diskWords(snapshot?.attached_storage ?? [], locale);
  return (
    <>
      <p>
        {t.rich('rollback.text', { when: () => <Instant iso={snapshot?.created_at} as="exact" /> })}
      </p>
      <LossList
        lines={[
          t('rollback.lost'),
          t('rollback.users'),
          ...disks.map(({ words }) => t('rollback.disk', { disk: words })),
        ]}
      />
      <Callout>{t('rollback.after')}</Callout>
      <p className="text-muted">{t('rollback.first')}</p>
    </>
  );
}

function DeleteText({ rows }: { rows: readonly Snapshot[] }) {
  const t = useTranslations('backups.snapshots.delete');
  const locale = useLocale();
  const saved = wholeSum(rows.map(({ estimated_monthly: price }) => price));
  return (
    <>
      <p>{t('text', { count: rows.length })}</p>
      {saved ? (
        <p className="text-muted">{t('saves', { price: pricePerMonth(saved, locale) })}</p>
      ) : null}
    </>
  );
}

/**
 * Returns the actions of a machine's snapshot.
 * @param onStarted called with the name of the snapshot when the backend has accepted the rollback
 */
export function useSnapshotActions(onStarted: (name: string) => void): readonly Action<Snapshot>[] {
  const account = useAccount();
  const { instance, machine, href, why } = useBackupsTab();
  const t = useTranslations('backups');
  const change = useBackendChange();
  return useMemo(() => {
    const verb = verbsOf<'backups', Snapshot>(t, snapshots);
    const within = { instance_uuid: instance };
    const input = ({ id }: Snapshot) => ({ params: { ...within, snapshot_uuid: id } });
    return [
      verb('rollback', {
        icon: <History aria-hidden />,
        danger: true,
        reason: (row) => stateReason(t, 'rollback', row) ?? why('rollback', machine),
        confirm: { text: ([row]) => <RollbackText snapshot={row} />, typed: true },
        run: async (row) => {
          const about = { ...aboutInstance(account, machine), href };
          await withPendingVerb(instance, 'rollback', () => change('D26', input(row), about));
          onStarted(snapshots.name(row));
        },
        done: null,
      }),
      verb('snapshots.delete', {
        icon: <Trash2 aria-hidden />,
        group: 'end',
        danger: true,
        bulk: true,
        reason: (row) => stateReason(t, 'delete', row) ?? why('deleteSnapshot', machine),
        confirm: {
          text: (rows) => <DeleteText rows={rows} />,
          cost: (rows) => (
            <BalanceAfterRemoval hourly={rows.map(({ current_hourly_price: each }) => each)} />
          ),
          typed: true,
        },
        run: (row) => {
          const about = { ...aboutOf(snapshots)({ account, instance }, row), within };
          return change('D27', input(row), about);
        },
      }),
    ];
  }, [t, change, account, instance, machine, href, why, onStarted]);
}
