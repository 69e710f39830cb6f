/**
 * Loads the table of operations in the browser, and what sends a creation only once. No first paint needs these 25 kB,
 * so they load beside the page; the first call waits for them.
 */
import { isOffline } from '@/lib/online';
import { unreachable } from '@/lib/session/fetcher';
import type * as onDemand from './on-demand';

/**
 * Resolves to `browserRequest`, `affectsOf` and `createOnce`.
 * @throws ProblemError `offline` or `console_unreachable`; the next call tries again
 */
export function operations(): Promise<typeof onDemand> {
  return import('./on-demand').catch(() => {
    throw unreachable(isOffline());
  });
}
