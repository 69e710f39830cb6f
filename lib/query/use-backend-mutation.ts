'use client';
/** Changes at a backend from the browser. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { operation, type Ref } from '@/lib/contract';
import type { Input, Result } from '@/lib/contract/types';
import { ProblemError, type Problem } from '@/lib/problem';
import { requestSignedIn } from './fetcher';
import { useWho } from './identity';
import { isAffected } from './key';
import { hurry } from './poll';

export interface BackendMutation<R extends Ref> {
  /** Sends; a second call while one is under way gets the first one's answer. @throws ProblemError */
  run: (input: Input<R>) => Promise<Result<R>>;
  pending: boolean;
  /** Of the last run. */
  problem: Problem | null;
  data: Result<R> | undefined;
  reset: () => void;
}

/** A change. Its success makes the answers it affects stale, of this person and account alone, and has them asked for fast. */
export function useBackendMutation<R extends Ref>(
  ref: R,
  { account }: { account?: string } = {},
): BackendMutation<R> {
  // prettier-ignore
  const { identity, own } = useWho();
  const client = useQueryClient();
  const { mutateAsync, isPending, error, data, reset } = useMutation<Result<R>, Error, Input<R>>({
    mutationFn: (input) => requestSignedIn(ref, input, { account, own }),
    onSuccess: () => {
      const { affects } = operation(ref);
      hurry(identity, account ?? '', affects);
      void client.invalidateQueries({
        predicate: ({ queryKey }) => isAffected(queryKey, identity, account ?? '', affects),
      });
    },
  });
  const underWay = useRef<Promise<Result<R>> | null>(null);
  const run = useCallback(
    (input: Input<R>) => {
      underWay.current ??= mutateAsync(input).finally(() => {
        underWay.current = null;
      });
      return underWay.current;
    },
    [mutateAsync],
  );
  const problem = error instanceof ProblemError ? error.problem : null;
  return { run, pending: isPending, problem, data, reset };
}
