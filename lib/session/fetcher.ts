/**
 * The one place where the browser calls the console: every request names the page's person, nothing is cached, and what
 * goes wrong is a `ProblemError`. Browser-safe and small: the sign-in page ships it, too.
 */
import { hearServerTime } from '@/lib/clock';
import { isProblem, problem, ProblemError, type Problem } from '@/lib/problem';
import { identityHeaders } from './page-identity';

export interface Sent {
  method?: string;
  /** A value that is sent as JSON. */
  json?: unknown;
  /** Fields that are sent as a form. */
  form?: Record<string, string>;
  signal?: AbortSignal | undefined;
}

/** Whether we gave up the request ourselves. Such errors pass unchanged, since callers know them. */
function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

async function problemOf(answer: Response, ref?: string): Promise<Problem> {
  const body: unknown = await answer.json().catch(() => null);
  if (isProblem(body)) return body;
  const gone = answer.status === 502 || answer.status === 503 || answer.status === 504;
  return {
    code: gone ? 'backend_unreachable' : 'internal',
    status: answer.status,
    message: `The console answered ${answer.status} without saying why.`,
    ref,
  };
}

/**
 * Sends a request to a URL of ours; whoever asks reads the answer, whatever its status.
 * @throws ProblemError `backend_unreachable` with status 0 when the console itself can't be reached
 */
export async function send(url: string, sent: Sent = {}, ref?: string): Promise<Response> {
  const { method = 'GET', json, form, signal } = sent;
  const headers: Record<string, string> = { accept: 'application/json', ...identityHeaders() };
  if (json !== undefined) headers['content-type'] = 'application/json';
  const body = form ? new URLSearchParams(form) : json === undefined ? null : JSON.stringify(json);
  const init = { method, headers, body, signal: signal ?? null };
  try {
    const answer = await fetch(url, { ...init, credentials: 'same-origin', cache: 'no-store' });
    hearServerTime(Date.parse(answer.headers.get('date') ?? ''));
    return answer;
  } catch (error) {
    if (isAbort(error)) throw error;
    throw problem('backend_unreachable', 0, 'The console could not be reached.', { ref });
  }
}

/**
 * The JSON that a URL of ours answers; null for an answer without a body.
 * @param ref names the operation in problems
 * @throws ProblemError
 */
export async function fetchJson(url: string, sent: Sent = {}, ref?: string): Promise<unknown> {
  const answer = await send(url, sent, ref);
  if (!answer.ok) throw new ProblemError(await problemOf(answer, ref));
  if (answer.status === 204) return null;
  try {
    return await answer.json();
  } catch (error) {
    if (isAbort(error)) throw error;
    const { status } = answer;
    throw problem('backend_unreadable', status, 'The answer was cut short.', { ref });
  }
}
