/**
 * Loads the table of operations in the browser, and what sends a creation only once. No first paint needs these 25 kB,
 * so they load beside the page; the first call waits for them.
 */
import { problem } from '@/lib/problem';
import type * as onDemand from './on-demand';

/**
 * Resolves to `browserRequest`, `affectsOf` and `createOnce`.
 * @throws ProblemError `backend_unreachable` with status 0 if the console can't be reached; the next call tries again
 */
export function operations(): Promise<typeof onDemand> {
  return import('./on-demand').catch(() => {
    throw problem('backend_unreachable', 0, 'The console could not be reached.');
  });
}
