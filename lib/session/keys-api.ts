/** `/api/account/keys`: the DewaVPS keys of the person signed in. No answer ever holds a key. */
import { z } from 'zod';
import { forgetRefusals, keyAccessOf } from '@/lib/backend/key-access';
import { ProblemError, problem } from '@/lib/problem';
import { attempt } from './attempts';
import { keyField, labelField, validateKey } from './sign-in';
import { parseCookies } from './cookies';
import { expiryField, requireAhead } from './expiry';
import { addressOf, answering, json, readJson, requireOrigin } from './http';
import { askRights, hashOf, readRights } from './key-rights';
import { keyView } from './key-view';
import { newAccount, requireFreeKey, requireFreeLabel, requireLinkable, writeKeys } from './keys';
import { readLinkedKeys, readOwnSession } from './read';
import { requestId, requireRequestSession, writeSession } from './session-api';
import { isOwnAccount, type Account, type Session } from './session';
import { refuseInView } from './view-as';

const linkBody = z.strictObject({
  label: labelField,
  key: keyField,
  expires: expiryField.optional(),
});
const changeBody = z.strictObject({ label: labelField, expires: expiryField.optional() });
/** `all`: also tests known rights, and lets the key try refused changes again. */
const checkBody = z.strictObject({ all: z.boolean() });
const replaceBody = z.strictObject({ key: keyField, expires: expiryField.optional() });

/** GET: `{ data: KeyView[] }`. */
export function listKeys(request: Request): Promise<Response> {
  return answering(requestId(request), async () => {
    const session = await requireRequestSession(request);
    return json({ data: session.accounts.map((account) => keyView(session, account)) });
  });
}

const codeOf = (error: unknown) => (error instanceof ProblemError ? error.problem.code : null);

/** Checks a key with the backend, under the limit of a sign-in. A refusal is an error of the key field. */
async function requireGoodKey(request: Request, session: Session, key: string): Promise<void> {
  const counts = (error: unknown) => codeOf(error) === 'credential_refused';
  const limits = [
    { name: `link key ${session.identity}`, most: 10, counts },
    { name: `link key address ${addressOf(request.headers)}`, most: 30, counts },
  ];
  const { signal } = request;
  const check = () => validateKey(key, { requestId: requestId(request), signal });
  try {
    await attempt(limits, check, signal);
  } catch (error) {
    if (!counts(error)) throw error;
    throw problem('bad_input', 422, 'DewaVPS does not know this key.', {
      fields: { key: ['wrong_key'] },
    });
  }
}

/** POST `{ label, key, expires? }`: 201 with its KeyView. */
export function linkKey(request: Request): Promise<Response> {
  return answering(requestId(request), async () => {
    requireOrigin(request);
    const session = await requireRequestSession(request);
    refuseInView(session);
    const { label, key, expires } = await readJson(request, linkBody);
    const cookies = parseCookies(request.headers.get('cookie'));
    const linked = await readLinkedKeys(cookies, session.identity);
    requireLinkable(session.accounts, linked, label, key);
    requireAhead(expires);
    await requireGoodKey(request, session, key);
    const account = newAccount(session.accounts, { label, key, expires });
    return json(
      keyView(session, account),
      201,
      await writeKeys(cookies, session.identity, [...linked, account]),
    );
  });
}

async function requireAccount(
  request: Request,
  slug: string,
): Promise<{ session: Session; account: Account }> {
  const session = await requireRequestSession(request);
  refuseInView(session);
  const account = session.accounts.find((one) => one.slug === slug);
  if (!account) throw problem('not_found', 404, 'This session holds no account of that name.');
  return { session, account };
}

/** The account with its noted end: `''` removes it, `undefined` leaves it. */
function noted(account: Account, expires: string | undefined): Account {
  const { expires: before, ...rest } = account;
  const now = expires ?? before;
  return now ? { ...rest, expires: now } : rest;
}

