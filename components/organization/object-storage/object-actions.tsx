'use client';
import { Clipboard, Link, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Action } from '@/components/parts/actions/action';
import { refusedFor } from '@/components/parts/actions/use-permitted';
import { verbsOf } from '@/components/parts/actions/verb';
import { useRoleRefusal } from '@/components/parts/why/use-role-refusal';
import { toast } from '@/components/ui/toast';
import { useGroup } from '@/lib/query/scope';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { storageChange } from './actions';
import { objectUrl, s3Uri } from './address';
import type { ObjectRow } from './object-columns';
import { objectIdentity, wholeName } from './object-identity';
import { bucketParams } from './storage';

/** Copies, and tells of both outcomes. */
async function copy(text: string, words: { copied: string; failed: string }) {
  await navigator.clipboard.writeText(text).then(
    () => toast({ tone: 'good', title: words.copied }),
    () => toast({ tone: 'danger', title: words.failed }),
  );
}

/**
 * Returns the actions that copy the addresses of lines. Needs the messages `object-storage`.
 * @param host of the web addresses; null if it isn't known
 */
export function useCopyActions(bucket: string, host: string | null): readonly Action<ObjectRow>[] {
  const t = useTranslations('object-storage');
  return useMemo(() => {
    const verb = verbsOf<'object-storage', ObjectRow>(t, objectIdentity);
    const words = { copied: t('copied'), failed: t('copyFailed') };
    const url = (row: ObjectRow) => objectUrl(host, bucket, wholeName(row));
    return [
      verb('copyS3', {
        icon: <Clipboard aria-hidden />,
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
    ];
  }, [t, bucket, host]);
}

/**
 * Returns the actions of lines that the provider's API listed: copying their addresses, and deleting objects one by one (A61). Needs the
 * messages `object-storage`.
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
  const change = useBackendChange();
  const copies = useCopyActions(bucket, host);
  const refusal = useRoleRefusal(may, storageChange, t('noWrite'));
  return useMemo(() => {
    const verb = verbsOf<'object-storage', ObjectRow>(t, objectIdentity);
    const remove = verb('deleteObject', {
      icon: <Trash2 aria-hidden />,
      group: 'end',
      danger: true,
      bulk: true,
      reason: ({ kind }) => (kind === 'folder' ? t('deleteObject.folder') : null),
      confirm: {},
      run: (row) =>
        change('A61', { params: { ...bucketParams(scope, bucket), object_name: wholeName(row) } }),
    });
    return [
      ...copies,
      refusal ? refusedFor(remove, refusal.disabledReason, refusal.onBlocked) : remove,
    ];
  }, [t, scope, change, refusal, copies, bucket]);
}
