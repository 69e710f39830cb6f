/**
 * Loads the table of operations in the browser, what sends a creation only once, and what the person's tabs share. No first
 * paint needs these 27 kB, so they load beside the page; the first call waits for them.
 */
import { isOffline } from '@/lib/online';
import { unreachable } from '@/lib/session/fetcher';
import type * as onDemand from './on-demand';

/**
 * Resolves to what `./on-demand` exports.
 * @throws ProblemError `offline` or `console_unreachable`; the next call tries again
 */
export function operations(): Promise<typeof onDemand> {
  return import('./on-demand').catch(() => {
    throw unreachable(isOffline());
  });
}
