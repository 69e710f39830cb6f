import { beforeEach, describe, expect, it, vi } from 'vitest';
import { problem, type ProblemCode } from '@/lib/problem';
import { forgetAttempts } from './attempts';
import { handleAuth } from './auth-handler';
import { readSession } from './read';
import { parseSignInError } from './sign-in-error';
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

const uuid = '00000000-0000-4000-8000-00000000b0d1';
const login = {
  uuid: null,
  username: 'budi',
  name: 'Budi',
  status: 'active',
  token: 'fake-token-of-budi',
};
const profile = { uuid, username: 'budi', name: 'Budi Santoso', email: 'budi@example.id' };
const fails = (code: ProblemCode, status: number, backendMessage?: string) =>
  Promise.reject(problem(code, status, code, backendMessage ? { backendMessage } : {}));

/** The backend's answers by operation; any other call fails the test. */
function backend(answers: Record<string, () => unknown>): void {
  call.mockImplementation(async (ref: string) => {
    const answer = answers[ref];
    if (!answer) throw new Error(`unexpected ${ref}`);
    return answer();
  });
}

async function csrf(cookie = ''): Promise<{ token: string; cookie: string }> {
  const answer = await handleAuth(request('/api/auth/csrf', { cookie }), ['csrf']);
  const { csrfToken } = (await answer.json()) as { csrfToken: string };
  return { token: csrfToken, cookie: applyCookies(cookie, answer.headers.getSetCookie()) };
}

async function signIn(way: string, fields: Record<string, string>, held = '') {
  const { token, cookie } = await csrf(held);
  const form = { ...fields, csrfToken: token, json: 'true' };
  const answer = await handleAuth(
    request(`/api/auth/callback/${way}`, { method: 'POST', cookie, form }),
    ['callback', way],
  );
  const { url } = (await answer.json()) as { url: string };
  const error = new URL(url).searchParams.get('error');
  const after = applyCookies(cookie, answer.headers.getSetCookie());
  return {
    status: answer.status,
    failed: error === null ? null : parseSignInError(error),
    cookie: after,
    lines: answer.headers.getSetCookie(),
  };
}

const budi = { username: 'budi', password: 'fake password' };

