/**
 * Answers that must not tell whether an account exists leave at even times: how long the backend took to send an
 * e-mail, or to compare a password, can't be read from them.
 */
import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds between the times at which such answers leave. Tests set 0. */
export const evenTime = { step: 800 };

/**
 * Waits for the next time at which an answer leaves.
 * @param begun when the request came, by `performance.now()`
 */
export async function untilEvenTime(begun: number): Promise<void> {
  const { step } = evenTime;
  if (step > 0) await wait(step - ((performance.now() - begun) % step));
}

/** Runs the work, and answers or fails at an even time. */
export async function atEvenTime<T>(work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  try {
    return await work();
  } finally {
    await untilEvenTime(begun);
  }
}
