'use client';
import { FolderOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Action } from '@/components/parts/actions/action';
import { DataTable, type ServerPages } from '@/components/parts/tables/data-table';
import type { Selection } from '@/components/parts/tables/selection';
import { EmptyState } from '@/components/ui/empty-state';
import { entryId } from './folders';
import { objectIdentity } from './object-identity';
import { useObjectColumns, type ObjectRow } from './object-columns';
import type { Folder } from './use-folder';

/** Lines of a page: as many as a storage answers at once. */
export const pageSize = 1000;

export interface ListProps {
  folder: Folder;
  /** Whether the person's role may change the storage here. */
  mayChange: boolean;
  /** The host of web addresses; null if it isn't known. */
  host: string | null;
}

/** The lines of a folder. */
export function ObjectTable({
  folder,
  rows,
  linked,
  busy = false,
  below,
  tools,
  ...table
}: Pick<ListProps, 'folder'> & {
  rows: readonly ObjectRow[];
  actions: readonly Action<ObjectRow>[];
  linked: boolean;
  busy?: boolean;
  below?: ReactNode;
  tools: ReactNode;
  server: ServerPages<ObjectRow>;
  csv?: string;
  aboveRows?: (selection: Selection<ObjectRow>) => ReactNode;
}) {
  const t = useTranslations('object-storage.objects');
  const columns = useObjectColumns(folder, linked);
  return (
    <div aria-busy={busy} className={busy ? 'opacity-60 transition-opacity' : undefined}>
      <DataTable
        key={folder.name} // what is selected in a folder isn't in the next one
        id="objects"
        caption={t('caption')}
        {...{ rows, columns }}
        rowId={entryId}
        identity={objectIdentity}
        tools={
          <>
            <span className="text-faint text-sm">{t('searchHint')}</span>
            {tools}
          </>
        }
        {...table}
        empty={
          <div className="border-line bg-surface rounded-md border">
            <EmptyState
              icon={<FolderOpen aria-hidden />}
              title={t(folder.name === '' ? 'emptyBucket' : 'emptyFolder')}
            >
              {t(folder.name === '' ? 'emptyBucketText' : 'emptyFolderText')}
            </EmptyState>
          </div>
        }
      />
      {below}
    </div>
  );
}
