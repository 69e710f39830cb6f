/** For tests of sessions and consoles: settings, sessions, and requests like those of our pages. */
import { isProblem, problem, type Problem } from '@/lib/problem';
import { parseSettings } from '@/lib/settings';
import { evenTime } from './even-time';
import { keysCookieName, sessionCookieName, writeChunked } from './cookies';
import { seal } from './seal';
import { dewavpsIdentity, type Account, type Session } from './session';

export const TEST_SECRET = 'not-a-secret-only-for-tests-0123456789';
export const TEST_ORIGIN = 'http://127.0.0.1:4999';

/** Makes this process use these settings, and answer at once. */
export function useSettings(more: Record<string, string> = {}): void {
  evenTime.step = 0;
  const store = globalThis as { [name: symbol]: unknown };
  store[Symbol.for('nusa.settings')] = parseSettings({
    NUSA_SECRET: TEST_SECRET,
    NUSA_ORIGINS: TEST_ORIGIN,
    NUSA_AWANIO_URL: 'http://127.0.0.1:1/awanio',
    NUSA_DEWAVPS_URL: 'http://127.0.0.1:1/dewavps',
    NUSA_LOG_LEVEL: 'silent',
    ...more,
  });
}

export const fakeAccount = (name: string): Account => ({
  slug: name,
  label: name,
  key: `fake-key-of-${name}-0000`,
});

/** A new Awanio session without keys; `more` replaces fields. */
export function fakeSession(more: Partial<Session> = {}): Session {
  const now = Date.now();
  const uuid = '00000000-0000-4000-8000-00000000b0d1';
  return {
    sid: 'fake-sid-0123456789abcdef',
    identity: `awanio:${uuid}`,
    person: { name: 'Budi', detail: 'budi@example.id' },
    awanio: {
      token: 'fake-token',
      user: { uuid, username: 'budi', name: 'Budi', email: 'budi@example.id' },
    },
    accounts: [],
    issued: now,
    seen: now,
    expires: now + 12 * 3_600_000,
    ...more,
  };
}

/** A session of a person who signed in with a key. */
export function fakeKeySession(account: Account, more: Partial<Session> = {}): Session {
  const person = { name: account.label, detail: '…0000' };
  return fakeSession({
    identity: dewavpsIdentity(account.key),
    person,
    awanio: null,
    accounts: [account],
    ...more,
  });
}

/** The browser's cookies after these `Set-Cookie` lines, in addition to the earlier ones. */
export function applyCookies(header: string, lines: readonly string[]): string {
  const held = new Map(
    header
      .split('; ')
      .filter(Boolean)
      .map(
        (pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const,
      ),
  );
  for (const line of lines) {
    const [pair = '', ...attributes] = line.split('; ');
    const at = pair.indexOf('=');
    if (attributes.some((attribute) => /^max-age=0$/i.test(attribute)))
      held.delete(pair.slice(0, at));
    else held.set(pair.slice(0, at), pair.slice(at + 1));
  }
  return [...held].map(([name, value]) => `${name}=${value}`).join('; ');
}

/** The `Cookie` header of a session and its linked keys. */
export async function cookieHeader(
  session: Session,
  linked: Account[] = [],
  keysExpire = Date.now() + 1e9,
): Promise<string> {
  const lines = writeChunked(new Map(), sessionCookieName(), await seal('session', session), 3600);
  if (linked.length > 0) {
    const value = {
      owner: session.identity,
      keys: linked,
      sealed: Date.now(),
      expires: keysExpire,
    };
    lines.push(
      ...writeChunked(new Map(), keysCookieName(session.identity), await seal('keys', value), 3600),
    );
  }
  return applyCookies('', lines);
}

interface Sent {
  method?: string;
  cookie?: string;
  origin?: string | null;
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as a form. */
  form?: Record<string, string>;
}

/** A request like one of our pages', unless `origin` is given. */
export function request(
  path: string,
  { method = 'GET', cookie, origin = TEST_ORIGIN, json, form }: Sent = {},
): Request {
  const headers = new Headers({ host: new URL(TEST_ORIGIN).host, 'x-forwarded-for': '192.0.2.1' });
  if (cookie) headers.set('cookie', cookie);
  if (origin !== null && method !== 'GET') headers.set('origin', origin);
  if (json !== undefined) headers.set('content-type', 'application/json');
  const body =
    json !== undefined ? JSON.stringify(json) : form ? new URLSearchParams(form) : undefined;
  return new Request(`${TEST_ORIGIN}${path}`, {
    method,
    headers,
    body,
  });
}

/**
 * Makes a function that answers calls of a backend, for `mockImplementation`.
 * @param answers by reference: a value, an error, or a function of the call's input; what it hasn't isn't found
 */
export const answersBy =
  (answers: () => Readonly<Record<string, unknown>>) =>
  async (ref: string, input?: unknown): Promise<unknown> => {
    const answer = answers()[ref];
    if (answer === undefined) throw problem('not_found', 404, 'gone', { ref });
    if (answer instanceof Error) throw answer;
    return typeof answer === 'function' ? (answer as (of: unknown) => unknown)(input) : answer;
  };

/** The problem that an answer tells. @throws Error if it tells none, or one of another status than its own */
export async function problemOf(answer: Response): Promise<Problem> {
  const value: unknown = await answer.json();
  if (!isProblem(value)) throw new Error('not a problem');
  if (value.status !== answer.status) throw new Error(`${value.status} in a ${answer.status}`);
  return value;
}
