/** Calls that wait when the backend asks to slow down, for work of many calls. */
import { ProblemError } from '@/lib/problem';

export interface Patience {
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

/** The call's answer; a refusal for being too fast is waited out and asked again. @throws ProblemError */
export async function politely<T>(
  call: () => Promise<T>,
  { sleep = wait, onPause }: Patience = {},
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
