/**
 * Signs out and prolongs the session, without next-auth's client. Browser-safe and small. The caller navigates or
 * reloads the page. Signing in is in `./browser-sign-in`, since a signed-in person's page needs it only after the
 * session has ended.
 */
import { fetchJson, send } from './fetcher';
import { tellTabs } from './tabs-news';

/** What `POST /api/session/touch` answers; instants are ISO 8601. */
export interface Prolonged {
  expiresAt: string;
  idleAt: string;
}

/** Posts to a route of next-auth, with its CSRF token. @throws ProblemError if the console can't be reached */
export async function postForm(path: string, fields: Record<string, string>): Promise<Response> {
  const { csrfToken } = (await fetchJson('/api/auth/csrf')) as { csrfToken: string };
  return send(path, { method: 'POST', form: { ...fields, csrfToken, json: 'true' } });
}

/**
 * Signs out and tells the other tabs. With `forget` the browser also drops the person's linked keys.
 * @returns false if the console couldn't be reached: the session may still exist
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

/** The last request that writes the session's cookie. */
let writing: Promise<unknown> = Promise.resolve();

/**
 * Sends a request that writes the session's cookie, after the one before it: of two at once, the later answer would undo
 * what the earlier one wrote.
 */
export function inTurn<T>(send: () => Promise<T>): Promise<T> {
  const sent = writing.then(send);
  writing = sent.catch(() => null);
  return sent;
}

/** Prolongs the session after real input; null if it has ended or the console can't be reached. */
export async function touch(): Promise<Prolonged | null> {
  const touched = inTurn(() => fetchJson('/api/session/touch', { method: 'POST' }));
  return (await touched.catch(() => null)) as Prolonged | null;
}
