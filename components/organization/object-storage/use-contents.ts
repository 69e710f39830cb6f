'use client';
import { useQuery } from '@tanstack/react-query';
import type { ProblemError } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query';
import { usePerson } from '@/lib/query/person';
import { useGroup } from '@/lib/query/scope';
import { groupParams } from '../vms/group';
import { readContents } from './calls';
import { contentsOfList, contentsOfStore, type Contents } from './contents';
import { bucketParams } from './storage';
import { storageKey, useLinkedKey } from './use-key';

/** What is in a bucket, counted anew: by the storage itself where a key is linked, else by A60. */
export function useContents(bucket: string) {
  const scope = useGroup();
  const { identity } = usePerson();
  const params = groupParams(scope);
  const linked = Boolean(useLinkedKey().data);
  const stored = useQuery<Contents, ProblemError>({
    queryKey: [...storageKey(identity, params.uuid), 'contents', bucket],
    queryFn: async ({ signal }) => contentsOfStore(await readContents(params, bucket, signal)),
    enabled: linked,
    staleTime: 0,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  });
  const listed = useBackendQuery(
    'A60',
    { params: bucketParams(scope, bucket) },
    { enabled: !linked },
  );
  const { data, error, isFetching, refetch } = linked ? stored : listed;
  const contents = linked ? stored.data : listed.data && contentsOfList(listed.data.data);
  return {
    linked,
    /** Undefined while it isn't known. */
    contents: data === undefined || isFetching ? undefined : contents,
    problem: isFetching ? null : (error?.problem ?? null),
    refetch,
  };
}
