/** Browser-safe, small: signing in by plain fetch. The page navigates or reloads itself; nothing here does. */
import { postForm } from './browser';
import { fetchJson } from './fetcher';
import { tellTabs } from './tabs-news';
import { parseSignInError, type SignInCode } from './sign-in-error';

export type { SignInCode } from './sign-in-error';

export type SignIn =
  /** `provider`: as an administrator of the provider. */
  | { method: 'awanio' | 'provider'; username: string; password: string }
  /** Without a label the account is called as the deployment calls it. */
  | { method: 'dewavps'; label?: string; key: string };

/** `retryAfter` in seconds. */
export type SignInResult =
  { ok: true; identity: string } | { ok: false; code: SignInCode; retryAfter?: number };

/** The sign-in page says in its own address when it adds an account to the one signed in. */
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
  if (!view.signedIn || !view.identity) return { ok: false, code: 'internal' };
  tellTabs('in', { identity: view.identity });
  return { ok: true, identity: view.identity };
}

/** Signs in; the new session is in the browser's cookies when this answers `ok`. Never throws. */
export async function signIn(given: SignIn): Promise<SignInResult> {
  try {
    return await attempt(given);
  } catch {
    return { ok: false, code: 'offline' };
  }
}
