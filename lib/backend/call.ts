/** Calls a backend. Runs under plain Node as well as under Next. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Ref } from '@/lib/contract';
import type { Fixed } from '@/lib/contract/fixed-answer';
import { lastsFor } from '@/lib/contract/lasting';
import type { Input, Result } from '@/lib/contract/types';
import { requestIdOf } from '@/lib/log/request-id';
import { isProblem, problem, ProblemError } from '@/lib/problem';
import { settings } from '@/lib/settings';
import { credentialHash, secretOf, type Credentials } from './credentials';
import type { CallKind } from './budget';
import { exchangeOnce, type Exchange } from './exchange';
import { checkInput, type CheckedInput, type RawInput } from './input';
import { baseOf, planOf, type Base, type Plan } from './plan';
import { newGeneration, sharedRead, stateOf, type CredentialState } from './shared-reads';
import { noteKeyAccess } from './key-access';
import { isScopeRead, keptScopeRead } from './scope-reads';

export interface CallOptions {
  /** Aborting cancels the call, unless others wait for the same answer. */
  signal?: AbortSignal | undefined;
  /** Sent to the backend as `X-Request-Id` and named in problems; made when left out. */
  requestId?: string | undefined;
  /** Read again even if the same was read within the last second. */
  fresh?: boolean | undefined;
  /** The caller has an answer already and shows it, so this read comes after all others. */
  again?: boolean | undefined;
  /** Milliseconds for which equal reads get this answer, unless the credential changes something; a second by default. */
  keepFor?: number | undefined;
}

function ready(plan: Plan, credentials: Credentials): Base {
  const { backend } = plan.operation;
  const { ref } = plan;
  if (credentials.backend !== backend)
    throw problem('internal', 500, 'The credential is of another backend.', { ref });
  if (plan.absent)
    throw problem('not_offered', 404, 'This provider does not offer the operation.', { ref });
  const base = baseOf(backend);
  if (!base) throw problem('not_configured', 503, 'This deployment has no such backend.', { ref });
  const secret = secretOf(credentials);
  if (
    secret === null ? plan.operation.auth === 'required' : !/^[\u0021-\u007e]{1,8192}$/.test(secret)
  ) {
    throw problem('credential_refused', 401, 'There is no usable credential.', { ref });
  }
  return base;
}

/** Milliseconds that a person waits rather than being refused. */
const longestHold = 5_000;

/** @throws ProblemError if the credential's budget says to wait `milliseconds` */
function refuseOver(plan: Plan, milliseconds: number): void {
  if (milliseconds > 0) {
    throw problem('too_many_requests', 429, 'Too many calls with this credential; wait a little.', {
      ref: plan.ref,
      retryAfter: Math.ceil(milliseconds / 1000),
      perMinute: settings().NUSA_CALLS_PER_MINUTE,
    });
  }
}

/**
 * Waits for the budget where the wait is short. What a page shows already isn't worth a wait.
 * @throws ProblemError `too_many_requests` where the wait is long; `cancelled`
 */
async function holdFor({ plan, signal }: Exchange, state: CredentialState, kind: CallKind) {
  let held = 0;
  for (;;) {
    const milliseconds = state.budget.wait(kind, performance.now());
    if (milliseconds === 0) return;
    held += milliseconds;
    if (kind === 'again' || held > longestHold) refuseOver(plan, milliseconds);
    await wait(milliseconds, undefined, { signal }).catch(() => {
      throw problem('cancelled', 499, 'The caller went away.', { ref: plan.ref });
    });
  }
}

/** The operator's fixed answer in place of the backend's. It makes no call and tells nothing about the key. */
function fixedAnswer(plan: Plan, fixed: Fixed, input: CheckedInput): unknown {
  const found = fixed(input);
  if (found) return found.result;
  throw problem('not_offered', 404, 'This provider does not offer the operation.', {
    ref: plan.ref,
  });
}

/** @param again see `CallOptions` */
function kindOf({ reads, ref }: Plan, again: boolean): CallKind {
  if (!reads) return 'write';
  if (isScopeRead(ref)) return 'scope';
  return again ? 'again' : 'read';
}

/**
 * Sends the call when it has a place. The budget is checked before the wait, so that nobody waits for a refusal, and
 * charged after it, so that a caller who leaves while waiting spends nothing. Calls without a sign-in have no budget,
 * since everybody shares them.
 */
