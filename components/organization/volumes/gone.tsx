'use client';
/** A volume that somebody else deletes while a dialog about it is open: its row leaves the list, and the dialog with it. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { toast } from '@/components/ui/toast';
import type { Result } from '@/lib/contract/types';
import type { Problem } from '@/lib/problem';
import { usePerson } from '@/lib/query';
import { readFresh, request } from '@/lib/query/fetcher';
import { backendKey } from '@/lib/query/key';
import { useGroup } from '@/lib/query/scope';
import { volumes } from '@/lib/resources/awanio';
import { volumeParams, type Volume } from './volume';

/** The key and the input of the list on screen. */
function useList() {
  const { identity } = usePerson();
  const scope = useGroup();
  return useMemo(() => {
    const input = { params: volumeParams(scope) };
    return { input, queryKey: backendKey(identity, undefined, 'A39', input) };
  }, [identity, scope]);
}

/** Gives a function for the problem of a change. If the backend doesn't know the volume, the list is read anew. */
export function useReadIfGone(): (problem: Problem) => Promise<void> {
  const { input, queryKey } = useList();
  const client = useQueryClient();
  return useCallback(
    async ({ code }) => {
      if (code !== 'not_found') return;
      const queryFn = ({ signal }: { signal: AbortSignal }) =>
        readFresh(() => request('A39', input, { signal }));
      await client.fetchQuery({ queryKey, queryFn, staleTime: 0 }).catch(() => null); // the first problem is shown
    },
    [client, input, queryKey],
  );
}

/** Volumes that this page deletes. */
const ours = new Set<string>();

/** Runs a deletion of this page, after which nobody needs to be told that the volume is gone. */
export async function deleting<Answer>({ uuid }: Volume, run: () => Promise<Answer>) {
  ours.add(uuid);
  try {
    return await run();
  } catch (error) {
    ours.delete(uuid);
    throw error;
  }
}

/** Stands in a dialog about a volume. When the dialog goes because the volume left the list, a notice says so. */
export function TellIfGone({ volume }: { volume: Volume }) {
  const { uuid } = volume;
  const name = volumes.name(volume);
  const t = useTranslations('organization-volumes');
  const client = useQueryClient();
  const { queryKey } = useList();
  const stand = useCallback(
    () => () => {
      const list = client.getQueryData<Result<'A39'>>(queryKey);
      if (!list || ours.has(uuid) || list.data.some((each) => each.uuid === uuid)) return;
      toast({ tone: 'danger', title: t('gone', { name }), text: t('goneText') });
    },
    [client, queryKey, uuid, name, t],
  );
  return <span hidden ref={stand} />;
}
