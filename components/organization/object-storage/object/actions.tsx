'use client';
import { Download, FileText, Share2, SquareTerminal } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Action } from '@/components/parts/actions/action';
import { verbsOf } from '@/components/parts/actions/verb';
import { useShell } from '@/components/parts/shell/context';
import { lazyNamed } from '@/components/ui/lazy-named';
import { paths } from '@/lib/paths';
import { useGroup } from '@/lib/query/scope';
import type { ObjectRef } from '@/lib/storage/shapes';
import { groupParams } from '../../vms/group';
import { downloadUrl, readObject } from '../calls';
import { useLinkedKey } from '../use-key';
import { startDownload } from './start-download';

const ShareDialog = lazyNamed(() => import('./share-dialog'), 'ShareDialog');
const CommandDialog = lazyNamed(() => import('./command-dialog'), 'CommandDialog');

/** What the actions of an object need of it: a line of a folder, or the object of a page. */
export type NamedObject =
  { kind: 'folder'; prefix: string } | { kind: 'object'; key: string; version?: string };

const keyOf = (row: NamedObject) => (row.kind === 'folder' ? row.prefix : row.key);

export const objectNames = { id: keyOf, name: keyOf };

/**
 * What a person can do with one object without changing it: its page, a download, a share link, the equal command. Memoized. Needs
 * the messages `storage-object`.
 * @param host of the storage; null if it isn't known
 */
export function useReadActions(
  bucket: string,
  host: string | null,
): readonly Action<NamedObject>[] {
  const t = useTranslations('storage-object');
  const scope = useGroup();
  const linked = Boolean(useLinkedKey().data);
  const { viewing } = useShell();
  return useMemo(() => {
    const verb = verbsOf<'storage-object', NamedObject>(t, objectNames);
    const params = groupParams(scope);
    const refOf = (row: NamedObject): ObjectRef =>
      row.kind === 'object' && row.version !== undefined
        ? { bucket, key: row.key, version: row.version }
        : { bucket, key: keyOf(row) };
    const folder = ({ kind }: NamedObject) => (kind === 'folder' ? t('isFolder') : null);
    const withKey = (row: NamedObject) => folder(row) ?? (linked ? null : t('noKey'));
    return [
      verb('open', {
        icon: <FileText aria-hidden />,
        group: 'read',
        reason: folder,
        href: (row) => paths.object(scope, bucket, keyOf(row)),
      }),
      verb('download', {
        icon: <Download aria-hidden />,
        group: 'read',
        reason: withKey,
        // Asked for first: a browser tells of a download that failed in a word or not at all.
        run: async (row) => {
          await readObject(params, refOf(row));
          startDownload(downloadUrl(params, refOf(row)));
        },
        done: null,
      }),
      verb('share', {
        icon: <Share2 aria-hidden />,
        group: 'read',
        // A link is made with the rights of whoever is signed in, not of whom they view as.
        reason: (row) => viewing ?? withKey(row),
        dialog: (row, close) => <ShareDialog object={refOf(row)} host={host} onClose={close} />,
      }),
      verb('command', {
        icon: <SquareTerminal aria-hidden />,
        group: 'read',
        reason: (row) => folder(row) ?? (host === null ? t('commands.noHost') : null),
        dialog: (row, close) => <CommandDialog object={refOf(row)} host={host} onClose={close} />,
      }),
    ];
  }, [t, scope, bucket, host, linked, viewing]);
}
