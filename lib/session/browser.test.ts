import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { problem } from '@/lib/problem';
import { forgetAttempts } from './attempts';
import { handleAuth } from './auth-handler';
import { signOut, touch } from './browser';
import { signIn } from './browser-sign-in';
import { showSession, touchSession } from './session-api';
import { applyCookies, TEST_ORIGIN, useSettings } from './testing';

const { call } = vi.hoisted(() => ({ call: vi.fn() }));
vi.mock('@/lib/backend/call', () => ({ call, callRaw: call }));

let cookie: string;

/** A browser's fetch to our own handlers, with cookies and Origin. */
async function fetchOurs(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('host', new URL(TEST_ORIGIN).host);
  if (cookie) headers.set('cookie', cookie);
  if (init.method === 'POST') headers.set('origin', TEST_ORIGIN);
  const body = init.body instanceof URLSearchParams ? init.body : undefined;
  const request = new Request(`${TEST_ORIGIN}${path}`, {
    method: init.method ?? 'GET',
    headers,
    ...(body ? { body } : {}),
  });
  const answer =
    path === '/api/session'
      ? await showSession(request)
      : path === '/api/session/touch'
        ? await touchSession(request)
        : await handleAuth(request, path.split('/').slice(3));
  cookie = applyCookies(cookie, answer.headers.getSetCookie());
  return answer;
}

describe('signing in from a page', () => {
  beforeEach(() => {
    useSettings();
    forgetAttempts();
    cookie = '';
    call.mockReset();
    call.mockResolvedValue({ data: [] });
    vi.stubGlobal('fetch', fetchOurs);
    vi.stubGlobal('window', { location: { href: `${TEST_ORIGIN}/sign-in` } });
  });
  afterEach(() => vi.unstubAllGlobals());

  const key = { method: 'dewavps', label: 'Toko', key: 'fake-key-of-toko-1234' } as const;

  it('signs in, prolongs and signs out', async () => {
    const result = await signIn(key);
    expect(result).toEqual({
      ok: true,
      identity: expect.stringMatching(/^dewavps:[0-9a-f]{16}$/) as string,
    });
    expect(Date.parse((await touch())?.expiresAt ?? '')).toBeGreaterThan(Date.now());
    expect(await signOut()).toBe(true);
    expect(cookie).not.toContain('nusa.session=');
    expect(await touch()).toBeNull();
  });

  it('moves keys only if the page’s URL says so', async () => {
    const sent: string[] = [];
    vi.stubGlobal('fetch', (path: string, init: RequestInit = {}) => {
      if (init.body instanceof URLSearchParams) sent.push(init.body.get('link') ?? 'no');
      return fetchOurs(path, init);
    });
    await signIn(key);
    vi.stubGlobal('window', { location: { href: `${TEST_ORIGIN}/sign-in?reason=link` } });
    await signIn(key);
    expect(sent).toEqual(['no', '1']);
  });

  it('gives the reason of a failure', async () => {
    call.mockRejectedValue(problem('credential_refused', 401, 'no'));
    expect(await signIn(key)).toEqual({ ok: false, code: 'wrong_credentials' });
    call.mockRejectedValue(problem('too_many_requests', 429, 'wait', { retryAfter: 7 }));
    expect(await signIn(key)).toEqual({ ok: false, code: 'too_many_attempts', retryAfter: 7 });
    useSettings({ NUSA_ORIGINS: 'https://other.example' });
    expect(await signIn(key)).toEqual({ ok: false, code: 'bad_origin' });
  });

  it('says when the browser keeps no cookies', async () => {
    vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
      if (path.endsWith('/api/session')) cookie = '';
      return fetchOurs(path, init);
    });
    expect(await signIn(key)).toEqual({ ok: false, code: 'no_cookies' });
  });

  it('says when the console can not be reached', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')));
    expect(await signIn(key)).toEqual({ ok: false, code: 'offline' });
    expect(await signOut()).toBe(false);
    expect(await touch()).toBeNull();
  });
});
