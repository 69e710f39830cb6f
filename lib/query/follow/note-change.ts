/** Records a change, successful or refused, for the activity panel. */
import type { Ref } from '@/lib/contract';
import type { Result } from '@/lib/contract/types';
import { ProblemError, type ProblemCode } from '@/lib/problem';
import { addEntry } from './entries';
import {
  isTracked,
  trackedChanges,
  type ChangeSubject,
  type ActivitySubject,
  type TrackedChange,
} from './tracked-changes';

/** Problems that the form shows and the person corrects there. They are no entry, since nothing was changed. */
const ofTheForm: readonly ProblemCode[] = ['bad_input', 'not_signed_in'];

export type Outcome<R extends Ref> = { result: Result<R> } | { error: unknown };

/** Adds the entry of a change. `at` is when its answer came, in milliseconds since 1970. */
export function noteChange<R extends Ref>(
  { identity, account, at }: { identity: string; account: string; at: number },
  ref: R,
  subject: ActivitySubject<R>,
  outcome: Outcome<R>,
): void {
  if (!isTracked(ref)) return;
  const tell = subject as ChangeSubject | ((result: Result<R> | null) => ChangeSubject | null);
  const result = 'result' in outcome ? outcome.result : null;
  const about = typeof tell === 'function' ? tell(result) : tell;
  if (!about) return;
  const entry = { ...about, ref, account, at };
  if ('result' in outcome) {
    const { ends }: TrackedChange = trackedChanges[ref];
    addEntry(identity, { ...entry, state: ends === 'at-once' ? 'done' : 'running' });
    return;
  }
  const { error } = outcome;
  if (!(error instanceof ProblemError)) return;
  const { code, fields, backendMessage, createdBefore } = error.problem;
  if (error.problem.outcome === 'unknown') return addEntry(identity, { ...entry, state: 'lost' });
  if (createdBefore !== undefined) return; // nothing was sent
  if (ofTheForm.includes(code) || (fields && Object.keys(fields).length > 0)) return;
  const problem = { code, says: backendMessage ?? null };
  addEntry(identity, { ...entry, state: 'failed', problem });
}
