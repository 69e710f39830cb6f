/** Both ways to sign in: checks the credentials with the backend and makes a session. */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { readLine } from '@/lib/contract/reading/text';
import { reading } from '@/lib/contract/schemas/shared';
import { call } from '@/lib/backend/call';
import type { Backend } from '@/lib/contract/operation';
import type { Result } from '@/lib/contract/types';
import { ProblemError, type ProblemCode } from '@/lib/problem';
import { newestInstances } from '@/lib/resources/vps';
import { settings } from '@/lib/settings';
import { slugOf } from './accounts';
import { attempt, type Limit } from './attempts';
import { untilEvenTime } from './even-time';
import { keyHint } from './keys';
import { isHome, namesOfAccount, noteHome, noteOneAccount } from './known-names';
import { awanioIdentity, dewavpsIdentity, type AwanioUser, type Session } from './session';
import { SignInError, type SignInCode } from './sign-in-error';

/** About the request that signs in. */
export interface SignInContext {
  /** Peer address, for limits. */
  address: string;
  requestId: string;
  signal?: AbortSignal | undefined;
}

/** Most failures in ten minutes: few for one account, more for one address, which an office may share. */
const MOST_PER_NAME = 10;
const MOST_PER_ADDRESS = 30;

export const labelField = reading(readLine(40));
/** Printable ASCII without blanks, as it travels in a header. */
export const keyField = z
  .string('required')
  .trim()
  .min(1, 'required')
  .max(256, 'too_long')
  .regex(/^[\x21-\x7e]*$/, 'invalid');

const awanioForm = z.object({
  username: z.string().trim().min(1).max(254),
  password: z.string().min(1).max(1024),
});
const dewavpsForm = z.object({
  label: reading(readLine(40, { optional: true })).optional(),
  key: keyField,
});

/**
 * The limits of a sign-in. All names of an account are counted together, so that its e-mail address gives no further
 * tries. At addresses from where the owner has signed in before, tries are counted separately, so that guesses from
 * elsewhere don't lock the owner out.
 */
function limitsOf(names: readonly string[], home: boolean, address: string): Limit[] {
  const where = home ? ` at ${address}` : '';
  return [
    ...names.map((name) => ({ name: `sign-in name ${name}${where}`, most: MOST_PER_NAME })),
    { name: `sign-in address ${address}`, most: MOST_PER_ADDRESS },
  ];
}

/** Runs a sign-in under its limits. Problems of the backend don't count against the person. */
async function limited<T>(
  backend: Backend,
  limits: readonly Limit[],
  run: () => Promise<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  const begun = performance.now();
  try {
    return await attempt(limits, run, signal);
  } catch (error) {
    // How long the backend compared says whether it has the account. Keys are no accounts that somebody knows of.
    if (backend === 'awanio') await untilEvenTime(begun);
    throw signInError(error, backend);
  }
}

/** Refusals that mean wrong credentials. A password form has more of them than a key. */
const REFUSALS: Record<Backend, readonly ProblemCode[]> = {
  awanio: ['credential_refused', 'no_access', 'not_found', 'bad_input', 'conflict'],
  dewavps: ['credential_refused'],
};

function signInError(error: unknown, backend: Backend): SignInError {
  if (error instanceof SignInError) return error;
  if (!(error instanceof ProblemError)) return new SignInError('internal');
  const { code, ref, retryAfter } = error.problem;
  if (REFUSALS[backend].includes(code)) {
    return new SignInError(refusalOf(error.problem.backendMessage ?? ''));
  }
  switch (code) {
    case 'too_many_requests':
      // A limit of ours names no operation. The provider's is shared by all who use the key, and nobody's fault.
      return new SignInError(ref ? 'provider_busy' : 'too_many_attempts', retryAfter);
    case 'not_offered':
      return new SignInError('not_configured');
    case 'not_found':
      return new SignInError('backend_error');
    case 'answer_too_large':
      return new SignInError('backend_unreadable');
    case 'backend_unreachable':
    case 'backend_timeout':
    case 'backend_error':
    case 'backend_unreadable':
    case 'not_configured':
      return new SignInError(code);
    default:
      return new SignInError('internal');
  }
}

/** What a refusal means, by the backend's words: it names the state of the account only after a right password. */
function refusalOf(message: string): SignInCode {
  if (/suspend/i.test(message)) return 'suspended';
  return /verif|activat|inactive|not active/i.test(message) ? 'not_verified' : 'wrong_credentials';
}

function mint(now: number): Pick<Session, 'sid' | 'issued' | 'seen' | 'expires'> {
  return {
    sid: randomBytes(16).toString('base64url'),
    issued: now,
    seen: now,
    expires: now + settings().NUSA_SESSION_HOURS * 3_600_000,
  };
}

