/** Signs in from the browser. Browser-safe and small. The caller navigates or reloads the page. */
import { postForm } from './browser';
import { fetchJson } from './fetcher';
import { tellTabs } from './tabs-news';
import { parseSignInError, type SignInCode } from './sign-in-error';

export type { SignInCode } from './sign-in-error';

export type SignIn =
  /** `provider`: as an administrator of the provider. */
  | { method: 'awanio' | 'provider'; username: string; password: string }
  /** Without a label the account gets the deployment's name. */
  | { method: 'dewavps'; label?: string; key: string };

/** `retryAfter` in seconds. */
export type SignInResult =
  { ok: true; identity: string } | { ok: false; code: SignInCode; retryAfter?: number };

/** The sign-in page's URL says whether it adds an account to the current session. */
function linking(): Record<string, string> {
  const { searchParams } = new URL(window.location.href);
  return searchParams.get('reason') === 'link' ? { link: '1' } : {};
}

async function attempt({ method, ...fields }: SignIn): Promise<SignInResult> {
  const answer = await postForm(`/api/auth/callback/${method}`, {
    ...(fields as Record<string, string>),
    ...linking(),
  });
  const said = (await answer.json()) as { url?: string; code?: string };
  if (said.url === undefined) return { ok: false, ...parseSignInError(said.code ?? null) };
  const url = new URL(said.url, window.location.href);
  if (url.searchParams.has('error'))
    return { ok: false, ...parseSignInError(url.searchParams.get('error')) };
  const view = (await fetchJson('/api/session')) as { signedIn: boolean; identity?: string };
  // The server made a session, and the browser doesn't have it.
  if (!view.signedIn || !view.identity) return { ok: false, code: 'no_cookies' };
  tellTabs('in', { identity: view.identity });
  return { ok: true, identity: view.identity };
}

/** Signs in. If the result is `ok`, the browser's cookies hold the new session. Never throws. */
export async function signIn(given: SignIn): Promise<SignInResult> {
  try {
    return await attempt(given);
  } catch {
    return { ok: false, code: 'offline' };
  }
}