/** Changes one of the linked keys, and answers with its KeyView. */
async function changeLinked(
  request: Request,
  session: Session,
  before: Account,
  after: Account,
): Promise<Response> {
  const cookies = parseCookies(request.headers.get('cookie'));
  const linked = await readLinkedKeys(cookies, session.identity);
  // Found by its key: a slug that two accounts share is numbered only in the session.
  const next = linked.map((one) => (one.key === before.key ? { ...after, slug: one.slug } : one));
  return json(keyView(session, after), 200, await writeKeys(cookies, session.identity, next));
}

/** PATCH `{ label, expires? }`: a new label or end; the slug stays, so that open pages and bookmarks keep working. */
export function changeKey(request: Request, slug: string): Promise<Response> {
  return answering(requestId(request), async () => {
    requireOrigin(request);
    const { session, account } = await requireAccount(request, slug);
    const { label, expires } = await readJson(request, changeBody);
    requireFreeLabel(
      session.accounts.filter((one) => one !== account),
      label,
    );
    requireAhead(expires, account.expires);
    const changed = noted({ ...account, label }, expires);
    if (!isOwnAccount(session, account)) return changeLinked(request, session, account, changed);
    const cookies = parseCookies(request.headers.get('cookie'));
    const own = await readOwnSession(cookies);
    if (!own) throw problem('not_signed_in', 401, 'Nobody is signed in.');
    const person = { ...own.person, name: label };
    const accounts = own.accounts.map((one) => (one.key === account.key ? changed : one));
    const lines = await writeSession(cookies, { ...own, person, accounts });
    return json(keyView(session, changed), 200, lines);
  });
}

/** PUT `{ key, expires? }`: another key in the place of one. Label and slug stay; the old end goes with the old key. */
export function replaceKey(request: Request, slug: string): Promise<Response> {
  return answering(requestId(request), async () => {
    requireOrigin(request);
    const { session, account } = await requireAccount(request, slug);
    if (isOwnAccount(session, account)) {
      throw problem(
        'conflict',
        409,
        'This is the key that you signed in with: sign in anew instead.',
      );
    }
    const { key, expires } = await readJson(request, replaceBody);
    requireFreeKey(session.accounts, key);
    requireAhead(expires);
    await requireGoodKey(request, session, key);
    const { slug: same, label } = account;
    return changeLinked(request, session, account, noted({ slug: same, label, key }, expires));
  });
}

/** POST `{ all }`: finds out what a key may see, by harmless reads. Its KeyView; a refused key is an answer. */
export function checkKey(request: Request, slug: string): Promise<Response> {
  return answering(requestId(request), async () => {
    requireOrigin(request);
    const { session, account } = await requireAccount(request, slug);
    const { all } = await readJson(request, checkBody);
    const hash = hashOf(account.key);
    if (all) forgetRefusals(hash);
    const { rights } = keyAccessOf(hash);
    const open = readRights.filter((right) => all || rights[right] === null);
    const options = { requestId: requestId(request), signal: request.signal, fresh: all };
    const { trouble } = await askRights(account.key, open, options);
    if (trouble) throw new ProblemError(trouble);
    return json(keyView(session, account));
  });
}

/** DELETE: 204. The key signed in with can't be unlinked. */
export function unlinkKey(request: Request, slug: string): Promise<Response> {
  return answering(requestId(request), async () => {
    requireOrigin(request);
    const { session, account } = await requireAccount(request, slug);
    if (isOwnAccount(session, account)) {
      throw problem('conflict', 409, 'This is the key that you signed in with: sign out instead.');
    }
    const cookies = parseCookies(request.headers.get('cookie'));
    const linked = await readLinkedKeys(cookies, session.identity);
    const lines = await writeKeys(
      cookies,
      session.identity,
      linked.filter((one) => one.key !== account.key),
    );
    const response = new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
    for (const line of lines) response.headers.append('set-cookie', line);
    return response;
  });
}
