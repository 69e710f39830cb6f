'use client';
import { useTranslations } from 'use-intl';
import { Status } from '@/components/ui/status';
import { canonicalStatus, statusGroup, type CanonicalStatus } from '@/lib/contract/states';
import type { Row } from '@/lib/contract/types';
import { gigabytes } from '@/lib/format';
import type { Locale } from '@/lib/intl/locales';

/** A snapshot as its backend tells of it. */
export type Snapshot = Row<'D23'>;

/** What a snapshot's word means: Creating, Active, Removing and Error, or what a backend says in their place. */
const states = {
  pending: 'creating',
  snapshotting: 'creating',
  running: 'active',
  deleting: 'removing',
  error: 'error',
} as const satisfies Partial<Record<CanonicalStatus, string>>;
export type SnapshotState = (typeof states)[keyof typeof states];

/** Null for a word that we don't know. */
export function stateOf({ status }: Pick<Snapshot, 'status'>): SnapshotState | null {
  const known: Partial<Record<CanonicalStatus, SnapshotState>> = states;
  return known[canonicalStatus(status)] ?? null;
}

/** Whether it is being made or removed. */
export const underWay = (snapshot: Pick<Snapshot, 'status'>): boolean =>
  statusGroup(snapshot.status) === 'busy';

/** A snapshot's state by shape, word and colour; a word that we don't know is shown as it is. */
export function SnapshotStatus({ snapshot }: { snapshot: Snapshot }) {
  const t = useTranslations('backups');
  const state = stateOf(snapshot);
  return (
    <Status group={statusGroup(snapshot.status)}>
      {state ? t(`states.${state}`) : (snapshot.status ?? '–')}
    </Status>
  );
}

/** Each disk that a copy holds besides the machine's own: `data-toko, 100 GB`. */
export function diskWords(
  disks: Snapshot['attached_storage'],
  locale: Locale,
): { key: string; words: string }[] {
  return disks.map(({ id, name, size_gb }, index) => {
    const size = size_gb === null ? null : gigabytes(size_gb, locale);
    return { key: `${id ?? index}`, words: [name ?? id ?? '–', size].filter(Boolean).join(', ') };
  });
}
