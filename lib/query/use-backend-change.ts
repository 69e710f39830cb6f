'use client';
/** Changes at a backend: any operation, any number at once. Bulk actions use it for each row. */
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useCallback } from 'react';
import type { ReadRef, Ref } from '@/lib/contract';
import type { Input, Result } from '@/lib/contract/types';
import { ProblemError } from '@/lib/problem';
import { request, requestSignedIn } from './fetcher';
import type { Outcome } from './follow/note-change';
import type { ActivitySubject } from './follow/tracked-changes';
import { serverNow } from '@/lib/clock';
import { isAffected } from './key';
import { usePerson } from './person';
import { operations } from './operations';
import { useAccountOf } from './scope';

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
 * was made with, and so its account. After a success, and where the outcome isn't known, the answers that the change
 * affects are stale and polled fast, for this person and account only, in all tabs. What a change creates is created
 * once, even if its answer is lost (`lost-answer/create-once`).
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
        if (!about) return Promise.resolve();
        const at = Date.now();
        const place = { identity, account: account ?? '', at };
        // Loaded here, to keep it out of every list's first load. If that fails, the entry is missing, and nothing
        // else.
        return import('./follow/note-change').then(
          ({ noteChange }) => noteChange(place, ref, about, outcome),
          () => {},
        );
      };
      const changed = async () => {
        const { affectsOf, sharingOf } = await operations();
        sharingOf(client, identity).changed(account ?? '', affectsOf(ref));
      };
      try {
        const { createOnce } = await operations();
        const result = await createOnce(ref, input, {
          identity,
          account,
          send: () => requestSignedIn(ref, input, { account, own }),
          read: (list, where) => request(list, where, { account }),
          cached: (list) => answersOf(client, identity, account, list),
          now: serverNow,
        });
        // A caller shows the work as its own until here; from here on the entry tells of it.
        await Promise.all([note({ result }), changed()]);
        return result;
      } catch (error) {
        void note({ error });
        if (error instanceof ProblemError) {
          // The server has learnt that this key lacks a right; the page shows it after a refresh.
          if (error.problem.code === 'no_access') refresh();
          if (error.problem.outcome === 'unknown') await changed().catch(() => undefined);
        }
        throw error;
      }
    },
    [accountOf, client, identity, own, refresh],
  );
}

/** The answers of a read that this page has, of any input. */
function answersOf(
  client: QueryClient,
  identity: string,
  account: string | undefined,
  ref: ReadRef,
): readonly unknown[] {
  const predicate = ({ queryKey }: { queryKey: readonly unknown[] }) =>
    isAffected(queryKey, identity, account ?? '', [ref]);
  const found = client.getQueryCache().findAll({ predicate });
  return found.map(({ state }) => state.data).filter((data) => data !== undefined);
}
