/** Our own limit on the calls of a session, whatever the backends allow. It stops a page that calls in a loop. */
import { Budget } from '@/lib/backend/budget';
import { Lru } from '@/lib/backend/lru';
import { perProcess } from '@/lib/log/per-process';
import { limitName } from '@/lib/access/client-address';

const sessionCallsPerMinute = 600;
const anonymousCallsPerMinute = 60;
const mostCallers = 10_000;

/**
 * Counts one call of a caller.
 * @param caller a session's id, or the address of somebody who isn't signed in
 * @returns 0, or the seconds to wait
 */
export function takeTurn(caller: { sid: string } | { address: string }): number {
  const callers = perProcess('proxy.limits', () => new Lru<Budget>(mostCallers));
  const [key, perMinute] =
    'sid' in caller
      ? [`s:${caller.sid}`, sessionCallsPerMinute]
      : [`a:${limitName(caller.address)}`, anonymousCallsPerMinute];
  const now = performance.now();
  const wait = callers.getOrMake(key, () => new Budget(perMinute, now)).take('write', now);
  return Math.ceil(wait / 1000);
}
