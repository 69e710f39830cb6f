'use client';
import { useTranslations } from 'use-intl';
import { Status } from '@/components/ui/status';
import { canonicalStatus, statusGroup, type CanonicalStatus } from '@/lib/contract/states';
import type { Row } from '@/lib/contract/types';
import { gigabytes } from '@/lib/format';
import type { Locale } from '@/lib/intl/locales';

/** A snapshot as the backend describes it. */
export type Snapshot = Row<'D23'>;

/** What the status of a snapshot means: Creating, Active, Removing or Error, or another word of the same meaning. */
const states = {
  pending: 'creating',
  snapshotting: 'creating',
  running: 'active',
  deleting: 'removing',
  error: 'error',
} as const satisfies Partial<Record<CanonicalStatus, string>>;
/** The states that a snapshot can have. */
export type SnapshotState = (typeof states)[keyof typeof states];

/** The state of a snapshot; null when its status is a word that we don't know. */
export function stateOf({ status }: Pick<Snapshot, 'status'>): SnapshotState | null {
  const known: Partial<Record<CanonicalStatus, SnapshotState>> = states;
  return known[canonicalStatus(status)] ?? null;
}

/** Whether the snapshot is being made or removed. */
export const isChanging = (snapshot: Pick<Snapshot, 'status'>): boolean =>
  statusGroup(snapshot.status) === 'busy';

/** Shows a snapshot's state as a shape, a word and a colour; a word that we don't know is shown unchanged. */
export function SnapshotStatus({ snapshot }: { snapshot: Snapshot }) {
  const t = useTranslations('backups');
  const state = stateOf(snapshot);
  return (
    <Status group={statusGroup(snapshot.status)}>
      {state ? t(`states.${state}`) : (snapshot.status ?? '–')}
    </Status>
  );
}

/** Describes each extra disk in a snapshot or backup: `data-toko, 100 GB`. */
export function diskWords(
  disks: Snapshot['attached_storage'],
  locale: Locale,
): { key: string; words: string }[] {
  return disks.map(({ id, name, size_gb }, index) => {
    const size = size_gb === null ? null : gigabytes(size_gb, locale);
    return { key: `${id ?? index}`, words: [name ?? id ?? '–', size].filter(Boolean).join(', ') };
  });
}
