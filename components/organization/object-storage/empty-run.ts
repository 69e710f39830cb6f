/**
 * Empties a bucket step by step, so that its progress shows and it can be cancelled. It knows nothing of the screen. A step is up to 1,000
 * things where the storage does it, or a few objects where the provider's API deletes them one by one.
 */
import { ProblemError, type Problem } from '@/lib/problem';
import type { EmptyStep } from '@/lib/storage/empty';

/** How far it is. */
export interface EmptyProgress {
  state: 'working' | 'done' | 'cancelled' | 'stuck' | 'failed';
  /** How many things are deleted so far. */
  deleted: number;
  /** The things of the last step that couldn't be deleted, with the storage's word for why. */
  failed: readonly { key: string; why: string }[];
  /** Why it ended. */
  problem?: Problem;
}

/**
 * Deletes until nothing is left. It stops where a step deletes nothing, since the next one would be the same.
 * @param step deletes some more; aborted, it may throw anything
 * @param show called with every change
 * @param wait waits so many milliseconds after a 429; tests replace it
 * @returns the last progress
 */
export async function emptyBucket(
  step: (signal: AbortSignal) => Promise<EmptyStep>,
  signal: AbortSignal,
  show: (progress: EmptyProgress) => void,
  wait: (milliseconds: number) => Promise<void> = (milliseconds) =>
    new Promise((resolve) => setTimeout(resolve, milliseconds)),
): Promise<EmptyProgress> {
  let progress: EmptyProgress = { state: 'working', deleted: 0, failed: [] };
  const tell = (change: Partial<EmptyProgress>) => {
    progress = { ...progress, ...change };
    show(progress);
    return progress;
  };
  tell({});
  let late = 0;
  const stopped = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  while (!signal.aborted) {
    try {
      const { deleted, done, failed } = await step(signal);
      late = 0;
      tell({ deleted: progress.deleted + deleted, failed });
      if (done && failed.length === 0) return tell({ state: 'done' });
      if (deleted === 0) return tell({ state: 'stuck' });
    } catch (error) {
      if (signal.aborted) break;
      if (!(error instanceof ProblemError)) throw error;
      const { code, retryAfter } = error.problem;
      // A step that takes too long has deleted something by then, so the next one has less to do.
      if (code === 'backend_timeout') late += 1;
      const again = code === 'too_many_requests' || (code === 'backend_timeout' && late < mostLate);
      if (!again) return tell({ state: 'failed', problem: error.problem });
      await Promise.race([wait((retryAfter ?? defaultWait) * 1000), stopped]);
    }
  }
  return tell({ state: 'cancelled' });
}

/** So many steps in a row may take too long. */
const mostLate = 3;
/** Seconds to wait where the answer doesn't say how long. */
const defaultWait = 5;