async function perform(exchange: Exchange, state: CredentialState, hash: string, again: boolean) {
  const { plan, credentials, signal, end } = exchange;
  const limited = secretOf(credentials) !== null;
  const kind = kindOf(plan, again);
  if (limited) await holdFor(exchange, state, kind);
  const waitAtMost = Math.max(1, end - performance.now());
  const leave = await state.queue.enter({
    kind: plan.reads ? 'read' : 'write',
    waitAtMost,
    signal,
  });
  try {
    if (limited) refuseOver(plan, state.budget.take(kind, performance.now()));
    return await answerOf(exchange, state, hash);
  } finally {
    leave();
  }
}

async function answerOf(exchange: Exchange, state: CredentialState, hash: string) {
  try {
    const answered = await exchangeOnce(exchange);
    noteKeyAccess(hash, exchange.plan.operation, null);
    return answered;
  } catch (error) {
    if (error instanceof ProblemError)
      noteKeyAccess(hash, exchange.plan.operation, error.problem.code);
    if (
      error instanceof ProblemError &&
      error.problem.code === 'too_many_requests' &&
      secretOf(exchange.credentials) !== null
    ) {
      state.budget.shut(error.problem.retryAfter ?? 1, performance.now());
    }
    throw error;
  }
}

async function run(
  plan: Plan,
  raw: RawInput,
  credentials: Credentials,
  options: CallOptions,
  requestId: string,
): Promise<unknown> {
  const base = ready(plan, credentials);
  const input = checkInput(plan, raw);
  if (plan.fixed) return fixedAnswer(plan, plan.fixed, input);
  const { NUSA_CALLS_PER_MINUTE: calls, NUSA_REPLICAS: replicas } = settings();
  const end = performance.now() + settings().NUSA_BACKEND_TIMEOUT;
  const hash = credentialHash(credentials);
  const state = stateOf(hash, calls / replicas, secretOf(credentials) === null);
  const mayRepeat = () =>
    state.budget.take('read', performance.now()) === 0 || secretOf(credentials) === null;
  const exchange = { plan, base, input, credentials, requestId, mayRepeat, end };
  if (plan.reads) {
    const { fresh = false, again = false, signal } = options;
    const key = `${plan.ref}\n${JSON.stringify(input)}`;
    const start = (signal: AbortSignal) => perform({ ...exchange, signal }, state, hash, again);
    const lasts = lastsFor(plan.ref);
    const keepFor = lasts ?? options.keepFor;
    const lasting = lasts !== null;
    const ofMember = 'token' in credentials;
    const how = { fresh, keepFor, lasting, ofMember, signal, start };
    const ask = () => sharedRead({ hash, state, key, ...how });
    if (!isScopeRead(plan.ref)) return ask();
    return keptScopeRead(`${hash}\n${key}`, { generation: () => state.generation, fresh }, ask);
  }
  newGeneration(state); // reads that start before the change has ended must not be kept after it
  try {
    return (await perform({ ...exchange, signal: options.signal }, state, hash, false)).result;
  } finally {
    newGeneration(state);
  }
}

/**
 * Calls one operation.
 * @returns the decoded result, fields for the server included: `forBrowser` before it leaves the server.
 *   Results of reads may be shared between callers; don't change them.
 * @throws ProblemError, with the reference and the request id
 */
export async function call<R extends Ref>(
  ref: R,
  input: Input<R>,
  credentials: Credentials,
  options: CallOptions = {},
): Promise<Result<R>> {
  return (await callRaw(ref, input, credentials, options)) as Result<R>;
}

/** Like {@link call}, for a reference that is known only at run time; the input is checked as well. */
export async function callRaw(
  ref: Ref,
  input: RawInput,
  credentials: Credentials,
  options: CallOptions = {},
): Promise<unknown> {
  const requestId = requestIdOf(options.requestId);
  try {
    return await run(planOf(ref), input, credentials, options, requestId);
  } catch (error) {
    // The problem of a shared call has the id of the request that made it; each caller gets its own id.
    if (error instanceof ProblemError && isProblem(error.problem)) {
      throw new ProblemError({ ...error.problem, ref, requestId });
    }
    throw error;
  }
}
