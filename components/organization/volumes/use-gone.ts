'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { toast } from '@/components/ui/toast';
import type { Problem } from '@/lib/problem';
import { usePerson } from '@/lib/query';
import { readFresh, request } from '@/lib/query/fetcher';
import { backendKey } from '@/lib/query/key';
import { useGroup } from '@/lib/query/scope';
import { volumes } from '@/lib/resources/awanio';
import { volumeParams, type Volume } from './volume';

/**
 * Gives a function for the problem of a change of a volume. If the backend doesn't know the volume, the list is read
 * anew; if the volume isn't in it, its row leaves, and a notice says why.
 */
export function useGone(): (volume: Volume, problem: Problem) => Promise<void> {
  const scope = useGroup();
  const t = useTranslations('organization-volumes');
  const { identity } = usePerson();
  const client = useQueryClient();
  return useCallback(
    async (volume, { code }) => {
      if (code !== 'not_found') return;
      const input = { params: volumeParams(scope) };
      const list = await client
        .fetchQuery({
          queryKey: backendKey(identity, undefined, 'A39', input),
          queryFn: ({ signal }) => readFresh(() => request('A39', input, { signal })),
          staleTime: 0,
        })
        .catch(() => null); // then the problem stays as it is shown
      if (!list || list.data.some(({ uuid }) => uuid === volume.uuid)) return;
      toast({
        tone: 'danger',
        title: t('gone', { name: volumes.name(volume) }),
        text: t('goneText'),
      });
    },
    [scope, t, identity, client],
  );
}
