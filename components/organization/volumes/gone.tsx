'use client';
/** A volume that somebody else deletes while a dialog about it is open: a notice says so, in place of the dialog. */
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { useCloseOverlay } from '@/components/parts/actions/overlay';
import { toast } from '@/components/ui/toast';
import type { GroupScope } from '@/lib/paths';
import type { Problem } from '@/lib/problem';
import { useBackendQuery, usePerson } from '@/lib/query';
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

/** Stands in a dialog about a volume. When the volume has left the list, the dialog closes and a notice says why. */
export function TellIfGone({ volume }: { volume: Volume }) {
  const { uuid } = volume;
  const name = volumes.name(volume);
  const t = useTranslations('organization-volumes');
  const close = useCloseOverlay();
  const params = volumeParams(useGroup());
  // The list that is on screen; where there is none, as in the palette, nothing is read for this.
  const { data } = useBackendQuery('A39', { params }, { enabled: false });
  const gone = data !== undefined && !data.data.some((each) => each.uuid === uuid);
  useEffect(() => {
    if (!gone || isOurs(uuid)) return;
    close();
    toast({ tone: 'danger', title: t('gone', { name }), text: t('goneText') });
  }, [gone, uuid, name, close, t]);
  return null;
}
