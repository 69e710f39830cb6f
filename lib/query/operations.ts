/**
 * Loads the table of operations in the browser. No first paint needs its 22 kB, so it loads beside the page; the first
 * call waits for it.
 */
import { problem } from '@/lib/problem';
import type * as url from './url';

/**
 * Resolves to `browserRequest` and `affectsOf`.
 * @throws ProblemError `backend_unreachable` with status 0 if the console can't be reached; the next call tries again
 */
export function operations(): Promise<typeof url> {
  return import('./url').catch(() => {
    throw problem('backend_unreachable', 0, 'The console could not be reached.');
  });
}
