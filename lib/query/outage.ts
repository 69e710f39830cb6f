/** What the calls of this page tell: whether console and backends answer, which the shell's banner shows, and refusals. */
import type { Backend } from '@/lib/contract/operation';
import type { Problem, ProblemCode } from '@/lib/problem';
import { makeStore } from '@/lib/store';

/** Who doesn't answer; null if everybody does. */
export const outageStore = makeStore<Backend | 'console' | null>(null);

const here: readonly ProblemCode[] = ['console_unreachable', 'offline'];
const there: readonly ProblemCode[] = ['backend_unreachable', 'backend_timeout'];

/**
 * How many of Awanio's calls were refused, or found nothing: maybe the person is no longer a member there, or has a lower
 * role. `components/parts/shell/scope-watcher` looks.
 */
export const refusals = makeStore(0);

const refused: readonly ProblemCode[] = ['not_found', 'no_access'];

/** Records the outcome of one call. A problem that a working backend answers with counts as reachable. */
export function reportOutcome(backend: Backend, outcome: true | Problem): void {
  const { code } = outcome === true ? {} : outcome;
  const trouble = outageStore.current();
  if (code && here.includes(code)) outageStore.set('console');
  else if (code && there.includes(code)) outageStore.set(backend);
  else if (trouble === backend || trouble === 'console') outageStore.set(null);
  if (code && backend === 'awanio' && refused.includes(code)) refusals.set(refusals.current() + 1);
}
