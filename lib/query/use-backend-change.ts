'use client';
/** Changes at a backend, any operation and any number at once: what a bulk action does to each of its rows. */
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useCallback } from 'react';
import type { Ref } from '@/lib/contract';
import type { Input, Result } from '@/lib/contract/types';
import { ProblemError } from '@/lib/problem';
import { requestSignedIn } from './fetcher';
import type { Outcome } from './follow/note-change';
import type { ActivitySubject } from './follow/tracked-changes';
import { usePerson } from './person';
import { operations } from './operations';
import { useAccountOf } from './scope';
import { sharingOf } from './tabs/share';

/**
 * Sends a change. With `about`, a change that is listed (`follow/tracked-changes`) is a line in the activity panel, whether it worked
 * or not, and followed until it settles. @throws ProblemError
 */
export type BackendChange = <R extends Ref>(
  ref: R,
  input: Input<R>,
  about?: ActivitySubject<R>,
) => Promise<Result<R>>;

/**
 * How to change something as this person in one account: the one that this is about as it is rendered. An action keeps
 * the function that it was made with, and so its account. What a change's success affects is stale from then on and
 * asked for fast, of this person and account alone, in all tabs.
 */
export function useBackendChange(given?: string): BackendChange {
  const { identity, own } = usePerson();
  const accountOf = useAccountOf(given);
  const client = useQueryClient();
  const { refresh } = useRouter();
  return useCallback(
    async (ref, input, about) => {
      const account = accountOf(ref);
      const note = (outcome: Outcome<typeof ref>) => {
        if (!about) return;
        const at = Date.now();
        const place = { identity, account: account ?? '', at };
        // Loaded then, to keep it out of every list's first load. Without it there is no line, and no harm.
        import('./follow/note-change').then(
          ({ noteChange }) => noteChange(place, ref, about, outcome),
          () => {},
        );
      };
      try {
        const result = await requestSignedIn(ref, input, { account, own });
        note({ result });
        sharingOf(client, identity).changed(account ?? '', (await operations()).affectsOf(ref));
        return result;
      } catch (error) {
        note({ error });
        // The server has learnt from it what this key may not do; so does the page.
        if (error instanceof ProblemError && error.problem.code === 'no_access') refresh();
        throw error;
      }
    },
    [accountOf, client, identity, own, refresh],
  );
}
