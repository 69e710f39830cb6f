'use client';
/** Changes at a backend: any operation, any number at once. Bulk actions use it for each row. */
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
 * Sends a change. With `about`, a tracked change (`follow/tracked-changes`) is listed in the activity panel, whether it
 * worked or not, and followed until it ends. @throws ProblemError
 */
export type BackendChange = <R extends Ref>(
  ref: R,
  input: Input<R>,
  about?: ActivitySubject<R>,
) => Promise<Result<R>>;

/**
 * Makes a function that changes something as this person in the current account. An action keeps the function that it
 * was made with, and so its account. After a success, the answers that the change affects are stale and polled fast,
 * for this person and account only, in all tabs.
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
        // Loaded here, to keep it out of every list's first load. If that fails, the entry is missing, and nothing
        // else.
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
        // The server has learnt that this key lacks a right; the page shows it after a refresh.
        if (error instanceof ProblemError && error.problem.code === 'no_access') refresh();
        throw error;
      }
    },
    [accountOf, client, identity, own, refresh],
  );
}
