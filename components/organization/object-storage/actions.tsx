'use client';
import { Eraser, Globe, Lock, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Action } from '@/components/parts/actions/action';
import { refusedFor } from '@/components/parts/actions/use-permitted';
import { verbsOf } from '@/components/parts/actions/verb';
import { useRoleRefusal } from '@/components/parts/why/use-role-refusal';
import { lazyNamed } from '@/components/ui/lazy-named';
import { useGroup } from '@/lib/query/scope';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { buckets } from '@/lib/resources/awanio';
import { holds, type KnownBucket } from './bucket-word';
import { usePolicies, type Policy } from './policies';
import { aboutBucket, bucketParams } from './storage';

const EmptyDialog = lazyNamed(() => import('./delete-dialog'), 'EmptyDialog');
const DeleteDialog = lazyNamed(() => import('./delete-dialog'), 'DeleteDialog');

/** The right to change the object storage. */
export const storageChange = { area: 'objects' } as const;

/** What the actions of a bucket need of it. */
export type NamedBucket = KnownBucket;

/**
 * Returns the actions of a bucket. Needs the messages `object-storage`.
 * @param may whether the person's role may change the storage here
 * @param onDeleted called once the bucket is deleted
 */
export function useBucketActions(
  may: boolean,
  onDeleted?: () => void,
): readonly Action<NamedBucket>[] {
  const t = useTranslations('object-storage');
  const scope = useGroup();
  const change = useBackendChange();
  const { note } = usePolicies();
  const refusal = useRoleRefusal(may, storageChange, t('noWrite'));
  return useMemo(() => {
    const verb = verbsOf<'object-storage', NamedBucket>(t, buckets);
    // A58 sets these two alone.
    const setPolicy =
      (policy: Policy) =>
      async ({ name }: NamedBucket) => {
        const body = { bucket_name: name, policy };
        await change('A58', { params: bucketParams(scope, name), body }, aboutBucket(scope, name));
        note(name, policy);
      };
    const all: readonly Action<NamedBucket>[] = [
      verb('publish', {
        icon: <Globe aria-hidden />,
        group: 'policy',
        reason: (bucket) => (holds(bucket, 'public') ? t('publish.holds') : null),
        confirm: {},
        run: setPolicy('public'),
      }),
      verb('unpublish', {
        icon: <Lock aria-hidden />,
        group: 'policy',
        reason: (bucket) => (holds(bucket, 'private') ? t('unpublish.holds') : null),
        confirm: {},
        run: setPolicy('private'),
      }),
      verb('empty', {
        icon: <Eraser aria-hidden />,
        group: 'end',
        danger: true,
        reason: () => null,
        dialog: ({ name }, close) => <EmptyDialog bucket={name} onClose={close} />,
      }),
      verb('delete', {
        icon: <Trash2 aria-hidden />,
        group: 'end',
        danger: true,
        reason: () => null,
        dialog: ({ name }, close) => (
          <DeleteDialog bucket={name} onClose={close} onDeleted={onDeleted} />
        ),
      }),
    ];
    if (!refusal) return all;
    const { disabledReason, onBlocked } = refusal;
    return all.map((action) => refusedFor(action, disabledReason, onBlocked));
  }, [t, scope, change, note, refusal, onDeleted]);
}
