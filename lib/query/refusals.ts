/**
 * How many calls were refused because the person may not do that or has no such thing, as far as the backend says: maybe
 * they are no longer a member there, or have a lower role. The shell looks (`components/parts/shell/scope-watcher`).
 */
import type { Backend } from '@/lib/contract/operation';
import type { Problem } from '@/lib/problem';
import { makeStore } from '@/lib/store';

export const refusals = makeStore(0);

/** Counts the problem of a call if it may come from a changed membership. A DewaVPS key has none. */
export function noteRefusal(backend: Backend, { code }: Problem): void {
  if (backend === 'awanio' && (code === 'not_found' || code === 'no_access'))
    refusals.set(refusals.current() + 1);
}
