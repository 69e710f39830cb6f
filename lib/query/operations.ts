/**
 * The table of operations in the browser. No first paint needs its 22 kB, so it comes beside the page instead of
 * before it; the first call waits for it.
 */
import { problem } from '@/lib/problem';
import type * as url from './url';

/**
 * `browserRequest` and `affectsOf`, once they are there.
 * @throws ProblemError `backend_unreachable` with status 0 when the console can't be reached; asking again tries again
 */
export function operations(): Promise<typeof url> {
  return import('./url').catch(() => {
    throw problem('backend_unreachable', 0, 'The console could not be reached.');
  });
}