/**
 * Signs in with an Awanio user name or e-mail address and a password.
 * @param given `{ username, password }`, unchecked
 * @param as the operation: `AX7` signs in the provider's administrators, if the setting allows it, and only it marks
 * a session as theirs
 * @throws SignInError
 */
export async function signInAwanio(
  given: unknown,
  context: SignInContext,
  as: 'A03' | 'AX7' = 'A03',
): Promise<Session> {
  const provider = as === 'AX7';
  if (provider && !settings().NUSA_PROVIDER_ADMIN) throw new SignInError('not_configured');
  const form = awanioForm.safeParse(given);
  if (!form.success) throw new SignInError('bad_input');
  const { username, password } = form.data;
  const { address, requestId, signal } = context;
  const options = { requestId, signal };
  const limits = limitsOf(namesOfAccount(username), isHome(username, address), address);
  const run = async () => {
    const anonymous = { backend: 'awanio', anonymous: true } as const;
    const login = await call(as, { body: { username, password } }, anonymous, options);
    if (login.status !== null && login.status.toLowerCase() !== 'active') {
      throw new SignInError('not_verified');
    }
    const { token } = login;
    // A person may sign in although the profile can't be read just now.
    // Both are kept for the first page (`lib/backend/scope-reads`).
    const own = { backend: 'awanio', token } as const;
    const [profile] = await Promise.all([
      call('A04', {}, own, options).catch(() => null),
      call('A15', {}, own, options).catch(() => null),
    ]);
    const user = awanioUser(username, login, profile);
    const names = [username, user.username, user.email];
    noteOneAccount(names);
    for (const name of names) if (name) noteHome(name, address);
    return {
      ...mint(Date.now()),
      // An administrator may be a customer, too; the browser keeps the data of both apart.
      identity: awanioIdentity(provider ? `provider:${user.uuid}` : user.uuid),
      person: { name: user.name, detail: user.email ?? user.username },
      awanio: { token, user, provider: provider || undefined },
      accounts: [],
    };
  };
  return limited('awanio', limits, run, signal);
}

/** A03 documents no uuid. If A04 fails, too, the user name identifies the person, in a form that no uuid has. */
function awanioUser(
  given: string,
  login: Result<'A03'>,
  profile: Result<'A04'> | null,
): AwanioUser {
  const username = profile?.username ?? login.username ?? given;
  const email = profile?.email ?? emailIn(given);
  return {
    uuid: profile?.uuid ?? login.uuid ?? `@${username.toLowerCase()}`,
    username,
    name: profile?.name ?? login.name ?? username,
    email: email || undefined,
  };
}

function emailIn(text: string): string | undefined {
  return text.includes('@') ? text : undefined;
}

/** Milliseconds until the first page after a sign-in has asked: it shows the machines that proved the key. */
const untilFirstPage = 5_000;

/**
 * Asks DewaVPS whether a key is valid. A missing scope is proof, too: the key exists with fewer scopes. Then the
 * billing scope is tried; a key without both is still valid.
 * @param keepFor milliseconds for which the machines that prove it serve the pages, too
 * @throws ProblemError `credential_refused` for a wrong key; the backend's other problems
 */
export async function validateKey(
  key: string,
  context: Pick<SignInContext, 'requestId' | 'signal'>,
  keepFor?: number,
): Promise<void> {
  const credentials = { backend: 'dewavps', key } as const;
  const options = { requestId: context.requestId, signal: context.signal, fresh: true };
  try {
    await call('D02', newestInstances, credentials, { ...options, keepFor });
  } catch (error) {
    if (!isNarrow(error)) throw error;
    await call('D78', {}, credentials, options).catch((second: unknown) => {
      if (!isNarrow(second)) throw second;
    });
  }
}

/** The key is valid but lacks this right, or the deployment lacks the operation, which says nothing about the key. */
function isNarrow(error: unknown): boolean {
  return (
    error instanceof ProblemError &&
    (error.problem.code === 'no_access' || error.problem.code === 'not_offered')
  );
}

/**
 * Signs in with a DewaVPS API key.
 * @param given `{ label?, key }`, unchecked; without a label the account is called as the deployment calls it
 * @throws SignInError
 */
export async function signInDewavps(given: unknown, context: SignInContext): Promise<Session> {
  const form = dewavpsForm.safeParse(given);
  if (!form.success) throw new SignInError('bad_input');
  const { key } = form.data;
  const label = form.data.label || settings().NUSA_DEWAVPS_LABEL;
  const identity = dewavpsIdentity(key);
  const run = async () => {
    await validateKey(key, context, untilFirstPage);
    return {
      ...mint(Date.now()),
      identity,
      person: { name: label, detail: keyHint(key) },
      awanio: null,
      accounts: [{ slug: slugOf(label, []), label, key }],
    };
  };
  const limits = limitsOf([identity], false, context.address);
  return limited('dewavps', limits, run, context.signal);
}
