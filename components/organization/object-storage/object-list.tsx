'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { FolderOpen } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Live } from '@/components/parts/answers/live';
import { Updated } from '@/components/parts/answers/updated';
import { DataTable, type ServerPages } from '@/components/parts/tables/data-table';
import { Callout } from '@/components/ui/callout';
import { EmptyState } from '@/components/ui/empty-state';
import { TableSkeleton } from '@/components/ui/skeleton';
import { number } from '@/lib/format';
import type { ProblemError } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query';
import { usePerson } from '@/lib/query/person';
import { useGroup } from '@/lib/query/scope';
import { groupParams } from '../vms/group';
import type { ListedObject as StoredObject, Listing } from '@/lib/storage/listing';
import { readObjects } from './calls';
import { entryId, folderEntry, listFolder, objectEntry } from './folders';
import { LinkKeyButton } from './key-panel';
import { objectIdentity, useObjectActions } from './object-actions';
import { useObjectColumns, type ObjectInfo, type ObjectRow } from './object-columns';
import { bucketParams, type ListedObject } from './storage';
import { StoreProblem } from './store-problem';
import { storeTroubleOf, wantsKey } from './store-trouble';
import { TokenPager } from './token-pager';
import type { Folder } from './use-folder';
import { storageKey, useLinkable, useLinkedKey } from './use-key';

/** Lines of a page. */
const pageSize = 100;
/** A60 answers a whole bucket at once; so many of its objects are shown. */
export const mostListed = 5000;

interface ListProps {
  folder: Folder;
  /** Whether the person's role may change the storage here. */
  mayChange: boolean;
  /** The host of web addresses; null if it isn't known. */
  host: string | null;
}

/** What is in a folder: listed by the storage itself where a key is linked, else by the provider's API. */
export function ObjectList(props: ListProps) {
  const linked = Boolean(useLinkedKey().data);
  return linked ? <StoredList {...props} /> : <ApiList {...props} />;
}

const stored = (of: StoredObject): ObjectInfo => ({
  key: of.key,
  size: of.size,
  modified: of.modified,
  type: null,
  storageClass: of.storage_class,
});

const listed = (of: ListedObject): ObjectInfo => ({
  key: of.name,
  size: of.size,
  modified: of.updated_at,
  type: of.content_type,
  storageClass: null,
});

/** A page of the folder as the storage itself lists it. */
function StoredList(props: ListProps) {
  const { folder } = props;
  const { bucket, name, start, token } = folder;
  const t = useTranslations('object-storage');
  const { identity } = usePerson();
  const params = groupParams(useGroup());
  const query = useQuery<Listing, ProblemError>({
    queryKey: [...storageKey(identity, params.uuid), 'objects', bucket, name + start, token],
    queryFn: ({ signal }) =>
      readObjects(params, { bucket, prefix: name + start, token, max: pageSize }, signal),
    placeholderData: keepPreviousData,
    retry: false,
    refetchOnWindowFocus: false,
  });
  const { data } = query;
  const rows = useMemo(
    () =>
      data && [
        ...data.prefixes.map((prefix): ObjectRow => folderEntry(name, prefix)),
        ...data.objects.map((object): ObjectRow => objectEntry(name, stored(object))),
      ],
    [data, name],
  );
  if (query.error)
    return (
      <StoreProblem
        problem={query.error.problem}
        what={t('objects.failed')}
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
        actions={wantsKey(storeTroubleOf(query.error.problem)) ? <LinkKeyButton size="sm" /> : null}
      />
    );
  if (!rows) return <TableSkeleton label={t('objects.loading')} />;
  return (
    <Table
      {...props}
      rows={rows}
      linked
      busy={query.isPlaceholderData}
      tools={<Updated query={query} />}
      server={oneOfMany}
      below={
        <TokenPager folder={folder} next={query.isPlaceholderData ? null : (data?.next ?? null)} />
      }
    />
  );
}

/** The storage tells neither how many pages there are, nor a page by its number. */
const oneOfMany: ServerPages<ObjectRow> = {
  pages: null,
  search: true,
  read: () => Promise.resolve({ data: [], page: null }),
};

/** A page of the folder, found among the objects that A60 answers for the whole bucket. */
function ApiList(props: ListProps) {
  const { bucket } = props.folder;
  const scope = useGroup();
  const t = useTranslations('object-storage');
  const query = useBackendQuery('A60', { params: bucketParams(scope, bucket) });
  return (
    <div className="flex flex-col gap-3">
      <Live
        query={query}
        failed={t('objects.failed')}
        outline={<TableSkeleton label={t('objects.loading')} />}
      >
        {({ data }) => (
          <>
            <FirstOf count={data.length} />
            <ApiRows {...props} data={data} tools={<Updated query={query} />} />
          </>
        )}
      </Live>
    </div>
  );
}

/** Says what a list without a linked key leaves out, and offers to link one. */
function FirstOf({ count }: { count: number }) {
  const t = useTranslations('object-storage.objects');
  const locale = useLocale();
  const linkable = useLinkable();
  // A provider may cut the list itself at this number, and doesn't tell.
  if (count >= mostListed)
    return (
      <Callout
        tone="warn"
        title={t('firstOf', { shown: number(mostListed, locale) })}
        actions={<LinkKeyButton size="sm" />}
      >
        <p>{t(linkable ? 'firstOfWhy' : 'firstOfOnly')}</p>
      </Callout>
    );
  if (!linkable) return null;
  return (
    <p className="text-muted flex flex-wrap items-center gap-2 text-sm">
      {t('withKey')} <LinkKeyButton size="sm" />
    </p>
  );
}

function ApiRows({
  data,
  ...props
}: ListProps & { data: readonly ListedObject[]; tools: ReactNode }) {
  const { name, start, page } = props.folder;
  const rows = useMemo(
    () => listFolder(data.slice(0, mostListed).map(listed), name, start),
    [data, name, start],
  );
  const pages = Math.ceil(rows.length / pageSize);
  const shown = useMemo(() => rows.slice((page - 1) * pageSize, page * pageSize), [rows, page]);
  const server: ServerPages<ObjectRow> = {
    pages,
    total: rows.length,
    search: true,
    read: (at) =>
      Promise.resolve({
        data: rows.slice((at - 1) * pageSize, at * pageSize),
        page: { last_page: pages, total: rows.length },
      }),
  };
  return <Table {...props} rows={shown} linked={false} server={server} csv="objects" />;
}

function Table({
  folder,
  mayChange,
  host,
  rows,
  linked,
  busy = false,
  below,
  tools,
  ...table
}: ListProps & {
  rows: readonly ObjectRow[];
  linked: boolean;
  busy?: boolean;
  below?: ReactNode;
  tools: ReactNode;
  server: ServerPages<ObjectRow>;
  csv?: string;
}) {
  const t = useTranslations('object-storage.objects');
  const columns = useObjectColumns(folder, linked);
  const actions = useObjectActions(folder.bucket, mayChange, host);
  return (
    <div aria-busy={busy} className={busy ? 'opacity-60 transition-opacity' : undefined}>
      <DataTable
        key={folder.name} // what is selected in a folder isn't in the next one
        id="objects"
        caption={t('caption')}
        {...{ rows, columns, actions }}
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
