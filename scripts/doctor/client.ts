/** The doctor's HTTP client. It makes calls, waits after a 429, and judges answers only by their shape. */
import type { Ref } from '@/lib/contract';
import { operation } from '@/lib/contract';
import { ContractError, readAnswer } from '@/lib/contract/answer';
import { keyRefusal, readError } from '@/lib/contract/error-envelope';
import { fillPath } from '@/lib/contract/operation';
import type { Overrides } from '@/lib/contract/overrides';
import { effective } from '@/lib/contract/overrides';
import { redirectedTo } from '@/lib/contract/redirect';
import { shape } from '@/lib/contract/schemas';
import { parseJson } from '@/lib/contract/well-formed';
import type { Pace } from './pace';
import type { Target } from './settings';

/** The verdict on one operation. */
export type Finding =
  | { verdict: 'ok'; result: unknown }
  /** The overrides file gives the answer, so no call was made. */
  | { verdict: 'fixed answer'; result: unknown }
  | { verdict: 'missing path'; status: number }
  /** The backend says that it doesn't have the operation, or redirects to `host`. */
  | { verdict: 'not offered'; status: number; host?: string }
  | { verdict: 'shape differs'; paths: string[]; shape: string }
  | { verdict: 'refused'; status: number }
  | { verdict: 'skipped'; why: string }
  /** `silent`: there was no answer. `page`: the answer isn't that of an API. */
  | { verdict: 'error'; why: string; kind?: 'silent' | 'page' };

/** Calls operations of one backend. */
export interface Client {
  ask(
    ref: Ref,
    params: Record<string, string>,
    query: Record<string, string>,
    body?: Record<string, string>,
  ): Promise<Finding>;
}

const longestWait = 120;
const tries = 4;
/** A 404 of these may be correct, since an organization may have no object storage. */
const mayBeNone: ReadonlySet<string> = new Set(['A55', 'A57']);

/** Makes a client. @param secret the bearer token or key, or null before sign-in */
export function client(
  target: Target,
  secret: string | null,
  overrides: Overrides,
  pace: Pace,
): Client {
  const headers = { accept: 'application/json', ...authorization(target, secret) };
  return {
    async ask(ref, params, query, body) {
      const { method, path, absent, fixed } = effective(ref, overrides);
      if (absent) return { verdict: 'skipped', why: 'absent by the overrides file' };
      if (fixed) {
        const found = fixed({ params, query });
        if (!found) return { verdict: 'skipped', why: 'no fixed answer for this input' };
        return { verdict: 'fixed answer', result: found.result };
      }
      const url = new URL(target.baseUrl + fillPath(path, params));
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
      const sent = body
        ? {
            body: JSON.stringify(body),
            headers: { ...headers, 'content-type': 'application/json' },
          }
        : { headers };
      return attempt(ref, url, { method, ...sent }, pace);
    },
  };
}

function authorization({ backend }: Target, secret: string | null): Record<string, string> {
  if (secret === null) return {};
  return backend === 'awanio' ? { authorization: `Bearer ${secret}` } : { 'x-apikey': secret };
}

async function attempt(ref: Ref, url: URL, init: RequestInit, pace: Pace): Promise<Finding> {
  const { timeLimit } = pace.manner;
  for (let turn = 1; ; turn += 1) {
    await pace.turn();
    let response: Response;
    let text: string;
    try {
      // A redirect isn't followed, since that would send the credential to another host.
      response = await fetch(url, {
        ...init,
        redirect: 'manual',
        signal: AbortSignal.timeout(timeLimit),
      });
      text = await response.text();
    } catch (error) {
      return { verdict: 'error', why: failure(error, timeLimit), kind: 'silent' };
    }
    const { status, headers } = response;
    if (status >= 300 && status < 400) return redirect(status, headers.get('location'), url);
    if (status !== 429 || turn === tries) return judge(ref, status, text);
    pace.shut(retryAfter(headers.get('retry-after')));
  }
}

function redirect(status: number, location: string | null, url: URL): Finding {
  const host = redirectedTo(status, location, url.href);
  return host === null
    ? { verdict: 'error', why: `status ${status}, to the same host`, kind: 'page' }
    : { verdict: 'not offered', status, host };
}

/** The seconds to wait after a 429. Both backends allow 60 calls a minute, so it is 30 if the header is missing. */
function retryAfter(header: string | null): number {
  const seconds =
    header === null
      ? Number.NaN
      : /^\d+$/.test(header)
        ? Number(header)
        : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 1), longestWait) : 30;
}

/** Gives only the code of a network error, since its message may hold a whole URL. */
function failure(error: unknown, timeLimit: number): string {
  if (error instanceof Error && error.name === 'TimeoutError')
    return `no answer within ${timeLimit / 1000} s`;
  const cause = error instanceof Error ? error.cause : null;
  const code =
    typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string'
      ? cause.code
      : null;
  return code ? `cannot be reached (${code})` : 'cannot be reached';
}

/** Whether the error is of the backend and not of a gateway before it. Both backends' errors hold a message. */
function isErrorEnvelope(text: string): boolean {
  try {
    const body = parseJson(text);
    return (
      typeof body === 'object' &&
      body !== null &&
      'message' in body &&
      typeof body.message === 'string'
    );
  } catch {
    return false;
  }
}

/** Whether DewaVPS refuses the key or its scope. It does so with status 400. */
function refusesKey(ref: Ref, status: number, text: string): boolean {
  if (status < 400 || status > 499) return false;
  const { backend } = operation(ref);
  try {
    return keyRefusal(backend, readError(backend, status, JSON.parse(text))) !== null;
  } catch {
    return false;
  }
}

function judge(ref: Ref, status: number, text: string): Finding {
  if (status === 401 || status === 403 || refusesKey(ref, status, text))
    return { verdict: 'refused', status };
  if (status === 404 && mayBeNone.has(ref))
    return { verdict: 'skipped', why: '404: there may be none, or no such path' };
  if (status === 501 && isErrorEnvelope(text)) return { verdict: 'not offered', status };
  if (status === 404 || status === 405 || status === 501)
    return { verdict: 'missing path', status };
  if (status < 200 || status > 299) return { verdict: 'error', why: `status ${status}` };
  if (shape(ref).answer === 'file')
    return text === ''
      ? { verdict: 'error', why: 'an empty file' }
      : { verdict: 'ok', result: null };
  let body: unknown;
  try {
    body = text === '' ? undefined : parseJson(text);
  } catch {
    return { verdict: 'error', why: `status ${status}, but no JSON`, kind: 'page' };
  }
  try {
    return { verdict: 'ok', result: readAnswer(ref, body) };
  } catch (error) {
    if (error instanceof ContractError)
      return { verdict: 'shape differs', paths: error.paths, shape: error.shape };
    throw error;
  }
}

/** Whether the doctor may call an operation. It calls only those that read. */
export function mayAsk(ref: Ref): boolean {
  const { method, kind, reach } = operation(ref);
  return method === 'GET' && kind === 'read' && reach !== 'never';
}
