/** Why a browser's own element couldn't show what it asked for: it tells nothing itself. */
import { ProblemError, type Problem } from '@/lib/problem';
import { problemOf, send } from '@/lib/session/fetcher';

/**
 * Asks for the same address.
 * @returns the console's problem; null where the bytes come, so that the browser itself can't show them
 */
export async function whyNot(url: string): Promise<Problem | null> {
  const stop = new AbortController();
  try {
    const answer = await send(url, { signal: stop.signal });
    return answer.ok ? null : await problemOf(answer, {});
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  } finally {
    stop.abort(); // the bytes themselves aren't needed
  }
}
