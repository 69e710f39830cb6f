/**
 * Backend reads of server components, with the credentials of the current session and without an HTTP request to
 * ourselves.
 */
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { callForPerson } from '@/lib/access/call-for-person';
import type { RawInput } from '@/lib/backend/input';
import { operation, type Ref } from '@/lib/contract';
import type { Input, Result } from '@/lib/contract/types';
import { FRESH_HEADER } from '@/lib/header-names';
import { ProblemError, type Problem } from '@/lib/problem';
import { accountOf, credentialsFor } from '@/lib/session/credentials';
import { isOwnAccount, type Session } from '@/lib/session/session';
import { currentPath, currentSession, requireSession, signInUrl } from './session';

/** `input` may be left out if the operation takes none. */
type Args<R extends Ref> =
  Record<string, never> extends Input<R>
    ? [input?: Input<R>, account?: string]
    : [input: Input<R>, account?: string];

async function run<R extends Ref>(
  ref: R,
  input: Input<R> | undefined,
  session: Session | null,
  account: string | undefined,
): Promise<Result<R>> {
  const credentials = credentialsFor(session, operation(ref).backend, account);
  const asked = await headers();
  const requestId = asked.get('x-request-id') ?? undefined;
  const fresh = asked.get(FRESH_HEADER) === '1';
  const given = (input ?? {}) as RawInput;
  // Server components send what they pass on to the browser, so the result holds only what a browser may see.
  return (await callForPerson(ref, given, credentials, { requestId, fresh })) as Result<R>;
}

/** Whether the refused credential is the one of the sign-in. A refused linked key ends no session. */
function endsSession(session: Session, ref: Ref, account: string | undefined): boolean {
  if (operation(ref).backend === 'awanio') return true;
  return isOwnAccount(session, accountOf(session, account));
}

/**
 * Reads from a backend: `read('D03', { params: { instance_uuid } }, account)`. If nobody is signed in, or the backend
 * refuses the token or key, it redirects to sign-in and back here. `account` is the slug of a DewaVPS account.
 * @throws ProblemError for everything else
 */
export async function read<R extends Ref>(ref: R, ...args: Args<R>): Promise<Result<R>> {
  const [input, account] = args;
  const session = await requireSession();
  try {
    return await run(ref, input, session, account);
  } catch (error) {
    const refused = error instanceof ProblemError && error.problem.code === 'credential_refused';
    if (!refused || !endsSession(session, ref, account)) throw error;
  }
  redirect(signInUrl(await currentPath(), 'refused'));
}

/** The result of `tryRead`. */
export type Tried<T> = { data: T; problem?: undefined } | { problem: Problem; data?: undefined };

/** Like `read`, for pages that show partial failure: it returns every problem and never redirects. */
export async function tryRead<R extends Ref>(ref: R, ...args: Args<R>): Promise<Tried<Result<R>>> {
  const [input, account] = args;
  try {
    return { data: await run(ref, input, await currentSession(), account) };
  } catch (error) {
    if (error instanceof ProblemError) return { problem: error.problem };
    throw error;
  }
}
