/**
 * `GET /api/session` and `POST /api/session/touch`: what the browser may know of its session, and how it prolongs it.
 */
import { requestIdOf } from '@/lib/log/request-id';
import { problem } from '@/lib/problem';
import { IDENTITY_HEADER, requireSamePerson } from './same-person';
import { parseCookies, sessionCookieName, writeChunked, type Cookies } from './cookies';
import { answering, json, requireOrigin } from './http';
import { renewKeys } from './keys';
import { renewStorageKeys } from './storage-keys';
import { noteOneAccount } from './known-names';
import { idleEnd, openOwnSession, readOwnSession, readSession } from './read';
import { seal } from './seal';
import { keyMark, type Session, type SessionView } from './session';
import { asViewed } from './view-as';

/** Input within a minute after the last one changes nothing. */
const TOUCH_EVERY = 60_000;

/** The part of a request that is read here; `lib/front/session` builds one from Node's request. */
interface WithHeaders {
  headers: Pick<Headers, 'get'>;
}

export function requestId(request: WithHeaders): string {
  return requestIdOf(request.headers.get('x-request-id'));
}

/**
 * The session of a request.
 * @throws ProblemError `not_signed_in`
 */
export async function requireRequestSession(request: Request): Promise<Session> {
  const session = await readSession(request.headers.get('cookie'));
  if (!session) throw problem('not_signed_in', 401, 'Nobody is signed in.');
  requireSamePerson(session, request.headers.get(IDENTITY_HEADER));
  return session;
}

/** `Set-Cookie` lines of a session's own cookie, without the linked keys. */
export async function writeSession(
  cookies: Cookies,
  own: Session,
  now = Date.now(),
): Promise<string[]> {
  const seconds = Math.max(1, Math.ceil((own.expires - now) / 1000));
  return writeChunked(cookies, sessionCookieName(), await seal('session', own), seconds);
}

const ends = (session: Session) => ({
  expiresAt: new Date(session.expires).toISOString(),
  idleAt: new Date(idleEnd(session)).toISOString(),
});

export function sessionView(session: Session | null): SessionView {
  if (!session) return { signedIn: false };
  return {
    signedIn: true,
    identity: session.identity,
    person: session.person,
    ...ends(session),
    accounts: session.accounts.map(({ slug, label, key }) => ({ slug, label, mark: keyMark(key) })),
    awanio: session.awanio !== null,
  };
}

export function showSession(request: WithHeaders): Promise<Response> {
  return answering(requestId(request), async () => {
    const header = request.headers.get('cookie');
    const session = await readSession(header);
    if (session) return json(sessionView(session));
    const over = await openOwnSession(parseCookies(header));
    const now = Date.now();
    const idle = over !== null && now >= idleEnd(over) && now < over.expires;
    return json({ signedIn: false, reason: idle ? 'idle' : undefined } satisfies SessionView);
  });
}

/** Moves the end without input, never the final end. */
export function touchSession(request: Request, now = Date.now()): Promise<Response> {
  return answering(requestId(request), async () => {
    requireOrigin(request);
    const cookies = parseCookies(request.headers.get('cookie'));
    const own = await readOwnSession(cookies, now);
    if (!own) throw problem('not_signed_in', 401, 'Nobody is signed in.');
    requireSamePerson(asViewed(own), request.headers.get(IDENTITY_HEADER));
    if (own.awanio) noteOneAccount([own.awanio.user.username, own.awanio.user.email]);
    const keys = [
      ...(await renewKeys(cookies, own.identity, now)),
      ...(await renewStorageKeys(cookies, own.identity, now)),
    ];
    if (now - own.seen < TOUCH_EVERY) return json(ends(own), 200, keys);
    // Without a view that has ended, in case its cookie came back.
    const seen = { ...own, viewAs: asViewed(own).viewAs, seen: now };
    return json(ends(seen), 200, [...(await writeSession(cookies, seen, now)), ...keys]);
  });
}
