/** Calls an operation from the browser: JSON in, the decoded result out, a `ProblemError` for everything else. */
import type { Ref } from '@/lib/contract';
import { backendOf } from '@/lib/contract/operation';
import type { Input, Result } from '@/lib/contract/types';
import { problem, ProblemError } from '@/lib/problem';
import { fetchJson } from '@/lib/session/fetcher';
import { operations } from './operations';
import { reportOutcome } from './outage';
import { signedIn } from './signed-in';
import type { AnyInput } from './url';

export interface RequestOptions {
  /** Slug of a DewaVPS account. */
  account?: string | undefined;
  signal?: AbortSignal | undefined;
  /** The page shows an answer to this already. */
  again?: boolean | undefined;
}

let asking = false;

/**
 * Reads because somebody asked for it, with a button say: the requests that `read` begins at once get no answer that the
 * server kept. Polls don't need it.
 */
export function readFresh<Read>(read: () => Read): Read {
  asking = true;
  try {
    return read();
  } finally {
    asking = false;
  }
}

/** Builds the request. An id that no URL can hold (`..`) becomes a problem, so that the page doesn't crash. */
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
  { account, signal, again }: RequestOptions = {},
): Promise<Result<R>> {
  const backend = backendOf(ref);
  const fresh = asking;
  try {
    const { url, ...sent } = await addressed(ref, input as AnyInput, account);
    const how = { signal, fresh, again: again && !fresh };
    const result = (await fetchJson(url, { ...sent, ...how }, ref)) as Result<R>;
    reportOutcome(backend, true);
    return result;
  } catch (error) {
    if (error instanceof ProblemError) reportOutcome(backend, error.problem);
    throw error;
  }
}

/** Whether signing in again helps: there is no session, or the credential of the sign-in was refused. */
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
 * Like `request`, for changes: after the end of a session it is sent again (`./signed-in`).
 * @param own slug of the account signed in with, null for an Awanio session
 */
export function requestSignedIn<R extends Ref>(
  ref: R,
  input: Input<R>,
  options: RequestOptions & { own: string | null },
): Promise<Result<R>> {
  const { account, own } = options;
  return signedIn(
    () => request(ref, input, options),
    (error) => wantsSignIn(error, ref, account, own),
  );
}
