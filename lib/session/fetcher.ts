/**
 * Sends every request of the browser to the console. A request names the page's person and is not cached; errors are a
 * `ProblemError`. Browser-safe and small: the sign-in page ships it, too.
 */
import { elapsed, hearServer } from '@/lib/clock';
import { isProblem, problem, ProblemError, type Problem } from '@/lib/problem';
import { AGAIN_HEADER, identityHeaders } from './page-identity';

export interface Sent {
  method?: string;
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as a form. */
  form?: Record<string, string>;
  signal?: AbortSignal | undefined;
  /** The page has an answer already and shows it, so the request comes after those that show something new. */
  again?: boolean | undefined;
}

/** Whether the caller aborted the request. Such errors are thrown unchanged, since callers know them. */
function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/**
 * What a problem of ours says of the request: a change that was sent and got no answer of the console may have been made.
 * @param sent false if the browser had no network, and so sent nothing
 */
const inDoubt = ({ method = 'GET' }: Sent, sent = true): Pick<Problem, 'outcome'> =>
  method !== 'GET' && sent ? { outcome: 'unknown' } : {};

async function problemOf(answer: Response, request: Sent, ref?: string): Promise<Problem> {
  const body: unknown = await answer.json().catch(() => null);
  if (isProblem(body)) return body;
  const gone = answer.status === 502 || answer.status === 503 || answer.status === 504;
  return {
    code: gone ? 'backend_unreachable' : 'internal',
    status: answer.status,
    message: `The console answered ${answer.status} without saying why.`,
    ref,
    ...(answer.status >= 500 ? inDoubt(request) : {}),
  };
}

/**
 * Sends a request to a URL of the console. The caller reads the answer, whatever its status.
 * @throws ProblemError `backend_unreachable` with status 0 if the console can't be reached
 */
export async function send(url: string, sent: Sent = {}, ref?: string): Promise<Response> {
  const { method = 'GET', json, form, signal, again = false } = sent;
  const headers: Record<string, string> = { accept: 'application/json', ...identityHeaders() };
  if (again) headers[AGAIN_HEADER] = '1';
  if (json !== undefined) headers['content-type'] = 'application/json';
  const body = form ? new URLSearchParams(form) : json === undefined ? null : JSON.stringify(json);
  const online = typeof navigator === 'undefined' || navigator.onLine; // no browser in unit tests
  const init = { method, headers, body, signal: signal ?? null };
  try {
    const asked = elapsed();
    const answer = await fetch(url, { ...init, credentials: 'same-origin', cache: 'no-store' });
    hearServer(answer, asked);
    return answer;
  } catch (error) {
    if (isAbort(error)) throw error;
    const doubt = inDoubt(sent, online);
    throw problem('backend_unreachable', 0, 'The console could not be reached.', { ref, ...doubt });
  }
}

/**
 * Requests JSON from a URL of the console; null for an answer without a body.
 * @param ref names the operation in problems
 * @throws ProblemError
 */
export async function fetchJson(url: string, sent: Sent = {}, ref?: string): Promise<unknown> {
  const answer = await send(url, sent, ref);
  if (!answer.ok) throw new ProblemError(await problemOf(answer, sent, ref));
  if (answer.status === 204) return null;
  try {
    return await answer.json();
  } catch (error) {
    if (isAbort(error)) throw error;
    const { status } = answer;
    const doubt = inDoubt(sent);
    throw problem('backend_unreadable', status, 'The answer was cut short.', { ref, ...doubt });
  }
}
