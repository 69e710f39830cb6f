/** What the account page asks of `/api/account/keys`. A session that ended meanwhile is renewed over the page first. */
import { isProblem, problem, ProblemError } from '@/lib/problem';
import { askToSignIn } from '@/lib/query/sign-in-gate';
import { identityHeaders } from '@/lib/session/page-identity';

const keys = '/api/account/keys';
const one = (slug: string) => `${keys}/${encodeURIComponent(slug)}`;

async function send(method: string, path: string, body?: Record<string, string>): Promise<void> {
  let answer: Response;
  try {
    answer = await fetch(path, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: { ...identityHeaders(), ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  } catch {
    throw problem('backend_unreachable', 0, 'The console could not be reached.');
  }
  if (answer.ok) {
    await answer.text().catch(() => ''); // a body left unread keeps its connection
    return;
  }
  const said: unknown = await answer.json().catch(() => null);
  if (isProblem(said)) throw new ProblemError(said);
  throw problem('internal', answer.status, 'The console said nothing of use.');
}

async function signedIn(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.code !== 'not_signed_in') throw error;
    await askToSignIn('ended');
    await run();
  }
}

/** @throws ProblemError, with `fields` for a label or key that won't do */
export const linkKey = (label: string, key: string) =>
  signedIn(() => send('POST', keys, { label, key }));

/** @throws ProblemError */
export const renameKey = (slug: string, label: string) =>
  signedIn(() => send('PATCH', one(slug), { label }));

/** @throws ProblemError */
export const unlinkKey = (slug: string) => signedIn(() => send('DELETE', one(slug)));
