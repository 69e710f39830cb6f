'use client';
import { useQueryClient } from '@tanstack/react-query';
import { Copy, Link, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Action } from '@/components/parts/actions/action';
import { refusedFor } from '@/components/parts/actions/use-permitted';
import { verbsOf } from '@/components/parts/actions/verb';
import { useRoleRefusal } from '@/components/parts/why/use-role-refusal';
import { toast } from '@/components/ui/toast';
import { usePerson } from '@/lib/query/person';
import { useGroup } from '@/lib/query/scope';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { groupParams } from '../vms/group';
import { storageChange } from './actions';
import { objectUrl, s3Uri } from './address';
import type { Listing } from '@/lib/storage/listing';
import { entryId } from './folders';
import type { ObjectRow } from './object-columns';
import { bucketParams } from './storage';
import { storageKey } from './use-key';

const wholeName = (row: ObjectRow): string => (row.kind === 'folder' ? row.prefix : row.key);

/** Id and whole name of a line, for its actions. */
export const objectIdentity = { id: entryId, name: wholeName };

/** Copies, and tells of both outcomes. */
async function copy(text: string, words: { copied: string; failed: string }) {
  await navigator.clipboard.writeText(text).then(
    () => toast({ tone: 'good', title: words.copied }),
    () => toast({ tone: 'danger', title: words.failed }),
  );
}

/**
 * Returns the actions of the lines of a folder: copying their addresses, and deleting objects (A61). Needs the messages `object-storage`.
 * @param may whether the person's role may change the storage here
 * @param host of the web addresses; null if it isn't known
 */
export function useObjectActions(
  bucket: string,
  may: boolean,
  host: string | null,
): readonly Action<ObjectRow>[] {
  const t = useTranslations('object-storage');
  const scope = useGroup();
  const { identity } = usePerson();
  const client = useQueryClient();
  const change = useBackendChange();
  const refusal = useRoleRefusal(may, storageChange, t('noWrite'));
  return useMemo(() => {
    const verb = verbsOf<'object-storage', ObjectRow>(t, objectIdentity);
    const words = { copied: t('copied'), failed: t('copyFailed') };
    const url = (row: ObjectRow) => objectUrl(host, bucket, wholeName(row));
    const pages = [...storageKey(identity, groupParams(scope).uuid), 'objects', bucket];
    // The page that was listed with a key loses the line; reading it again for each of many objects would cost a call each.
    const drop = (key: string) =>
      client.setQueriesData<Listing>(
        { queryKey: pages },
        (page) => page && { ...page, objects: page.objects.filter((each) => each.key !== key) },
      );
    const remove = verb('deleteObject', {
      icon: <Trash2 aria-hidden />,
      group: 'end',
      danger: true,
      bulk: true,
      reason: ({ kind }) => (kind === 'folder' ? t('deleteObject.folder') : null),
      confirm: {},
      run: async (row) => {
        const params = { ...bucketParams(scope, bucket), object_name: wholeName(row) };
        await change('A61', { params });
        drop(wholeName(row));
      },
    });
    return [
      verb('copyS3', {
        icon: <Copy aria-hidden />,
        group: 'copy',
        reason: () => null,
        run: (row) => copy(s3Uri(bucket, wholeName(row)), words),
        done: null,
      }),
      verb('copyUrl', {
        icon: <Link aria-hidden />,
        group: 'copy',
        reason: (row) =>
          row.kind === 'folder'
            ? t('copyUrl.folder')
            : url(row) === null
              ? t('copyUrl.steps')
              : null,
        run: (row) => copy(url(row) ?? '', words),
        done: null,
      }),
      refusal ? refusedFor(remove, refusal.disabledReason, refusal.onBlocked) : remove,
    ];
  }, [t, scope, identity, client, change, refusal, bucket, host]);
}
