/**
 * Browser-safe, small: signing in and out and prolonging the session by plain fetch, without next-auth's
 * client. The page navigates or reloads itself; nothing here does.
 */
import { identityHeaders } from './page-identity';
import { parseSignInError, type SignInCode } from './sign-in-error';

export type { SignInCode } from './sign-in-error';

export type SignIn =
  | { way: 'awanio'; username: string; password: string }
  /** Without a label the account is called as the deployment calls it. */
  | { way: 'dewavps'; label?: string; key: string };

/** `retryAfter` in seconds. */
export type SignInResult =
  { ok: true; identity: string } | { ok: false; code: SignInCode; retryAfter?: number };

/** What `POST /api/session/touch` answers; instants are ISO 8601. */
export interface Prolonged {
  expiresAt: string;
  idleAt: string;
}

async function csrfToken(): Promise<string> {
  const answer = await fetch('/api/auth/csrf', { cache: 'no-store', credentials: 'same-origin' });
  const { csrfToken } = (await answer.json()) as { csrfToken: string };
  return csrfToken;
}

async function postForm(path: string, fields: Record<string, string>): Promise<Response> {
  const body = new URLSearchParams({ ...fields, csrfToken: await csrfToken(), json: 'true' });
  return fetch(path, {
    method: 'POST',
    body,
    credentials: 'same-origin',
    headers: { accept: 'application/json' },
  });
}

/** The sign-in page says in its own address when it adds an account to the one signed in. */
function linking(): Record<string, string> {
  const { searchParams } = new URL(window.location.href);
  return searchParams.get('reason') === 'link' ? { link: '1' } : {};
}

async function attempt({ way, ...fields }: SignIn): Promise<SignInResult> {
  const answer = await postForm(`/api/auth/callback/${way}`, {
    ...(fields as Record<string, string>),
    ...linking(),
  });
  const said = (await answer.json()) as { url?: string; code?: string };
  if (said.url === undefined) return { ok: false, ...parseSignInError(said.code ?? null) };
  const url = new URL(said.url, window.location.href);
  if (url.searchParams.has('error'))
    return { ok: false, ...parseSignInError(url.searchParams.get('error')) };
  const session = await fetch('/api/session', { cache: 'no-store', credentials: 'same-origin' });
  const view = (await session.json()) as { signedIn: boolean; identity?: string };
  return view.signedIn && view.identity
    ? { ok: true, identity: view.identity }
    : { ok: false, code: 'internal' };
}

/** Signs in; the new session is in the browser's cookies when this answers `ok`. Never throws. */
export async function signIn(given: SignIn): Promise<SignInResult> {
  try {
    return await attempt(given);
  } catch {
    return { ok: false, code: 'offline' };
  }
}

/**
 * Signs out. With `forget` the linked keys of this person are dropped from the browser too.
 * @returns false when the console couldn't be reached: the session may still be there
 */
export async function signOut({ forget = false }: { forget?: boolean } = {}): Promise<boolean> {
  try {
    const answer = await postForm('/api/auth/signout', forget ? { forget: '1' } : {});
    return answer.ok;
  } catch {
    return false;
  }
}

/** Prolongs the session after real input; null when it is over or the console can't be reached. */
export async function touch(): Promise<Prolonged | null> {
  try {
    const answer = await fetch('/api/session/touch', {
      method: 'POST',
      credentials: 'same-origin',
      headers: identityHeaders(),
    });
    return answer.ok ? ((await answer.json()) as Prolonged) : null;
  } catch {
    return null;
  }
}
