'use client';
import { History, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { rowsNamed, type Action, type Confirmation } from '@/components/actions/action';
import { whileAsking } from '@/components/instances/under-way';
import { Callout } from '@/components/ui/callout';
import { Instant } from '@/components/ui/instant';
import { pricePerMonth } from '@/lib/format';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { Lost } from './lost';
import type { Place } from './place';
import { diskWords, nameOfSnapshot, snapshotWords, stateOf, type Snapshot } from './snapshot';

type T = ReturnType<typeof useTranslations<'backups'>>;

/** Why a snapshot's own state doesn't allow a verb. */
function unfit(t: T, verb: 'rollback' | 'delete', snapshot: Snapshot): string | null {
  const state = stateOf(snapshot);
  if (state === 'removing') return t('snapshots.reasons.removing');
  if (state === 'creating') return t('snapshots.reasons.creating');
  return state === 'error' && verb === 'rollback' ? t('snapshots.reasons.error') : null;
}

function asksBack(t: T, locale: ReturnType<typeof useLocale>): Confirmation<Snapshot> {
  const nameOf = ([row]: readonly Snapshot[]) => (row ? nameOfSnapshot(row) : '');
  return {
    title: (rows) => t('rollback.title', { name: nameOf(rows) }),
    text: ([row]) => (
      <>
        <p>
          {t.rich('rollback.text', { when: () => <Instant iso={row?.created_at} as="exact" /> })}
        </p>
        <Lost
          lines={[
            t('rollback.lost'),
            t('rollback.users'),
            ...diskWords(row?.attached_storage ?? [], locale).map(({ words }) =>
              t('rollback.disk', { disk: words }),
            ),
          ]}
        />
        <Callout>{t('rollback.after')}</Callout>
        <p className="text-muted">{t('rollback.first')}</p>
      </>
    ),
    button: () => t('rollback.confirm'),
    typed: nameOf,
  };
}

function asksDelete(t: T, locale: ReturnType<typeof useLocale>): Confirmation<Snapshot> {
  const named = (rows: readonly Snapshot[]) => rowsNamed(rows, snapshotWords);
  const saved = (rows: readonly Snapshot[]) =>
    rows.reduce((total, { estimated_monthly: price }) => total + (price ?? 0), 0);
  return {
    title: (rows) => t('snapshots.delete.title', named(rows)),
    text: (rows) => (
      <>
        <p>{t('snapshots.delete.text', { count: rows.length })}</p>
        {saved(rows) > 0 ? (
          <p className="text-muted">
            {t('snapshots.delete.saves', { price: pricePerMonth(saved(rows), locale) })}
          </p>
        ) : null}
      </>
    ),
    button: (rows) => t('snapshots.delete.confirm', { count: rows.length }),
    typed: (rows) => (rows.length === 1 ? named(rows).name : String(rows.length)),
  };
}

/**
 * What can be done with a snapshot of a machine.
 * @param onBack the backend has taken on to go back to the snapshot of this name
 */
export function useSnapshotActions(
  { account, instance, name, href, why }: Place,
  onBack: (name: string) => void,
): readonly Action<Snapshot>[] {
  const t = useTranslations('backups');
  const locale = useLocale();
  const change = useBackendChange(account);
  return useMemo<readonly Action<Snapshot>[]>(() => {
    const input = ({ id }: Snapshot) => ({
      params: { instance_uuid: instance, snapshot_uuid: id },
    });
    const within = { instance_uuid: instance };
    return [
      {
        id: 'rollback',
        label: t('rollback.label'),
        icon: <History aria-hidden />,
        danger: true,
        reason: (row) => unfit(t, 'rollback', row) ?? why('rollback'),
        confirm: asksBack(t, locale),
        run: async (row) => {
          const about = { kind: 'instance', id: instance, name, href } as const;
          await whileAsking(instance, 'rollback', () => change('D26', input(row), about));
          onBack(nameOfSnapshot(row));
        },
      },
      {
        id: 'delete',
        label: t('snapshots.delete.label'),
        icon: <Trash2 aria-hidden />,
        group: 'end',
        danger: true,
        bulk: true,
        reason: (row) => unfit(t, 'delete', row) ?? why('deleteSnapshot'),
        confirm: asksDelete(t, locale),
        run: (row) =>
          change('D27', input(row), {
            kind: 'snapshot',
            id: row.id,
            name: nameOfSnapshot(row),
            href,
            within,
          }),
        done: (row) => t('snapshots.delete.done', { name: nameOfSnapshot(row) }),
      },
    ];
  }, [t, locale, change, instance, name, href, why, onBack]);
}
