/**
 * Reads the session from a `Cookie` header. Decryption is expensive, so opened sessions are cached by a hash of the
 * cookie text. Both ends of a session are checked every time.
 */
import { createHash } from 'node:crypto';
import { perProcess } from '@/lib/log/per-process';
import { settings } from '@/lib/settings';
import { mergeAccounts } from './accounts';
import {
  keysCookieName,
  parseCookies,
  readChunked,
  sessionCookieName,
  type Cookies,
} from './cookies';
import { isRevoked, revocationsKnown } from './revoked';
import { open } from './seal';
import type { Account, Session } from './session';
import { keysCookie, sessionCookie, type KeysCookie } from './shape';
import { asViewed } from './view-as';

const CACHE_LIMIT = 2000;

/**
 * Opens a sealed text, or takes it from the cache. The least recently used entries are dropped first; failures aren't
 * cached.
 */
async function openCached(purpose: 'session' | 'keys', text: string): Promise<unknown> {
  const opened = perProcess('session.opened', () => new Map<string, unknown>());
  const hash = createHash('sha256').update(`${purpose}\n${text}`).digest('base64url');
  const known = opened.get(hash);
  if (known !== undefined) {
    opened.delete(hash);
    opened.set(hash, known);
    return known;
  }
  const value = await open(purpose, text);
  if (value === undefined) return undefined;
  opened.set(hash, value);
  if (opened.size > CACHE_LIMIT) {
    const oldest = opened.keys().next();
    if (!oldest.done) opened.delete(oldest.value);
  }
  return value;
}

/** When a session ends without input, in milliseconds since 1970. */
export function idleEnd(session: Session): number {
  return Math.min(session.expires, session.seen + settings().NUSA_IDLE_MINUTES * 60_000);
}

/** Whether a session has not ended and was not signed out, here or at another replica. */
export async function isLive(session: Session, now = Date.now()): Promise<boolean> {
  if (now >= idleEnd(session)) return false;
  await revocationsKnown();
  return !isRevoked(session.sid);
}

/** The content of `nusa.session`, even after its end; null if it isn't ours. For sign-out. */
export async function openOwnSession(cookies: Cookies): Promise<Session | null> {
  const text = readChunked(cookies, sessionCookieName());
  if (text === undefined) return null;
  const parsed = sessionCookie.safeParse(await openCached('session', text));
  return parsed.success ? parsed.data : null;
}

/** The content of `nusa.session`; null if it has ended, was signed out, or isn't ours. */
export async function readOwnSession(cookies: Cookies, now = Date.now()): Promise<Session | null> {
  const session = await openOwnSession(cookies);
  return session && (await isLive(session, now)) ? session : null;
}

/** The cookie with the linked keys of one person; null if there is none or it has expired. */
export async function readKeysCookie(
  cookies: Cookies,
  identity: string,
  now = Date.now(),
): Promise<KeysCookie | null> {
  const text = readChunked(cookies, keysCookieName(identity));
  if (text === undefined) return null;
  const parsed = keysCookie.safeParse(await openCached('keys', text));
  if (!parsed.success || parsed.data.owner !== identity || now >= parsed.data.expires) return null;
  return parsed.data;
}

/** The linked keys of one person. */
export async function readLinkedKeys(
  cookies: Cookies,
  identity: string,
  now = Date.now(),
): Promise<Account[]> {
  return (await readKeysCookie(cookies, identity, now))?.keys ?? [];
}

/**
 * The session of a request, with its linked keys, or as its view lets it be (`./view-as`); null if nobody is signed in.
 * @param cookieHeader the request's `Cookie` header
 * @param now milliseconds since 1970
 */
export async function readSession(
  cookieHeader: string | null | undefined,
  now = Date.now(),
): Promise<Session | null> {
  if (!cookieHeader) return null;
  const cookies = parseCookies(cookieHeader);
  const own = await readOwnSession(cookies, now);
  if (!own) return null;
  const session = asViewed(own);
  if (session.viewAs) return session;
  const linked = await readLinkedKeys(cookies, session.identity, now);
  return linked.length === 0
    ? session
    : { ...session, accounts: mergeAccounts(session.accounts, linked) };
}
