/**
 * The only form of errors in the console, modelled on RFC 9457: both backends' error envelopes, Laravel's 422, the
 * proxy's own refusals, a network that is down. Browser-safe.
 */

/**
 * The kind of a problem. Pages choose the text and the ways out by it; `messages/<locale>/problems.json` has a text
 * for each.
 */
export type ProblemCode =
  | 'not_signed_in' // no session, or past its end: sign in over the page
  | 'credential_refused' // the backend refused the token or key (401; of DewaVPS 400 `TOKEN_NOT_FOUND`)
  | 'no_access' // 403 (of DewaVPS 400 `SCOPE_MISMATCH`), or a level that may not
  | 'viewing' // the person sees the console as somebody else would, and nothing can be changed then
  | 'not_found'
  | 'method_not_allowed'
  | 'too_large'
  | 'bad_input' // 422 and 400; `fields` says where
  | 'conflict' // 409, or INVALID_OPERATION: not in this state
  | 'payment_needed' // 402, or a balance that does not suffice
  | 'too_many_requests' // 429; `retryAfter` in seconds
  | 'backend_error' // the backend answered 5xx
  | 'backend_unreadable' // an answer that breaks the contract
  | 'answer_too_large' // an answer too large for this process; trying again doesn't help
  | 'backend_unreachable' // refused, reset, DNS, TLS
  | 'console_unreachable' // the browser can't reach this console, or gets a gateway's answer; whether it was done is unknown
  | 'offline' // the browser had no network before it sent: nothing was done
  | 'backend_timeout'
  | 'not_configured' // this deployment has no such backend
  | 'unsupported' // what was asked for is of a kind that the console can't show
  | 'no_file' // the provider has no file of this, or none that can be read
  | 'not_offered' // the override table says absent, or 404/501 everywhere
  | 'cancelled'
  | 'bad_origin'
  | 'internal';

export interface Problem {
  code: ProblemCode;
  /** HTTP status of our answer. */
  status: number;
  /** An English sentence for logs and details; pages show their own text by `code`. It never contains a secret. */
  message: string;
  /** The backend's own sentence without secrets; shown in a details pane, or beside our text for a refusal. */
  backendMessage?: string;
  /** The operation. */
  ref?: string;
  /** Errors by field of the body (dotted path for nested ones): the backend's sentence or one of our codes. */
  fields?: Record<string, string[]>;
  requestId?: string;
  /** Seconds to wait before trying again. */
  retryAfter?: number;
  /** How many calls a minute the provider allows for the credential, where the console itself keeps to it. */
  perMinute?: number;
  /** Set where a change was sent and its answer was lost: nobody knows whether it was made. */
  outcome?: 'unknown';
  /**
   * What the list said when the browser looked in it for what the change creates (`lib/query/lost-answer`): it wasn't
   * there, or the list couldn't be read. Left out where there was nothing to look for.
   */
  looked?: 'absent' | 'unread';
  /**
   * Set where a payment was sent and nobody knows whether the provider has it: names the attempt, for whoever has checked
   * and wants to pay again (`lib/payments/pay-once`).
   */
  attempt?: string;
  /** S3's own name of what the store refused, such as `RequestTimeTooSkewed` (`lib/storage/refusal`). */
  storage?: string;
  /** Set where an earlier attempt turned out to have created this thing, so that nothing was sent: its name. */
  createdBefore?: string;
}

export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  constructor(readonly problem: Problem) {
    super(problem.message);
  }

  /**
   * Compares by content, not by the class: Next's bundles and `server.ts` each have a copy of this module, and they
   * share identical calls, so an error of one copy can reach callers of another.
   */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return (
      value instanceof Error &&
      value.name === 'ProblemError' &&
      'problem' in value &&
      isProblem(value.problem)
    );
  }
}

export function isProblem(value: unknown): value is Problem {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    'status' in value &&
    'message' in value
  );
}

/** Whether the deployment lacks the operation: it says so, or has nothing at the path. */
export const isMissingOperation = (of: Problem | undefined): boolean =>
  of?.code === 'not_offered' || of?.code === 'not_found';

/** Makes the error to throw. */
export function problem(
  code: ProblemCode,
  status: number,
  message: string,
  more: Partial<Problem> = {},
): ProblemError {
  return new ProblemError({ code, status, message, ...more });
}
