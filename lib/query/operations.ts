/**
 * Loads the table of operations in the browser. No first paint needs its 22 kB, so it loads beside the page; the first
 * call waits for it.
 */
import { isOffline } from '@/lib/online';
import { unreachable } from '@/lib/session/fetcher';
import type * as url from './url';

/**
 * Resolves to `browserRequest` and `affectsOf`.
 * @throws ProblemError `offline` or `console_unreachable`; the next call tries again
 */
export function operations(): Promise<typeof url> {
  return import('./url').catch(() => {
    throw unreachable(isOffline());
  });
}
