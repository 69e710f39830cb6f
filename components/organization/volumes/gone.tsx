'use client';
/** A volume that somebody else deletes while a dialog about it is open: its row leaves the list, and the dialog with it. */
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { toast } from '@/components/ui/toast';
import type { Result } from '@/lib/contract/types';
import type { GroupScope } from '@/lib/paths';
import type { Problem } from '@/lib/problem';
import { usePerson } from '@/lib/query';
import { readFresh, request } from '@/lib/query/fetcher';
import { backendKey } from '@/lib/query/key';
import { useGroup } from '@/lib/query/scope';
import { volumes } from '@/lib/resources/awanio';
import { isOurs } from './deleting';
import { volumeParams, type Volume } from './volume';

interface Place {
  client: QueryClient;
  identity: string;
  scope: GroupScope;
}

/** The key and the input of the list on screen. */
function listOf({ identity, scope }: Omit<Place, 'client'>) {
  const input = { params: volumeParams(scope) };
  return { input, queryKey: backendKey(identity, undefined, 'A39', input) };
}

/** Reads the list anew if the problem of a change says that the backend doesn't know the volume. Never throws. */
export async function readIfGone({ client, ...place }: Place, { code }: Problem): Promise<void> {
  if (code !== 'not_found') return;
  const { input, queryKey } = listOf(place);
  const queryFn = ({ signal }: { signal: AbortSignal }) =>
    readFresh(() => request('A39', input, { signal }));
  await client.fetchQuery({ queryKey, queryFn, staleTime: 0 }).catch(() => null); // the first problem is shown
}

/** `readIfGone` for the form of a dialog. */
export function useReadIfGone(): (problem: Problem) => Promise<void> {
  const scope = useGroup();
  const { identity } = usePerson();
  const client = useQueryClient();
  return (problem) => readIfGone({ client, identity, scope }, problem);
}

/** Stands in a dialog about a volume. When the dialog goes because the volume left the list, a notice says so. */
export function TellIfGone({ volume }: { volume: Volume }) {
  const { uuid } = volume;
  const name = volumes.name(volume);
  const t = useTranslations('organization-volumes');
  const client = useQueryClient();
  const { identity } = usePerson();
  const scope = useGroup();
  const stand = useCallback(
    () => () => {
      const { queryKey } = listOf({ identity, scope });
      const list = client.getQueryData<Result<'A39'>>(queryKey);
      if (!list || isOurs(uuid) || list.data.some((each) => each.uuid === uuid)) return;
      toast({ tone: 'danger', title: t('gone', { name }), text: t('goneText') });
    },
    [client, identity, scope, uuid, name, t],
  );
  return <span hidden ref={stand} />;
}
