/** Waits and tries again when the backend asks to slow down (429), for work that takes many calls. */
import { ProblemError } from '@/lib/problem';

export interface RetryOptions {
  /** Waits so many milliseconds; rejects to give up. */
  sleep?: (milliseconds: number) => Promise<void>;
  /** Told when a wait begins, and when it ends. */
  onPause?: (paused: boolean) => void;
}

/** How often a call is begun again after a 429 until that counts as its answer. */
const tries = 6;
/** Milliseconds to wait where a 429 doesn't say how long. */
const usual = 5_000;

const wait = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Makes a call; after a 429 it waits and makes the call again. @throws ProblemError */
export async function retryWhenSlowed<T>(
  call: () => Promise<T>,
  { sleep = wait, onPause }: RetryOptions = {},
): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await call();
    } catch (error) {
      const slow = error instanceof ProblemError && error.problem.code === 'too_many_requests';
      if (!slow || tried >= tries) throw error;
      onPause?.(true);
      await sleep((error.problem.retryAfter ?? usual / 1000) * 1000);
      onPause?.(false);
    }
  }
}
