/** The calls of the account page to `/api/account/keys`. If the session has ended, they ask to sign in, then repeat. */
import { encodePart } from '@/lib/contract/well-formed';
import { signedIn } from '@/lib/query/signed-in';
import { fetchJson } from '@/lib/session/fetcher';
import type { KeyView } from '@/lib/session/key-view';
import { tellTabs } from '@/lib/session/tabs-news';

const keys = '/api/account/keys';
const one = (slug: string) => `${keys}/${encodePart(slug)}`;

const send = (method: string, path: string, json?: object) => fetchJson(path, { method, json });

/** Runs a change of the linked keys and tells the other tabs. @param gone slug of the account whose key is removed */
async function changing(run: () => Promise<unknown>, gone?: string): Promise<unknown> {
  const result = await signedIn(run);
  tellTabs('keys', gone === undefined ? {} : { account: gone });
  return result;
}

/** The expiry date of a key: `YYYY-MM-DD`, or `''` for none. */
type Day = string;

/** Links a key. @throws ProblemError, with `fields` for an invalid label, key or date */
export const linkKey = (label: string, key: string, expires: Day) =>
  changing(() => send('POST', keys, { label, key, expires }));

/** Changes the label and expiry date of a linked key. @throws ProblemError, with `fields` */
export const changeKey = (slug: string, label: string, expires: Day) =>
  changing(() => send('PATCH', one(slug), { label, expires }));

/** Replaces a linked key by another one. @throws ProblemError, with `fields` */
export const replaceKey = (slug: string, key: string, expires: Day) =>
  changing(() => send('PUT', one(slug), { key, expires }), slug);

/**
 * Finds out what a key may read.
 * @param all true checks every right again; false checks only those that aren't known yet
 * @throws ProblemError
 */
export const checkKey = (slug: string, all: boolean) =>
  signedIn(() => send('POST', `${one(slug)}/check`, { all }) as Promise<KeyView>);

/** Unlinks a key. @throws ProblemError */
export const unlinkKey = (slug: string) => changing(() => send('DELETE', one(slug)), slug);
