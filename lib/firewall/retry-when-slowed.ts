/** Waits and retries when the backend answers 429, for work of many calls. */
import { ProblemError } from '@/lib/problem';

/** How to wait between the tries. */
export interface RetryOptions {
  /** Waits for a number of milliseconds; rejects to stop the tries. */
  sleep?: (milliseconds: number) => Promise<void>;
  /** Called with true when a wait begins, and with false when it ends. */
  onPause?: (paused: boolean) => void;
}

/** The most tries of a call; the last 429 becomes its result. */
const mostTries = 6;
/** Milliseconds to wait if a 429 gives no time. */
const defaultWait = 5_000;

const wait = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Makes a call, and after a 429 waits and makes it again. @throws ProblemError */
export async function retryWhenSlowed<T>(
  call: () => Promise<T>,
  { sleep = wait, onPause }: RetryOptions = {},
): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await call();
    } catch (error) {
      const slow = error instanceof ProblemError && error.problem.code === 'too_many_requests';
      if (!slow || tried >= mostTries) throw error;
      onPause?.(true);
      await sleep((error.problem.retryAfter ?? defaultWait / 1000) * 1000);
      onPause?.(false);
    }
  }
}
