/** Builds the request of an operation, sends it, repeats it if that is safe, and reads the answer. */
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import type { Ref } from '@/lib/contract';
import { withAddressField } from '@/lib/contract/address-field';
import { withIconFormat } from '@/lib/contract/icon-format';
import { ContractError, readAnswerInTurns } from '@/lib/contract/answer';
import { isErrorBody } from '@/lib/contract/error-envelope';
import { withMemberFields } from '@/lib/contract/member-fields';
import { fillPath, methodHeader } from '@/lib/contract/operation';
import { redirectedTo } from '@/lib/contract/redirect';
import { shape } from '@/lib/contract/schemas';
import { parseJson } from '@/lib/contract/well-formed';
import { log } from '@/lib/log/log';
import { metrics } from '@/lib/log/metrics';
import { settings } from '@/lib/settings';
import { authHeaders, secretOf, type Credentials } from './credentials';
import { encodeBody, queryString } from './encode';
import type { CheckedInput } from './input';
import { noteOperationAnswer } from './missing-operations';
import type { Base, Plan } from './plan';
import { answerProblem, notOffered, sendProblem, tooLarge, unreadable } from './problems';
import { send, SendError, type Incoming, type Outgoing } from './send';
import { limitsOf, ofWords, exceededLimit, type AnswerLimits } from './answer-limits';

export interface Answered {
  result: unknown;
  /** Bytes of the answer's body. */
  bytes: number;
}

export interface Exchange {
  plan: Plan;
  base: Base;
  input: CheckedInput;
  credentials: Credentials;
  requestId: string;
  signal?: AbortSignal | undefined;
  /** Called before the single repetition; throws or returns false if the budget is used up. */
  mayRepeat: () => boolean;
  /** When the call times out, by `performance.now()`. Waiting for a place counts. */
  end: number;
}

/** A file that a backend answered, as it came: whoever passes it on checks that it is what it should be. */
export interface FileAnswer {
  body: Buffer;
}

const isFile = (ref: Ref) => shape(ref).answer === 'file';

function outgoing({ plan, base, input, credentials, requestId }: Exchange): Outgoing {
  const { NUSA_RESERVED_IP_FIELD: field, NUSA_ICON_FORMAT: format } = settings();
  const named = withMemberFields(plan.ref, input, base.path);
  const told = withIconFormat(withAddressField(named, field), format).body;
  const fields = plan.spoofed === null ? told : { ...told, _method: plan.spoofed };
  const { body, contentType } = encodeBody(plan.encoding, fields);
  const query = plan.encoding === 'query' ? { ...input.query, ...input.body } : input.query;
  return {
    method: plan.method,
    path:
      base.path + fillPath(plan.path, input.params) + queryString(plan.operation.backend, query),
    headers: {
      accept: isFile(plan.ref) ? 'application/pdf, application/json' : 'application/json',
      'user-agent': 'nusa',
      'x-request-id': requestId,
      ...authHeaders(credentials),
      ...methodHeader(plan.operation.backend, plan.method),
      ...(contentType ? { 'content-type': contentType } : {}),
    },
    body,
    most: limitsOf(plan.ref).bytes,
  };
}

const gatewayStatuses = new Set([502, 503, 504]);

/** Sends once. A read is sent once more after a broken connection or a gateway's error, within one time limit. */
async function sendPatiently(exchange: Exchange): Promise<Incoming> {
  const { plan, base, signal, end } = exchange;
  const request = outgoing(exchange);
  const attempt = async (): Promise<Incoming> => {
    const started = performance.now();
    const counted = (status: string) => {
      metrics().backendCalls.inc({ ref: plan.ref, status });
      metrics().backendSeconds.observe(
        { backend: plan.operation.backend, kind: plan.operation.kind },
        (performance.now() - started) / 1000,
      );
    };
    try {
      const incoming = await send(base.origin, request, Math.max(1, end - started), signal);
      counted(String(incoming.status));
      return incoming;
    } catch (error) {
      counted(error instanceof SendError ? error.failure : 'internal');
      throw error;
    }
  };
  let first: Incoming | null = null;
  try {
    first = await attempt();
    if (!plan.reads || !gatewayStatuses.has(first.status)) return first;
  } catch (error) {
    if (!plan.reads || !(error instanceof SendError) || error.failure !== 'broken') throw error;
    if (!exchange.mayRepeat()) throw error;
  }
  if (first && !exchange.mayRepeat()) return first;
  try {
    await wait(30 + Math.random() * 120, undefined, { signal });
  } catch {
    throw new SendError('aborted', 'between');
  }
  return attempt();
}

/** The parsed JSON; null if it is invalid or exceeds `limits`. */
function jsonOf(body: Buffer, limits: AnswerLimits): { json: unknown } | null {
  if (body.length === 0) return { json: null };
  if (exceededLimit(body, limits) !== null) return null;
  try {
    return { json: parseJson(body.toString('utf8')) };
  } catch {
    return null;
  }
}

