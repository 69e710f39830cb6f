/** Whether the backends answer, by the calls of this page. The shell's banner shows it. */
import type { Backend } from '@/lib/contract/operation';
import type { Problem, ProblemCode } from '@/lib/problem';

export type Outage = { backend: Backend; console: boolean } | null;

const down: readonly ProblemCode[] = ['backend_unreachable', 'backend_timeout'];
const listeners = new Set<() => void>();
let trouble: Outage = null;

function set(next: Outage) {
  if (next?.backend === trouble?.backend && next?.console === trouble?.console) return;
  trouble = next;
  for (const listener of listeners) listener();
}

/** Records the outcome of one call. A problem that a working backend answers with counts as reachable. */
export function reportOutcome(backend: Backend, outcome: true | Problem): void {
  if (outcome !== true && down.includes(outcome.code))
    set({ backend, console: outcome.status === 0 });
  else if (trouble && (trouble.backend === backend || trouble.console)) set(null);
}

export const outageStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  current: (): Outage => trouble,
  onServer: (): Outage => null,
};
