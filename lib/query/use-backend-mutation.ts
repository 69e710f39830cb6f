'use client';
/** Changes at a backend from the browser. */
import { hashKey, useMutation } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { Ref } from '@/lib/contract';
import type { Input, Result } from '@/lib/contract/types';
import { ProblemError, type Problem } from '@/lib/problem';
import { activitySubjectOf, type ActivitySubjectOf } from './follow/tracked-changes';
import { useMaybeAccount } from './scope';
import { useBackendChange } from './use-backend-change';

export interface BackendMutation<R extends Ref> {
  /**
   * Sends the change. A second call with an equal input while the first is running gets its answer; calls with
   * different inputs run side by side. @throws ProblemError
   */
  run: (input: Input<R>) => Promise<Result<R>>;
  /** A call is running. */
  pending: boolean;
  /** The problem of the last call. */
  problem: Problem | null;
  data: Result<R> | undefined;
  reset: () => void;
}

export interface MutationOptions<R extends Ref> {
  /** Slug of a DewaVPS account, if it isn't the one that this was opened in (`./scope`). */
  account?: string;
  /** Says what the change is about; the activity panel then lists it. */
  about?: ActivitySubjectOf<R>;
}

/**
 * A change in the account that was current at the first render, even when the page moves to another one. After a
 * success, the answers that it affects are stale and polled fast, for this person and account only.
 */
export function useBackendMutation<R extends Ref>(
  ref: R,
  { account, about }: MutationOptions<R> = {},
): BackendMutation<R> {
  const here = useMaybeAccount();
  const [opened] = useState(account ?? here);
  const change = useBackendChange(opened);
  const { mutateAsync, error, data, reset } = useMutation<Result<R>, Error, Input<R>>({
    mutationFn: (input) => change(ref, input, about && activitySubjectOf<R>(about, input)),
  });
  const [underWay] = useState(() => new Map<string, Promise<Result<R>>>());
  const [pending, setPending] = useState(false);
  const run = useCallback(
    (input: Input<R>) => {
      const name = hashKey([input]);
      const same = underWay.get(name);
      if (same) return same;
      const asked = mutateAsync(input).finally(() => {
        underWay.delete(name);
        setPending(underWay.size > 0);
      });
      underWay.set(name, asked);
      setPending(true);
      return asked;
    },
    [mutateAsync, underWay],
  );
  const problem = error instanceof ProblemError ? error.problem : null;
  return { run, pending, problem, data, reset };
}
