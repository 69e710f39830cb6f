/** The browser's call of an operation: JSON in, the decoded result out, a `ProblemError` for everything else. */
import type { Ref } from '@/lib/contract';
import { backendOf } from '@/lib/contract/operation';
import type { Input, Result } from '@/lib/contract/types';
import { isProblem, problem, ProblemError, type Problem } from '@/lib/problem';
import { identityHeaders } from '@/lib/session/page-identity';
import { operations } from './operations';
import { reportOutcome } from './outage';
import { askToSignIn } from './sign-in-gate';
import type { AnyInput } from './url';

export interface RequestOptions {
  /** Slug of a DewaVPS account. */
  account?: string | undefined;
  signal?: AbortSignal | undefined;
}

/** Whether a fetch was given up by us; such errors pass unchanged, since callers know them. */
function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

async function problemOf(answer: Response, ref: string): Promise<Problem> {
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
 * JSON from a URL of ours; `ref` names it in problems.
 * @throws ProblemError; `backend_unreachable` with status 0 when the console itself can't be reached
 */
export async function fetchJson(url: string, init: RequestInit, ref: string): Promise<unknown> {
  let answer: Response;
  try {
    answer = await fetch(url, {
      credentials: 'same-origin',
      cache: 'no-store',
      ...init,
      headers: { ...identityHeaders(), ...(init.headers as Record<string, string> | undefined) },
    });
  } catch (error) {
    if (isAbort(error)) throw error;
    throw problem('backend_unreachable', 0, 'The console could not be reached.', { ref });
  }
  if (!answer.ok) throw new ProblemError(await problemOf(answer, ref));
  try {
    return await answer.json();
  } catch (error) {
    if (isAbort(error)) throw error;
    throw problem('backend_unreadable', answer.status, 'The answer was cut short.', { ref });
  }
}

/** An id that no URL can hold (`..`) is a problem like any other, and not the page's end. */
async function addressed(ref: Ref, input: AnyInput, account: string | undefined) {
  const { browserRequest } = await operations();
  try {
    return browserRequest(ref, input, account);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw problem('not_found', 404, 'Nothing can have this address.', { ref });
  }
}

/** Calls an operation through the proxy. */
export async function request<R extends Ref>(
  ref: R,
  input: Input<R>,
  { account, signal }: RequestOptions = {},
): Promise<Result<R>> {
  const backend = backendOf(ref);
  try {
    const { method, url, body } = await addressed(ref, input as AnyInput, account);
    const init: RequestInit = { method, signal };
    if (body !== undefined)
      Object.assign(init, { body, headers: { 'content-type': 'application/json' } });
    const result = (await fetchJson(url, init, ref)) as Result<R>;
    reportOutcome(backend, true);
    return result;
  } catch (error) {
    if (error instanceof ProblemError) reportOutcome(backend, error.problem);
    throw error;
  }
}

/** Whether signing in again helps: no session, or the very credential signed in with was refused. */
export function wantsSignIn(
  error: unknown,
  ref: Ref,
  account: string | undefined,
  own: string | null,
): boolean {
  if (!(error instanceof ProblemError)) return false;
  if (error.problem.code === 'not_signed_in') return true;
  if (error.problem.code !== 'credential_refused') return false;
  return backendOf(ref) === 'awanio' || account === own;
}

/**
 * Like `request`, for changes: where the session has ended, sign-in opens over the page and the call is
 * sent again after it. A refused call changed nothing, so that is safe.
 * @param own slug of the account signed in with, null for an Awanio session
 */
export async function requestSignedIn<R extends Ref>(
  ref: R,
  input: Input<R>,
  options: RequestOptions & { own: string | null },
): Promise<Result<R>> {
  try {
    return await request(ref, input, options);
  } catch (error) {
    if (!wantsSignIn(error, ref, options.account, options.own)) throw error;
    await askToSignIn('ended');
    return request(ref, input, options);
  }
}
