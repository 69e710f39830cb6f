'use client';
import { useState } from 'react';
import { ProblemError, type Problem } from '@/lib/problem';

/**
 * Runs the work of a dialog. Gives whether it is under way, and its problem until the next attempt.
 * @param before a problem to show before the first attempt
 */
export function useAttempt(before: Problem | null = null) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState(before);
  /** @throws every error of the work except a `ProblemError` */
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
