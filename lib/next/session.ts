/** The session of the request being rendered. */
import { cache } from 'react';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { paths, safeNext } from '@/lib/paths';
import { readSession } from '@/lib/session/read';
import type { Session } from '@/lib/session/session';

/** The current session; null if nobody is signed in. Read once for each request. */
export const currentSession = cache(async (): Promise<Session | null> =>
  readSession((await headers()).get('cookie')),
);

/**
 * The sign-in URL that returns to `path`.
 * @param reason `refused`: a backend refused the session's token or key, so the sign-in page must not send a person
 *   with a valid session straight back
 */
export function signInUrl(path: string, reason?: 'refused'): string {
  const next = safeNext(path);
  const url = paths.signIn(next === '/' ? {} : { next });
  return reason ? `${url}${url.includes('?') ? '&' : '?'}reason=${reason}` : url;
}

/**
 * The session, or a redirect to sign-in that returns to `path`.
 * @param path of the page, with its query; by default what `x-nusa-path` names (lib/security/page), else home
 */
export async function requireSession(path?: string): Promise<Session> {
  const session = await currentSession();
  if (!session) redirect(signInUrl(path ?? (await currentPath())));
  return session;
}

/** The path of the page being rendered, from the request's headers (lib/security/page). */
export async function currentPath(): Promise<string> {
  return safeNext((await headers()).get('x-nusa-path'));
}
