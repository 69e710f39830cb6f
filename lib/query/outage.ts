/** Whether the console and the backends answer, by the calls of this page. The shell's banner shows it. */
import type { Backend } from '@/lib/contract/operation';
import type { Problem, ProblemCode } from '@/lib/problem';
import { makeStore } from '@/lib/store';

/** Who doesn't answer; null if everybody does. */
export const outageStore = makeStore<Backend | 'console' | null>(null);

const here: readonly ProblemCode[] = ['console_unreachable', 'offline'];
const there: readonly ProblemCode[] = ['backend_unreachable', 'backend_timeout'];

/** Records the outcome of one call. A problem that a working backend answers with counts as reachable. */
export function reportOutcome(backend: Backend, outcome: true | Problem): void {
  const { code } = outcome === true ? {} : outcome;
  const trouble = outageStore.current();
  if (code && here.includes(code)) outageStore.set('console');
  else if (code && there.includes(code)) outageStore.set(backend);
  else if (trouble === backend || trouble === 'console') outageStore.set(null);
}
