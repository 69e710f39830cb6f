/**
 * Browser-safe, small: signing out and prolonging the session by plain fetch, without next-auth's client.
 * The page navigates or reloads itself; nothing here does. Signing in stands apart, in `./browser-sign-in`:
 * a page of somebody who is signed in needs it only when the session has ended.
 */
import { fetchJson, send } from './fetcher';
import { tellTabs } from './tabs-news';

/** What `POST /api/session/touch` answers; instants are ISO 8601. */
export interface Prolonged {
  expiresAt: string;
  idleAt: string;
}

/** Posts to a route of next-auth's, with its token against forged requests. @throws where the console can't be reached */
export async function postForm(path: string, fields: Record<string, string>): Promise<Response> {
  const { csrfToken } = (await fetchJson('/api/auth/csrf')) as { csrfToken: string };
  return send(path, { method: 'POST', form: { ...fields, csrfToken, json: 'true' } });
}

/**
 * Signs out, and tells the other tabs. With `forget` the linked keys of this person are dropped from the browser too.
 * @returns false when the console couldn't be reached: the session may still be there
 */
export async function signOut({ forget = false }: { forget?: boolean } = {}): Promise<boolean> {
  try {
    const answer = await postForm('/api/auth/signout', forget ? { forget: '1' } : {});
    if (answer.ok) tellTabs('out');
    return answer.ok;
  } catch {
    return false;
  }
}

/** Prolongs the session after real input; null when it is over or the console can't be reached. */
export async function touch(): Promise<Prolonged | null> {
  const touched = fetchJson('/api/session/touch', { method: 'POST' });
  return (await touched.catch(() => null)) as Prolonged | null;
}
