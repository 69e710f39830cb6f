/** Turns everything that can go wrong with a call into a problem. No text here holds a secret or an address. */
import {
  isErrorBody,
  keyRefusal,
  readError,
  scrubError,
  type BackendError,
} from '@/lib/contract/error-envelope';
import type { Backend } from '@/lib/contract/operation';
import { problem, type Problem, type ProblemCode, type ProblemError } from '@/lib/problem';
import type { Plan } from './plan';
import type { Incoming, SendError } from './send';

/** Seconds to wait after a 429 without `Retry-After`, and the longest wait that is accepted. */
const defaultWait = 10;
const longestWait = 300;

/** `Retry-After` as seconds: a number, or a date. */
export function retryAfterOf(header: string | string[] | undefined, now = Date.now()): number {
  const text = Array.isArray(header) ? header[0] : header;
  if (text === undefined || text.trim() === '') return defaultWait;
  const seconds = /^\d+$/.test(text.trim())
    ? Number(text)
    : Math.ceil((Date.parse(text) - now) / 1000);
  if (Number.isNaN(seconds)) return defaultWait;
  return Math.min(longestWait, Math.max(1, seconds));
}

const balanceWords =
  /insufficient\s+(balance|fund|credit|deposit)|(balance|saldo|deposit|credit)[^.]{0,40}(not\s+enough|insufficient|(tidak|belum|kurang)\s*(men)?cukup|kurang)/i;

interface Kind {
  code: ProblemCode;
  status: number;
  message: string;
}

const notOfferedKind: Kind = {
  code: 'not_offered',
  status: 501,
  message: 'The backend does not offer this operation.',
};

function kindOf(status: number, said: BackendError): Kind {
  const refuses = status < 500;
  if (status === 401)
    return {
      code: 'credential_refused',
      status: 401,
      message: 'The backend refused the credential.',
    };
  if (refuses && (status === 402 || balanceWords.test(`${said.type ?? ''} ${said.message}`))) {
    return { code: 'payment_needed', status: 402, message: 'The balance does not suffice.' };
  }
  if (status === 403)
    return { code: 'no_access', status: 403, message: 'This credential may not do that.' };
  if (status === 409 || (refuses && said.type === 'INVALID_OPERATION')) {
    return { code: 'conflict', status: 409, message: 'It can not be done in the present state.' };
  }
  if (status === 404 || status === 410)
    return { code: 'not_found', status: 404, message: 'The backend has no such thing.' };
  if (status === 405 || status === 501) {
    return notOfferedKind;
  }
  if (status === 413)
    return { code: 'too_large', status: 413, message: 'The backend found the input too large.' };
  if (status === 400 || status === 422)
    return { code: 'bad_input', status: 422, message: 'The backend refused the input.' };
  if (status === 429)
    return { code: 'too_many_requests', status: 429, message: 'The backend asks to wait.' };
  return { code: 'backend_error', status: 502, message: 'The backend failed.' };
}

/** The real status of an error envelope that comes with a 200 (QD2): `error_code` `409-2` means 409. */
function statusInside(said: BackendError): number {
  const inside = Number(/^([45]\d\d)\b/.exec(said.code ?? '')?.[1]);
  if (!Number.isNaN(inside)) return inside;
  return said.type === 'INVALID_OPERATION' ? 409 : 500;
}

/** The status that an error answer means, whatever its HTTP status is. */
function statusOf(backend: Backend, status: number, body: unknown, said: BackendError): number {
  const refused = status < 500 ? keyRefusal(backend, said) : null;
  if (refused !== null) return refused;
  return status < 300 && isErrorBody(body) ? statusInside(said) : status;
}

/**
 * The problem of an error answer.
 * @param body its parsed JSON, or undefined
 * @param secrets what must not stand in the backend's words: the credential, passwords of the input, the address
 */
export function answerProblem(
  plan: Plan,
  incoming: Incoming,
  body: unknown,
  secrets: readonly string[],
): ProblemError {
  const { backend } = plan.operation;
  const said = readError(backend, incoming.status, body);
  const kind = kindOf(statusOf(backend, incoming.status, body, said), said);
  const clean = scrubError(said, secrets);
  return problem(kind.code, kind.status, kind.message, {
    ref: plan.ref,
    ...(kind.code === 'backend_error' ? inDoubt(plan) : {}),
    backendMessage: clean.message,
    fields: clean.fields,
    retryAfter:
      kind.code === 'too_many_requests' ? retryAfterOf(incoming.headers['retry-after']) : undefined,
  });
}

/** What a problem after sending says of a change: it may have been made. A read changes nothing. */
const inDoubt = ({ reads }: Plan): Pick<Problem, 'outcome'> =>
  reads ? {} : { outcome: 'unknown' };

/** The problem of a call that got no answer. */
export function sendProblem(plan: Plan, error: SendError): ProblemError {
  const { ref } = plan;
  const sent = { ref, ...inDoubt(plan) };
  switch (error.failure) {
    case 'aborted':
      return problem('cancelled', 499, 'The caller went away.', sent);
    case 'timeout':
      return problem('backend_timeout', 504, 'The backend did not answer in time.', sent);
    case 'refused':
      return problem('backend_unreachable', 502, 'The backend can not be reached.', { ref });
    case 'broken':
      return problem('backend_unreachable', 502, 'The connection to the backend broke.', sent);
    case 'too_large':
      return tooLarge(plan);
    case 'bad_request':
      return problem('internal', 500, 'The request can not be sent.', { ref });
  }
}

/** The problem of an operation that redirects to another host. Only the operator's log names the host. */
export function notOffered({ ref }: Plan): ProblemError {
  const { code, status, message } = notOfferedKind;
  return problem(code, status, message, { ref });
}

/** The problem of an answer that is too large for this process. */
export function tooLarge(plan: Plan): ProblemError {
  const message = "The backend's answer is too large to read at once.";
  return problem('answer_too_large', 502, message, { ref: plan.ref, ...inDoubt(plan) });
}

/** The problem of an answer that breaks the contract. */
export function unreadable(plan: Plan): ProblemError {
  const message = "The backend's answer does not fit the contract.";
  return problem('backend_unreadable', 502, message, { ref: plan.ref, ...inDoubt(plan) });
}
