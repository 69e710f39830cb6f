'use client';
import { Copy, Download, FileArchive, FolderInput, PencilLine, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Action } from '@/components/parts/actions/action';
import { refusedFor } from '@/components/parts/actions/use-permitted';
import { verbsOf } from '@/components/parts/actions/verb';
import { useRoleRefusal } from '@/components/parts/why/use-role-refusal';
import { lazyNamed } from '@/components/ui/lazy-named';
import { useGroup } from '@/lib/query/scope';
import { groupParams } from '../vms/group';
import { storageChange } from './actions';
import { downloadUrl } from './calls';
import { useCopyActions } from './object-actions';
import type { ObjectRow } from './object-columns';
import { objectIdentity } from './object-identity';
import type { ListProps } from './object-table';

const DeleteObjectsDialog = lazyNamed(
  () => import('./runs/delete-objects-dialog'),
  'DeleteObjectsDialog',
);
const PlaceDialog = lazyNamed(() => import('./runs/place-dialog'), 'PlaceDialog');
const RenameDialog = lazyNamed(() => import('./runs/rename-dialog'), 'RenameDialog');
const ZipDialog = lazyNamed(() => import('./runs/zip-dialog'), 'ZipDialog');

/** Lets the browser save what an address answers, without leaving the page where it answers a problem. */
function save(url: string) {
  const link = document.createElement('a');
  link.href = url;
  link.download = '';
  link.click();
}

/**
 * Returns the actions of lines that the storage itself listed. Needs the messages `object-storage` and `storage-list`.
 * @param onChanged called once a dialog that changed something is closed, with the ids of the lines that are gone where
 *   nothing else changed
 */
export function useStoredActions({
  folder: { bucket, name },
  mayChange,
  host,
  onChanged,
}: ListProps & {
  onChanged: (gone?: ReadonlySet<string>) => void;
}): readonly Action<ObjectRow>[] {
  const t = useTranslations('storage-list');
  const storage = useTranslations('object-storage');
  const scope = useGroup();
  const refusal = useRoleRefusal(mayChange, storageChange, storage('noWrite'));
  const copies = useCopyActions(bucket, host);
  return useMemo(() => {
    const verb = verbsOf<'storage-list', ObjectRow>(t, objectIdentity);
    const about = { bucket, folder: name, onChanged };
    const place = (mode: 'move' | 'copy', rows: readonly ObjectRow[], close: () => void) => (
      <PlaceDialog {...about} {...{ mode, rows }} onClose={close} />
    );
    const reads: readonly Action<ObjectRow>[] = [
      verb('download', {
        icon: <Download aria-hidden />,
        group: 'download',
        reason: ({ kind }) => (kind === 'folder' ? t('download.folder') : null),
        run: (row) => {
          if (row.kind === 'object')
            save(downloadUrl(groupParams(scope), { bucket, key: row.key }));
          return Promise.resolve();
        },
        done: null,
      }),
      verb('zip', {
        icon: <FileArchive aria-hidden />,
        group: 'download',
        bulk: true,
        reason: () => null,
        dialog: (row, close) => (
          <ZipDialog {...{ bucket, folder: name }} rows={[row]} onClose={close} />
        ),
        bulkDialog: (rows, close) => (
          <ZipDialog {...{ bucket, folder: name, rows }} onClose={close} />
        ),
      }),
      ...copies,
    ];
    const changes: readonly Action<ObjectRow>[] = [
      verb('rename', {
        icon: <PencilLine aria-hidden />,
        group: 'change',
        reason: () => null,
        dialog: (row, close) => <RenameDialog {...about} row={row} onClose={close} />,
      }),
      verb('move', {
        icon: <FolderInput aria-hidden />,
        group: 'change',
        bulk: true,
        reason: () => null,
        dialog: (row, close) => place('move', [row], close),
        bulkDialog: (rows, close) => place('move', rows, close),
      }),
      verb('copy', {
        icon: <Copy aria-hidden />,
        group: 'change',
        bulk: true,
        reason: () => null,
        dialog: (row, close) => place('copy', [row], close),
        bulkDialog: (rows, close) => place('copy', rows, close),
      }),
      verb('delete', {
        icon: <Trash2 aria-hidden />,
        group: 'end',
        danger: true,
        bulk: true,
        reason: () => null,
        dialog: (row, close) => <DeleteObjectsDialog {...about} rows={[row]} onClose={close} />,
        bulkDialog: (rows, close) => <DeleteObjectsDialog {...about} rows={rows} onClose={close} />,
      }),
    ];
    if (!refusal) return [...reads, ...changes];
    const { disabledReason, onBlocked } = refusal;
    return [...reads, ...changes.map((each) => refusedFor(each, disabledReason, onBlocked))];
  }, [t, scope, refusal, copies, bucket, name, onChanged]);
}
