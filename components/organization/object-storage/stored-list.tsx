'use client';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Updated } from '@/components/parts/answers/updated';
import type { ServerPages } from '@/components/parts/tables/data-table';
import { TableSkeleton } from '@/components/ui/skeleton';
import type { ProblemError } from '@/lib/problem';
import { isAffected } from '@/lib/query/key';
import { usePerson } from '@/lib/query/person';
import { useGroup } from '@/lib/query/scope';
import type { Listing } from '@/lib/storage/listing';
import { groupParams } from '../vms/group';
import { readObjects } from './calls';
import { folderEntry, objectEntry } from './folders';
import { LinkKeyButton } from './key-panel';
import type { ObjectRow } from './object-columns';
import { stored } from './object-info';
import { ObjectTable, pageSize, type ListProps } from './object-table';
import { PickWhole } from './pick-whole';
import { StoreProblem } from './store-problem';
import { storeTroubleOf, wantsKey } from './store-trouble';
import { TokenPager } from './token-pager';
import { storageKey } from './use-key';
import { useStoredActions } from './stored-actions';
import type { Folder } from './use-folder';
import { useWhole } from './use-whole';
import { WholeNote } from './whole-note';

/** The page of the folder that the URL names. */
function usePage({ bucket, name, start, token }: Folder) {
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
  return { query, rows };
}

/** Returns a function that reads again what a change of objects changes. */
export function useObjectsChanged(): () => void {
  const { identity } = usePerson();
  const { uuid } = groupParams(useGroup());
  const client = useQueryClient();
  return useCallback(() => {
    const kept = storageKey(identity, uuid);
    void client.invalidateQueries({
      queryKey: kept,
      predicate: ({ queryKey }) => queryKey[3] !== 'key',
    });
    void client.invalidateQueries({
      predicate: ({ queryKey }) => isAffected(queryKey, identity, '', ['A55', 'A60']),
    });
  }, [client, identity, uuid]);
}

/** A folder as the storage itself lists it: page by page, or as one list where it is sorted or selected as a whole. */
export function StoredList(props: ListProps) {
  const { folder } = props;
  const t = useTranslations('object-storage');
  const { query, rows: page } = usePage(folder);
  // The folder and search whose lines are all asked for.
  const [gathered, setGathered] = useState<string | null>(null);
  const place = JSON.stringify([folder.name, folder.start]);
  const gathers = gathered === place;
  const whole = useWhole(folder, gathers || folder.sort !== null, folder.sort);
  const reread = useObjectsChanged();
  const { drop, again } = whole;
  const changed = useCallback(
    (gone?: ReadonlySet<string>) => {
      reread();
      if (gone) drop(gone);
      else again();
    },
    [reread, drop, again],
  );
  const actions = useStoredActions({ ...props, onChanged: changed });
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
  if (!page) return <TableSkeleton label={t('objects.loading')} />;
  const next = query.isPlaceholderData ? null : (query.data?.next ?? null);
  const rows = whole.rows ?? page;
  const refresh = async () => {
    again();
    return query.refetch();
  };
  return (
    <>
      <WholeNote
        {...{ folder, whole, gathers }}
        onPages={() => setGathered(null)}
        onCancel={() => {
          setGathered(null);
          folder.unsort();
        }}
      />
      <ObjectTable
        {...{ folder, rows, actions }}
        linked
        busy={query.isPlaceholderData}
        tools={<Updated query={{ dataUpdatedAt: query.dataUpdatedAt, refetch: refresh }} />}
        server={oneOfMany}
        aboveRows={(selection) => (
          <PickWhole
            {...{ folder, selection, whole, gathers }}
            pages={next !== null || folder.page > 1}
            onWhole={() => setGathered(place)}
          />
        )}
        below={whole.rows ? null : <TokenPager {...{ folder, next }} />}
      />
    </>
  );
}

/** The storage tells neither how many pages there are, nor a page by its number. */
const oneOfMany: ServerPages<ObjectRow> = {
  pages: null,
  search: true,
  read: () => Promise.resolve({ data: [], page: null }),
};
