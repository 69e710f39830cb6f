/** What the account page asks of `/api/account/keys`. A session that ended meanwhile is renewed over the page first. */
import { encodePart } from '@/lib/contract/well-formed';
import { ProblemError } from '@/lib/problem';
import { askToSignIn } from '@/lib/query/sign-in-gate';
import { fetchJson } from '@/lib/session/fetcher';
import type { KeyView } from '@/lib/session/key-view';
import { tellTabs } from '@/lib/session/tabs-news';

const keys = '/api/account/keys';
const one = (slug: string) => `${keys}/${encodePart(slug)}`;

const send = (method: string, path: string, json?: object) => fetchJson(path, { method, json });

async function signedIn<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.code !== 'not_signed_in') throw error;
    await askToSignIn('ended');
    return run();
  }
}

/** A change of the linked keys, which the other tabs learn of. @param gone account whose key it takes away */
async function changing(run: () => Promise<unknown>, gone?: string): Promise<unknown> {
  const result = await signedIn(run);
  tellTabs('keys', gone === undefined ? {} : { account: gone });
  return result;
}

/** The day a key ends, `YYYY-MM-DD`; `''` for none. */
type Day = string;

/** @throws ProblemError, with `fields` for a label, key or day that won't do */
export const linkKey = (label: string, key: string, expires: Day) =>
  changing(() => send('POST', keys, { label, key, expires }));

/** @throws ProblemError, with `fields` */
export const changeKey = (slug: string, label: string, expires: Day) =>
  changing(() => send('PATCH', one(slug), { label, expires }));

/** Puts another key in the place of one. @throws ProblemError, with `fields` */
export const replaceKey = (slug: string, key: string, expires: Day) =>
  changing(() => send('PUT', one(slug), { key, expires }), slug);

/**
 * Finds out what a key may see.
 * @param all anew, what is known too; otherwise only what isn't known yet
 * @throws ProblemError
 */
export const checkKey = (slug: string, all: boolean) =>
  signedIn(() => send('POST', `${one(slug)}/check`, { all }) as Promise<KeyView>);

/** @throws ProblemError */
export const unlinkKey = (slug: string) => changing(() => send('DELETE', one(slug)), slug);