/** `value` is a password in A24's `authentication_type`. */
const tellingName = /passw|secret|token|private|^key$|^value$|code$/i;

/** The texts under a secret-like name, at any depth, as they are sent: UTF-8 has no half surrogate pairs. */
function secretsIn(value: unknown, told = false): string[] {
  if (typeof value === 'string') return told ? [Buffer.from(value).toString()] : [];
  if (Array.isArray(value)) return value.flatMap((item) => secretsIn(item, told));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => secretsIn(item, tellingName.test(name)));
}

/** The secrets that a backend's message must not repeat. */
function secretsOf({ base, credentials, input }: Exchange): string[] {
  const own = secretOf(credentials);
  return [...base.secrets, ...(own ? [own] : []), ...secretsIn(input.body)];
}

/** Logs the shape of an answer that breaks the contract, never its values. */
function logUnreadable({ plan, requestId }: Exchange, what: object): void {
  log().error({ ref: plan.ref, requestId, ...what }, 'an answer breaks the contract');
}

/** @throws ProblemError if the answer is larger than its operation allows */
function refuseHeavy({ plan, requestId }: Exchange, { body }: Incoming): void {
  const tooMuch = exceededLimit(body, limitsOf(plan.ref));
  if (tooMuch === null) return;
  log().error(
    { ref: plan.ref, requestId, tooMuch, bytes: body.length },
    'an answer is too large to be read',
  );
  throw tooLarge(plan);
}

/**
 * The problem of a redirect, which is never followed. To another host it means not offered; the operator's log names
 * that host.
 */
function redirectProblem(exchange: Exchange, { status }: Incoming, host: string | null) {
  const { plan, requestId } = exchange;
  if (host === null) {
    logUnreadable(exchange, { status, what: 'a redirect on the same host' });
    return unreadable(plan);
  }
  log().warn({ ref: plan.ref, requestId, status, host }, 'a backend redirects to another host');
  return notOffered(plan);
}

/**
 * The file of an answer. JSON that tells an error is one, whatever the status.
 * @throws ProblemError
 */
function fileAnswer(exchange: Exchange, incoming: Incoming): FileAnswer {
  const { body } = incoming;
  const text = body.toString('latin1', 0, 20).trimStart();
  const parsed = text.startsWith('{') ? jsonOf(body, ofWords) : null;
  if (parsed && isErrorBody(parsed.json))
    throw answerProblem(exchange.plan, incoming, parsed.json, secretsOf(exchange));
  return { body };
}

async function readIncoming(exchange: Exchange, incoming: Incoming): Promise<unknown> {
  const { plan, base } = exchange;
  const { status, headers } = incoming;
  const host = redirectedTo(status, headers.location, base.origin);
  noteOperationAnswer(plan, status, host);
  if (status >= 300 && status < 400) throw redirectProblem(exchange, incoming, host);
  const succeeded = status >= 200 && status < 300;
  if (succeeded && isFile(plan.ref)) return fileAnswer(exchange, incoming);
  const parsed = jsonOf(incoming.body, succeeded ? limitsOf(plan.ref) : ofWords);
  if (!succeeded || (parsed && isErrorBody(parsed.json))) {
    const told = answerProblem(plan, incoming, parsed?.json, secretsOf(exchange));
    // Pages continue without this read, so this line is the only trace of the problem.
    if (told.problem.code === 'backend_error')
      log().warn(
        { ref: plan.ref, requestId: exchange.requestId, status: incoming.status },
        'a backend failed',
      );
    throw told;
  }
  if (!parsed) {
    refuseHeavy(exchange, incoming);
    const type =
      /^[\w.+-]{1,40}\/[\w.+-]{1,40}/.exec(String(incoming.headers['content-type'] ?? ''))?.[0] ??
      'unknown';
    logUnreadable(exchange, {
      status: incoming.status,
      what: 'not JSON',
      type,
      bytes: incoming.body.length,
    });
    throw unreadable(plan);
  }
  try {
    return await readAnswerInTurns<Ref>(plan.ref, parsed.json, turn);
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    logUnreadable(exchange, { paths: error.paths, shape: error.shape });
    throw unreadable(plan);
  }
}

/**
 * Runs one operation, from checked input to decoded result.
 * @throws ProblemError
 */
export async function exchangeOnce(exchange: Exchange): Promise<Answered> {
  const { plan, requestId } = exchange;
  let incoming: Incoming;
  try {
    incoming = await sendPatiently(exchange);
  } catch (error) {
    if (!(error instanceof SendError)) throw error;
    if (error.failure !== 'aborted') {
      log().warn(
        { ref: plan.ref, requestId, failure: error.failure, cause: error.code },
        'a backend gave no answer',
      );
    }
    throw sendProblem(plan, error);
  }
  return { result: await readIncoming(exchange, incoming), bytes: incoming.body.length };
}
