/**
 * Sends every request of the browser to the console. A request names the page's person and is not cached; errors are a
 * `ProblemError`. Browser-safe and small: the sign-in page ships it, too.
 */
import { elapsed, hearServer } from '@/lib/clock';
import { AGAIN_HEADER, FRESH_HEADER } from '@/lib/header-names';
import { isProblem, problem, ProblemError, type Problem } from '@/lib/problem';
import { isOffline } from '@/lib/online';
import { hearBuild } from './build';
import { identityHeaders } from './page-identity';

export interface Sent {
  method?: string;
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as a form. */
  form?: Record<string, string>;
  signal?: AbortSignal | undefined;
  /** The page has an answer already and shows it, so the request comes after those that show something new. */
  again?: boolean | undefined;
  /** Somebody asked for it just now: the answer is none that the server kept. */
  fresh?: boolean | undefined;
}

/** Whether the caller aborted the request. Such errors are thrown unchanged, since callers know them. */
function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/**
 * What a problem of ours says of the request: a change that was sent and got no answer of the console may have been
 * made.
 */
const inDoubt = ({ method = 'GET' }: Sent): Pick<Problem, 'outcome'> =>
  method === 'GET' ? {} : { outcome: 'unknown' };

/** The problem that an answer of the console tells; one of ours if it tells none. */
export async function problemOf(answer: Response, request: Sent, ref?: string): Promise<Problem> {
  const body: unknown = await answer.json().catch(() => null);
  if (isProblem(body)) return body;
  const gone = answer.status === 502 || answer.status === 503 || answer.status === 504;
  return {
    code: gone ? 'console_unreachable' : 'internal',
    status: answer.status,
    message: `The console answered ${answer.status} without saying why.`,
    ref,
    ...(answer.status >= 500 ? inDoubt(request) : {}),
  };
}

/**
 * Sends a request to a URL of the console. The caller reads the answer, whatever its status.
 * @throws ProblemError if the console can't be reached: `offline` if there was no network before, so that nothing was
 *   sent, else `console_unreachable`; both with status 0
 */
export async function send(url: string, sent: Sent = {}, ref?: string): Promise<Response> {
  const { method = 'GET', json, form, signal, fresh = false, again = false } = sent;
  const headers: Record<string, string> = { accept: 'application/json', ...identityHeaders() };
  if (fresh) headers[FRESH_HEADER] = '1';
  if (again) headers[AGAIN_HEADER] = '1';
  if (json !== undefined) headers['content-type'] = 'application/json';
  const body = form ? new URLSearchParams(form) : json === undefined ? null : JSON.stringify(json);
  const init = { method, headers, body, signal: signal ?? null };
  const offline = isOffline();
  try {
    const asked = elapsed();
    const answer = await fetch(url, { ...init, credentials: 'same-origin', cache: 'no-store' });
    hearServer(answer, asked);
    hearBuild(answer);
    return answer;
  } catch (error) {
    if (isAbort(error)) throw error;
    throw unreachable(offline, { ref, ...inDoubt(sent) });
  }
}

/**
 * The problem of a console that can't be reached.
 * @param offline whether there was no network before it was asked; then nothing was sent
 */
export const unreachable = (offline: boolean, more: Partial<Problem> = {}): ProblemError =>
  offline
    ? problem('offline', 0, 'The browser has no network.', { ref: more.ref })
    : problem('console_unreachable', 0, 'The console could not be reached.', more);

/** Whether the console itself answers. Never throws. */
export const consoleAnswers = (): Promise<boolean> =>
  send('/api/health').then(
    ({ ok }) => ok,
    () => false,
  );

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
