/** `/api/account/keys`: the DewaVPS keys of the person signed in. No answer ever holds a key. */
import { z } from 'zod';
import { ProblemError, problem } from '@/lib/problem';
import { countAttempt } from './attempts';
import { keyField, labelField, validateKey } from './authorize';
import { parseCookies } from './cookies';
import { addressOf, answering, json, readJson, requireOrigin } from './http';
import { keyHint, newAccount, requireFreeLabel, requireLinkable, writeKeys } from './keys';
import { readLinkedKeys, readOwnSession } from './read';
import { requestId, requireRequestSession, writeSession } from './session-api';
import { isOwnAccount, type Account, type Session } from './session';

/** One key as the browser sees it. */
export interface KeyView {
  slug: string;
  label: string;
  /** Its last four characters: `…x7Qa`. */
  hint: string;
  /** True for the key signed in with: it is not unlinked but signed out of. */
  own: boolean;
}

const linkBody = z.strictObject({ label: labelField, key: keyField });
const renameBody = z.strictObject({ label: labelField });

function keyView(session: Session, account: Account): KeyView {
  return {
    slug: account.slug,
    label: account.label,
    hint: keyHint(account.key),
    own: isOwnAccount(session, account),
  };
}

/** GET: `{ data: KeyView[] }`. */
export function listKeys(request: Request): Promise<Response> {
  return answering(requestId(request), async () => {
    const session = await requireRequestSession(request);
    return json({ data: session.accounts.map((account) => keyView(session, account)) });
  });
}

/** Asks the backend for a key, under the same limit as a sign-in; a refusal is the key field's error. */
async function requireGoodKey(request: Request, session: Session, key: string): Promise<void> {
  const takeBack = countAttempt([
    { name: `link key ${session.identity}`, most: 10 },
    { name: `link key address ${addressOf(request.headers)}`, most: 30 },
  ]);
  try {
    await validateKey(key, { requestId: requestId(request), signal: request.signal });
    takeBack();
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'credential_refused') {
      throw problem('bad_input', 422, 'DewaVPS does not know this key.', {
        fields: { key: ['wrong_key'] },
      });
    }
    takeBack();
    throw error;
  }
}

/** POST `{ label, key }`: 201 with its KeyView. */
export function linkKey(request: Request): Promise<Response> {
  return answering(requestId(request), async () => {
    requireOrigin(request);
    const session = await requireRequestSession(request);
    const { label, key } = await readJson(request, linkBody);
    const cookies = parseCookies(request.headers.get('cookie'));
    const linked = await readLinkedKeys(cookies, session.identity);
    requireLinkable(session.accounts, linked, label, key);
    await requireGoodKey(request, session, key);
    const account = newAccount(session.accounts, label, key);
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
  const account = session.accounts.find((one) => one.slug === slug);
  if (!account) throw problem('not_found', 404, 'This session holds no account of that name.');
  return { session, account };
}

/** PATCH `{ label }`: a new label; the slug stays, so that open pages and bookmarks keep working. */
export function renameKey(request: Request, slug: string): Promise<Response> {
  return answering(requestId(request), async () => {
    requireOrigin(request);
    const { session, account } = await requireAccount(request, slug);
    const { label } = await readJson(request, renameBody);
    requireFreeLabel(
      session.accounts.filter((one) => one !== account),
      label,
    );
    const renamed = { ...account, label };
    const cookies = parseCookies(request.headers.get('cookie'));
    const replace = (accounts: Account[]) =>
      accounts.map((one) => (one.key === account.key ? { ...one, label } : one));
    if (!isOwnAccount(session, account)) {
      const linked = replace(await readLinkedKeys(cookies, session.identity));
      return json(
        keyView(session, renamed),
        200,
        await writeKeys(cookies, session.identity, linked),
      );
    }
    const own = await readOwnSession(cookies);
    if (!own) throw problem('not_signed_in', 401, 'Nobody is signed in.');
    const person = { ...own.person, name: label };
    return json(
      keyView(session, renamed),
      200,
      await writeSession(cookies, { ...own, person, accounts: replace(own.accounts) }),
    );
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
