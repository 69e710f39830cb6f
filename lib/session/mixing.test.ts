/** Tests that nothing passes from one person to the next on the same browser. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetAttempts } from './attempts';
import { handleAuth } from './auth-handler';
import { linkKey, listKeys } from './keys-api';
import { readSession } from './read';
import { revokeSession } from './revoked';
import { touchSession } from './session-api';
import {
  applyCookies,
  cookieHeader,
  fakeAccount,
  fakeKeySession,
  fakeSession,
  request,
  useSettings,
} from './testing';

const { call } = vi.hoisted(() => ({ call: vi.fn() }));
vi.mock('@/lib/backend/call', () => ({ call, callRaw: call }));

let token = 'fake-token-of-sari';
let uuid = '00000000-0000-4000-8000-0000000005a1';

/** The browser's cookies after an Awanio sign-in, in addition to the earlier ones. */
async function signIn(held: string, more: Record<string, string> = {}): Promise<string> {
  const csrf = await handleAuth(request('/api/auth/csrf', { cookie: held }), ['csrf']);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const cookie = applyCookies(held, csrf.headers.getSetCookie());
  const form = { username: 'sari', password: 'fake password', csrfToken, json: 'true', ...more };
  const path = '/api/auth/callback/awanio';
  const answer = await handleAuth(request(path, { method: 'POST', cookie, form }), [
    'callback',
    'awanio',
  ]);
  return applyCookies(cookie, answer.headers.getSetCookie());
}

async function signOut(held: string): Promise<string> {
  const csrf = await handleAuth(request('/api/auth/csrf', { cookie: held }), ['csrf']);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const cookie = applyCookies(held, csrf.headers.getSetCookie());
  const form = { csrfToken, json: 'true' };
  const path = '/api/auth/signout';
  const answer = await handleAuth(request(path, { method: 'POST', cookie, form }), ['signout']);
  return applyCookies(cookie, answer.headers.getSetCookie());
}

beforeEach(() => {
  useSettings();
  forgetAttempts();
  token = 'fake-token-of-sari';
  uuid = '00000000-0000-4000-8000-0000000005a1';
  call.mockReset();
  call.mockImplementation((ref: string) =>
    Promise.resolve(
      ref === 'A03'
        ? { uuid: null, username: 'sari', name: 'Sari', status: 'active', token }
        : { uuid, username: 'sari', name: 'Sari', email: 'sari@example.test' },
    ),
  );
});

describe('the keys of a sign-in by key', () => {
  const own = fakeAccount('toko');

  it('move to an Awanio account only on request', async () => {
    const held = await cookieHeader(fakeKeySession(own, { sid: 'fake-sid-of-somebody-else' }));
    expect((await readSession(await signIn(held)))?.accounts).toEqual([]);
    const again = await cookieHeader(fakeKeySession(own, { sid: 'fake-sid-of-the-same-one' }));
    expect((await readSession(await signIn(again, { link: '1' })))?.accounts).toEqual([own]);
  });
});

describe('long sessions', () => {
  const long = `fake-token-${'x'.repeat(9000)}`;
  const parts = (cookie: string) =>
    cookie
      .split('; ')
      .map((pair) => pair.split('=')[0] ?? '')
      .filter((name) => name.startsWith('nusa.session'))
      .sort();

  it('are stored in chunks, of which none stays for the next person', async () => {
    token = long;
    const held = await signIn('');
    expect(parts(held).length).toBeGreaterThanOrEqual(4);
    expect((await readSession(held))?.awanio?.token).toBe(long);
    token = 'fake-token-of-budi';
    uuid = '00000000-0000-4000-8000-00000000b0d1';
    const next = await signIn(held);
    expect(parts(next)).toEqual(['nusa.session']);
    expect(await readSession(next)).toMatchObject({
      identity: `awanio:${uuid}`,
      awanio: { token },
    });
    token = long;
    expect(parts(await signOut(await signIn(next)))).toEqual([]);
  });
});

describe('an ended session', () => {
  it.each([
    ['signed out', () => fakeSession({ sid: 'fake-sid-that-signed-out' })],
    ['idle', () => fakeSession({ sid: 'fake-sid-that-was-idle', seen: Date.now() - 31 * 60_000 })],
    ['past its end', () => fakeSession({ sid: 'fake-sid-that-is-past', expires: Date.now() - 1 })],
  ])('(%s) is neither shown nor renewed by next-auth’s own route', async (name, make) => {
    const session = make();
    if (name === 'signed out') void revokeSession(session.sid, session.expires);
    const cookie = await cookieHeader(session);
    const answer = await handleAuth(request('/api/auth/session', { cookie }), ['session']);
    const text = await answer.text();
    expect(text).not.toContain('Budi');
    expect(text).not.toContain(session.identity);
    expect(answer.headers.getSetCookie().join()).not.toMatch(/nusa\.session=ey/);
  });
});

describe('a page of one person while another is signed in', () => {
  const stale = { 'x-nusa-identity': encodeURIComponent('awanio:@sari näh') };
  const post = (path: string, cookie: string, json?: unknown, headers = stale) => {
    const made = request(path, { method: 'POST', cookie, ...(json ? { json } : {}) });
    for (const [name, value] of Object.entries(headers)) made.headers.set(name, value);
    return made;
  };

  it('gets none of their data, and must sign in', async () => {
    const cookie = await cookieHeader(fakeSession());
    const key = { label: 'Toko', key: 'fake-key-of-toko-1234' };
    const list = request('/api/account/keys', { cookie });
    list.headers.set('x-nusa-identity', stale['x-nusa-identity']);
    for (const answer of [
      await linkKey(post('/api/account/keys', cookie, key)),
      await touchSession(post('/api/session/touch', cookie)),
      await listKeys(list),
    ]) {
      expect(answer.status).toBe(401);
      expect(await answer.json()).toMatchObject({ code: 'not_signed_in' });
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
    expect(call).not.toHaveBeenCalled();
  });

  it('continues for the same person', async () => {
    const session = fakeSession();
    const cookie = await cookieHeader(session);
    const headers = { 'x-nusa-identity': encodeURIComponent(session.identity) };
    expect(
      (await touchSession(post('/api/session/touch', cookie, undefined, headers))).status,
    ).toBe(200);
  });
});
