/** What an error means for an upload. Nothing here ever ends an upload at the store: only cancelling does. */
import { ProblemError, type Problem, type ProblemCode } from '@/lib/problem';
import { NotDirect } from './direct';
import { isForgotten, isTaken } from './send-upload';
import type { Why } from './upload';

export type Verdict =
  /** It was paused or cancelled, which has said so already. */
  | { next: 'nothing' }
  /** It goes on at once: through the console, where the store itself couldn't be used. */
  | { next: 'again' }
  /** The store has forgotten it. */
  | { next: 'anew' }
  /** It goes on once the network or the console is back. */
  | { next: 'reach'; why: Why }
  /** It is tried again after some time, and at least after so many seconds. */
  | { next: 'wait'; why: Why; seconds: number }
  /** It goes on when the person says so. */
  | { next: 'stop'; why: Why }
  | { next: 'need-file'; why: Why };

/** What may go by itself. */
const passing: ReadonlySet<ProblemCode> = new Set([
  'backend_unreachable',
  'backend_timeout',
  'backend_error',
  'backend_unreadable',
  'too_many_requests',
  'cancelled',
  'internal',
]);

/** S3's names for what is sent again: parts that don't fit, a body that was cut, somebody who wrote in the same moment. */
const again: ReadonlySet<string> = new Set([
  'InvalidPart',
  'InvalidPartOrder',
  'EntityTooSmall',
  'IncompleteBody',
  'BadDigest',
  'ConditionalRequestConflict',
]);

/** Whether the store refused since it is full. */
export const isFull = ({ storage = '', status }: Problem): boolean =>
  status === 507 || /StorageFull|InsufficientStorage|QuotaExceeded/.test(storage);

function ofProblem(problem: Problem): Verdict {
  const { code, storage, retryAfter = 0 } = problem;
  if (code === 'offline') return { next: 'reach', why: { what: 'offline' } };
  if (code === 'console_unreachable') return { next: 'reach', why: { what: 'console' } };
  if (code === 'no_file') return { next: 'need-file', why: { what: 'file' } };
  if (storage !== undefined && again.has(storage))
    return { next: 'wait', why: { what: 'again', problem }, seconds: retryAfter };
  if (passing.has(code) && !isFull(problem) && storage !== 'RequestTimeTooSkewed')
    return { next: 'wait', why: { what: 'again', problem }, seconds: retryAfter };
  return { next: 'stop', why: { what: 'problem', problem } };
}

/** Tells what to do after an error. */
export function verdictOn(error: unknown): Verdict {
  if (error instanceof DOMException && error.name === 'AbortError') return { next: 'nothing' };
  if (error instanceof NotDirect) return { next: 'again' };
  if (isForgotten(error)) return { next: 'anew' };
  if (isTaken(error)) return { next: 'stop', why: { what: 'exists' } };
  if (error instanceof ProblemError) return ofProblem(error.problem);
  // The file changed or went away while it was read.
  if (error instanceof DOMException) return { next: 'need-file', why: { what: 'file' } };
  throw error;
}

/** Milliseconds until the next attempt: 1 s, doubled each time up to 30 s, and up to a quarter more by chance. */
export const backoff = (attempt: number, chance: number): number =>
  Math.min(30_000, 1000 * 2 ** Math.min(attempt, 5)) * (1 + chance / 4);
