'use client';
import { useState } from 'react';
import { ProblemError, type Problem } from '@/lib/problem';

/**
 * The work of a dialog: whether it is under way, and what came in its way, which stands until the next attempt.
 * @param before a problem that there is already
 */
export function useAttempt(before: Problem | null = null) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState(before);
  /** @throws what the work throws that is no `ProblemError` */
  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error.problem);
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, attempt };
}
