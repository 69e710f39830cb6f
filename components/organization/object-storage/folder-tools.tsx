'use client';
import { FileArchive, FolderPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Overlay } from '@/components/parts/actions/overlay';
import { useRoleRefusal } from '@/components/parts/why/use-role-refusal';
import { Button } from '@/components/ui/button';
import { lazyNamed } from '@/components/ui/lazy-named';
import { storageChange } from './actions';
import type { Folder } from './use-folder';
import { useLinkedKey } from './use-key';
import { useObjectsChanged } from './stored-list';

const FolderDialog = lazyNamed(() => import('./runs/folder-dialog'), 'FolderDialog');
const ZipDialog = lazyNamed(() => import('./runs/zip-dialog'), 'ZipDialog');

/** What can be done with the folder that is shown. Without a linked key the provider's API does none of it. */
export function FolderTools({
  folder: { bucket, name },
  mayChange,
}: {
  folder: Folder;
  mayChange: boolean;
}) {
  const t = useTranslations('storage-list');
  const storage = useTranslations('object-storage');
  const refusal = useRoleRefusal(mayChange, storageChange, storage('noWrite'));
  const changed = useObjectsChanged();
  const [open, setOpen] = useState<'folder' | 'zip' | null>(null);
  const close = () => setOpen(null);
  if (!useLinkedKey().data) return null;
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        size="sm"
        icon={<FolderPlus aria-hidden />}
        disabledReason={refusal?.disabledReason ?? null}
        onBlocked={refusal?.onBlocked}
        onPointerEnter={FolderDialog.prepare}
        onClick={() => setOpen('folder')}
      >
        {t('newFolder.label')}
      </Button>
      <Button
        size="sm"
        icon={<FileArchive aria-hidden />}
        onPointerEnter={ZipDialog.prepare}
        onClick={() => setOpen('zip')}
      >
        {t(name === '' ? 'zip.bucket' : 'zip.folder')}
      </Button>
      {open ? (
        <Overlay>
          {open === 'folder' ? (
            <FolderDialog {...{ bucket }} folder={name} onChanged={changed} onClose={close} />
          ) : (
            <ZipDialog {...{ bucket }} folder={name} rows={null} onClose={close} />
          )}
        </Overlay>
      ) : null}
    </div>
  );
}
