/** The doctor's own small client: it asks, obeys 429, and judges what comes back by shape alone. */
import type { Ref } from '@/lib/contract';
import { operation } from '@/lib/contract';
import { ContractError, readAnswer } from '@/lib/contract/answer';
import { keyRefusal, readError } from '@/lib/contract/error-envelope';
import { fillPath } from '@/lib/contract/operation';
import type { Overrides } from '@/lib/contract/overrides';
import { effective } from '@/lib/contract/overrides';
import { shape } from '@/lib/contract/schemas';
import type { Patient } from './settings';

export type Finding =
  | { verdict: 'ok'; result: unknown }
  | { verdict: 'missing path'; status: number }
  /** The backend knows the path and says itself that it doesn't have the operation. */
  | { verdict: 'not offered'; status: number }
  | { verdict: 'shape differs'; paths: string[]; shape: string }
  | { verdict: 'refused'; status: number }
  | { verdict: 'skipped'; why: string }
  | { verdict: 'error'; why: string };

/** Waits so many milliseconds; a test gives its own. */
export type Pause = (milliseconds: number) => Promise<void>;

export interface Client {
  ask(
    ref: Ref,
    params: Record<string, string>,
    query: Record<string, string>,
    body?: Record<string, string>,
  ): Promise<Finding>;
}

const timeLimit = 30_000;
const longestWait = 120;
const tries = 4;
/** Nothing there and no such path look alike in these: an organization may have no object storage. */
const mayBeNone: ReadonlySet<string> = new Set(['A55', 'A57']);

/** @param secret the bearer token or key, or null before sign-in */
export function client(
  patient: Patient,
  secret: string | null,
  overrides: Overrides,
  pause: Pause,
): Client {
  const headers = { accept: 'application/json', ...authorization(patient, secret) };
  return {
    async ask(ref, params, query, body) {
      const { method, path, absent } = effective(ref, overrides);
      if (absent) return { verdict: 'skipped', why: 'absent by the overrides file' };
      const url = new URL(patient.baseUrl + fillPath(path, params));
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
      const sent = body
        ? {
            body: JSON.stringify(body),
            headers: { ...headers, 'content-type': 'application/json' },
          }
        : { headers };
      return attempt(ref, url, { method, ...sent }, pause);
    },
  };
}

function authorization({ backend }: Patient, secret: string | null): Record<string, string> {
  if (secret === null) return {};
  return backend === 'awanio' ? { authorization: `Bearer ${secret}` } : { 'x-apikey': secret };
}

async function attempt(ref: Ref, url: URL, init: RequestInit, pause: Pause): Promise<Finding> {
  for (let turn = 1; ; turn += 1) {
    let response: Response;
    let text: string;
    try {
      // A redirect is an answer, not a way: following it would carry the credential elsewhere.
      response = await fetch(url, {
        ...init,
        redirect: 'manual',
        signal: AbortSignal.timeout(timeLimit),
      });
      text = await response.text();
    } catch (error) {
      return { verdict: 'error', why: failure(error) };
    }
    if (response.status !== 429 || turn === tries) return judge(ref, response.status, text);
    await pause(retryAfter(response.headers.get('retry-after')) * 1000);
  }
}

/** Seconds; both backends speak of 60 calls a minute, so half a minute when nothing is said. */
function retryAfter(header: string | null): number {
  const seconds =
    header === null
      ? Number.NaN
      : /^\d+$/.test(header)
        ? Number(header)
        : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 1), longestWait) : 30;
}

/** A network error's code alone; its message may hold an address with more than the host. */
function failure(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError')
    return `no answer within ${timeLimit / 1000} s`;
  const cause = error instanceof Error ? error.cause : null;
  const code =
    typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string'
      ? cause.code
      : null;
  return code ? `cannot be reached (${code})` : 'cannot be reached';
}

/** Whether the backend itself speaks, and not a gateway before it: both error envelopes hold a message. */
function isErrorEnvelope(text: string): boolean {
  try {
    const body: unknown = JSON.parse(text);
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

/** Whether DewaVPS refuses the key or its scope, which it says with a 400. */
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
    body = text === '' ? undefined : JSON.parse(text);
  } catch {
    return { verdict: 'error', why: `status ${status}, but no JSON` };
  }
  try {
    return { verdict: 'ok', result: readAnswer(ref, body) };
  } catch (error) {
    if (error instanceof ContractError)
      return { verdict: 'shape differs', paths: error.paths, shape: error.shape };
    throw error;
  }
}

/** The operations that the doctor may call: those that only read. */
export function mayAsk(ref: Ref): boolean {
  const { method, kind, reach } = operation(ref);
  return method === 'GET' && kind === 'read' && reach !== 'never';
}