describe('handleAuth', () => {
  beforeEach(() => {
    useSettings();
    forgetAttempts();
    call.mockReset();
  });

  it('signs in with a name and a password, and shows no secret', async () => {
    backend({ A03: () => login, A04: () => profile });
    const { failed, cookie, lines } = await signIn('awanio', budi);
    expect(failed).toBeNull();
    expect(call.mock.calls[0]?.slice(0, 3)).toEqual([
      'A03',
      { body: budi },
      { backend: 'awanio', anonymous: true },
    ]);
    const session = await readSession(cookie);
    expect(session).toMatchObject({
      identity: `awanio:${uuid}`,
      person: { name: 'Budi Santoso', detail: 'budi@example.id' },
      awanio: { token: login.token },
      accounts: [],
    });
    expect(session?.expires).toBe((session?.issued ?? 0) + 12 * 3_600_000);
    expect(lines.find((line) => line.startsWith('nusa.session='))).toMatch(
      /HttpOnly.*SameSite=Lax/i,
    );
    const shown = await (
      await handleAuth(request('/api/auth/session', { cookie }), ['session'])
    ).text();
    expect(JSON.parse(shown)).toEqual({
      user: { name: 'Budi Santoso' },
      identity: `awanio:${uuid}`,
      expires: new Date(session?.expires ?? 0).toISOString(),
    });
  });

  it('marks only the sessions of AX7 as a provider’s administrator’s', async () => {
    backend({ A03: () => login, AX7: () => login, A04: () => profile });
    expect((await signIn('provider', budi)).failed).toEqual({ code: 'not_configured' });
    expect(call).not.toHaveBeenCalled();
    useSettings({ NUSA_PROVIDER_ADMIN: '1' });
    const admin = await readSession((await signIn('provider', budi)).cookie);
    expect(call.mock.calls[0]?.[0]).toBe('AX7');
    expect(admin).toMatchObject({
      identity: `awanio:provider:${uuid}`,
      awanio: { token: login.token, provider: true },
    });
    // A03 marks no session, whatever the form contains.
    const claimed = { ...budi, provider: 'true', as: 'AX7' };
    const customer = await readSession((await signIn('awanio', claimed)).cookie);
    expect(customer?.identity).toBe(`awanio:${uuid}`);
    expect(customer?.awanio).not.toHaveProperty('provider');
  });

  it('counts wrong passwords of an administrator as those of the person', async () => {
    useSettings({ NUSA_PROVIDER_ADMIN: '1' });
    const wrong = () => fails('credential_refused', 401);
    backend({ A03: wrong, AX7: wrong });
    for (let tries = 0; tries < 5; tries += 1) {
      await signIn('provider', budi);
      await signIn('awanio', budi);
    }
    expect((await signIn('provider', budi)).failed?.code).toBe('too_many_attempts');
  });

  it('makes a new session id each time', async () => {
    backend({ A03: () => login, A04: () => profile });
    const sids = [];
    for (let round = 0; round < 2; round += 1)
      sids.push((await readSession((await signIn('awanio', budi)).cookie))?.sid);
    expect(new Set(sids).size).toBe(2);
    expect(sids[0]?.length).toBeGreaterThanOrEqual(22);
  });

  it('signs in even if the profile can’t be read', async () => {
    backend({ A03: () => login, A04: () => fails('backend_error', 502) });
    const { cookie } = await signIn('awanio', { ...budi, username: 'Budi@example.id' });
    expect(await readSession(cookie)).toMatchObject({
      identity: 'awanio:@budi',
      person: { detail: 'Budi@example.id' },
    });
  });

  it.each([
    ['wrong_credentials', () => fails('credential_refused', 401, 'WRONG USERNAME / PASSWORD')],
    ['not_verified', () => fails('no_access', 403, 'Please verify your email')],
    ['suspended', () => fails('no_access', 403, 'ACCOUNT IS SUSPENDED')],
    ['not_verified', () => ({ ...login, status: 'unverified' })],
    ['backend_unreachable', () => fails('backend_unreachable', 502)],
    ['backend_timeout', () => fails('backend_timeout', 504)],
    ['not_configured', () => fails('not_configured', 503)],
    ['internal', () => Promise.reject(new Error('fake password'))],
  ])('answers %s', async (code, answer) => {
    backend({ A03: answer, A04: () => profile });
    const { failed, cookie, status } = await signIn('awanio', budi);
    expect(failed).toEqual({ code });
    expect(status).toBe(401);
    expect(await readSession(cookie)).toBeNull();
  });

  it('calls no backend for empty fields', async () => {
    expect((await signIn('awanio', { username: ' ', password: '' })).failed).toEqual({
      code: 'bad_input',
    });
    expect((await signIn('dewavps', { label: 'Toko', key: 'with blanks' })).failed).toEqual({
      code: 'bad_input',
    });
    expect(call).not.toHaveBeenCalled();
  });

  it('limits guesses for one name, in upper or lower case, and not for others', async () => {
    backend({ A03: () => fails('credential_refused', 401), A04: () => profile });
    for (let round = 0; round < 10; round += 1)
      await signIn('awanio', { ...budi, username: round % 2 ? 'budi' : 'BUDI' });
    backend({ A03: () => login, A04: () => profile });
    const { failed } = await signIn('awanio', budi);
    expect(failed?.code).toBe('too_many_attempts');
    expect(failed?.retryAfter).toBeGreaterThan(0);
    expect(failed?.retryAfter).toBeLessThanOrEqual(600);
    expect((await signIn('awanio', { ...budi, username: 'siti' })).failed).toBeNull();
  });

  it('counts neither successes nor failures of the backend', async () => {
    backend({ A03: () => login, A04: () => profile });
    for (let round = 0; round < 12; round += 1)
      expect((await signIn('awanio', budi)).failed).toBeNull();
    backend({ A03: () => fails('backend_unreachable', 502) });
    for (let round = 0; round < 12; round += 1) {
      expect((await signIn('awanio', budi)).failed).toEqual({ code: 'backend_unreachable' });
    }
  });

  it('signs in with a key', async () => {
    backend({ D02: () => ({ data: [] }) });
    const { failed, cookie } = await signIn('dewavps', {
      label: 'Toko Budi',
      key: 'fake-key-of-toko-1234',
    });
    expect(failed).toBeNull();
    const session = await readSession(cookie);
    expect(session).toMatchObject({
      awanio: null,
      person: { name: 'Toko Budi', detail: '…1234' },
      accounts: [{ slug: 'toko-budi', label: 'Toko Budi', key: 'fake-key-of-toko-1234' }],
    });
    expect(session?.identity).toMatch(/^dewavps:[0-9a-f]{16}$/);
  });

  it('accepts a key with another scope, and refuses a wrong one', async () => {
    const key = { label: 'Toko', key: 'fake-key-of-toko-1234' };
    backend({ D02: () => fails('no_access', 403), D78: () => ({}) });
    expect((await signIn('dewavps', key)).failed).toBeNull();
    backend({ D02: () => fails('no_access', 403), D78: () => fails('no_access', 403) });
    expect((await signIn('dewavps', key)).failed).toBeNull();
    backend({ D02: () => fails('credential_refused', 401) });
    expect((await signIn('dewavps', key)).failed).toEqual({ code: 'wrong_credentials' });
    backend({ D02: () => fails('backend_timeout', 504) });
    expect((await signIn('dewavps', key)).failed).toEqual({ code: 'backend_timeout' });
  });

  it('moves the keys of a sign-in by key to the Awanio account', async () => {
    const own = fakeAccount('toko');
    const linked = fakeAccount('gudang');
    const held = await cookieHeader(fakeKeySession(own, { sid: 'fake-sid-of-key-session' }), [
      linked,
    ]);
    backend({ A03: () => login, A04: () => profile });
    const { cookie } = await signIn('awanio', { ...budi, link: '1' }, held);
    expect((await readSession(cookie))?.accounts).toEqual([own, linked]);
    expect(await readSession(held)).toBeNull();
  });

  it('never gives one Awanio person another’s data', async () => {
    const held = await cookieHeader(
      fakeSession({ identity: 'awanio:other', sid: 'fake-sid-of-another-one' }),
      [fakeAccount('toko')],
    );
    backend({ A03: () => login, A04: () => profile });
    expect((await readSession((await signIn('awanio', budi, held)).cookie))?.accounts).toEqual([]);
  });

  it('signs out, keeps linked keys except on request, and refuses copies of the cookie', async () => {
    const out = async (held: string, forget: Record<string, string>) => {
      const { token, cookie } = await csrf(held);
      const form = { csrfToken: token, json: 'true', ...forget };
      const answer = await handleAuth(
        request('/api/auth/signout', { method: 'POST', cookie, form }),
        ['signout'],
      );
      return applyCookies(cookie, answer.headers.getSetCookie());
    };
    const session = fakeSession({ sid: 'fake-sid-that-keeps-keys' });
    const held = await cookieHeader(session, [fakeAccount('toko')]);
    const kept = await out(held, {});
    expect(kept).toContain('nusa.keys.');
    expect(kept).not.toContain('nusa.session=');
    expect(await readSession(held)).toBeNull();
    const forgetful = fakeSession({ sid: 'fake-sid-that-forgets', expires: Date.now() - 1 });
    const forgotten = await out(await cookieHeader(forgetful, [fakeAccount('toko')]), {
      forget: '1',
    });
    expect(forgotten).not.toContain('nusa.keys.');
  });

  it('refuses other sites, missing CSRF tokens, and paths and methods that the console does not use', async () => {
    backend({ A03: () => login, A04: () => profile });
    const { token, cookie } = await csrf();
    const form = { ...budi, csrfToken: token, json: 'true' };
    const post = (origin: string | null) =>
      handleAuth(request('/api/auth/callback/awanio', { method: 'POST', cookie, form, origin }), [
        'callback',
        'awanio',
      ]);
    expect((await post('https://evil.example')).status).toBe(403);
    expect((await post(null)).status).toBe(403);
    const blind = request('/api/auth/callback/awanio', {
      method: 'POST',
      cookie,
      form: { ...form, csrfToken: 'made-up' },
    });
    const answer = await handleAuth(blind, ['callback', 'awanio']);
    expect(applyCookies('', answer.headers.getSetCookie())).not.toContain('nusa.session');
    expect(call).not.toHaveBeenCalled();
    expect((await handleAuth(request('/api/auth/providers'), ['providers'])).status).toBe(404);
    expect((await handleAuth(request('/api/auth/signout'), ['signout'])).status).toBe(405);
    expect(
      (await handleAuth(request('/api/auth/session', { method: 'POST', form: {} }), ['session']))
        .status,
    ).toBe(405);
  });

  it('never redirects to another site after sign-in', async () => {
    backend({ A03: () => login, A04: () => profile });
    const { token, cookie } = await csrf();
    const form = { ...budi, csrfToken: token, callbackUrl: 'https://evil.example/' };
    const answer = await handleAuth(
      request('/api/auth/callback/awanio', { method: 'POST', cookie, form }),
      ['callback', 'awanio'],
    );
    expect(answer.status).toBe(302);
    expect(new URL(answer.headers.get('location') ?? '').origin).toBe('http://127.0.0.1:4999');
  });

  it('refuses endless bodies', async () => {
    const form = { username: 'x'.repeat(20_000), password: 'y' };
    const answer = await handleAuth(
      request('/api/auth/callback/awanio', { method: 'POST', form }),
      ['callback', 'awanio'],
    );
    expect(answer.status).toBe(413);
  });
});
