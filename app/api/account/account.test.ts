import { beforeEach, describe, expect, it, vi } from 'vitest';
import { POST as check } from './keys/[slug]/check/route';
import { DELETE, PATCH, PUT } from './keys/[slug]/route';
import { GET as list, POST as link } from './keys/route';
import { POST as signUp } from './sign-up/route';
import { POST as verify } from './verify/route';
import { GET as show } from '../session/route';
import { keyAccessOf } from '@/lib/backend/key-access';
import { problem, type ProblemCode } from '@/lib/problem';
import { forgetAttempts } from '@/lib/session/attempts';
import { keyMark } from '@/lib/session/session';
import { readSession } from '@/lib/session/read';
import { touchSession } from '@/lib/session/session-api';
import {
  applyCookies,
  cookieHeader,
  fakeAccount,
  fakeKeySession,
  fakeSession,
  problemOf,
  request,
  useSettings,
} from '@/lib/session/testing';

const { call } = vi.hoisted(() => ({ call: vi.fn() }));
vi.mock('@/lib/backend/call', () => ({ call, callRaw: call }));

const fails = (code: ProblemCode, status: number) => Promise.reject(problem(code, status, code));
const after = (cookie: string, answer: Response) =>
  readSession(applyCookies(cookie, answer.headers.getSetCookie()));

beforeEach(() => {
  useSettings();
  forgetAttempts();
  call.mockReset();
  call.mockResolvedValue({ data: [], message: null });
});

describe('GET /api/session', () => {
  it('tells the person and the end of the session, but no secret', async () => {
    const session = fakeSession();
    const cookie = await cookieHeader(session, [fakeAccount('toko')]);
    const text = await (await show(request('/api/session', { cookie }))).text();
    expect(JSON.parse(text)).toEqual({
      signedIn: true,
      identity: session.identity,
      person: session.person,
      expiresAt: new Date(session.expires).toISOString(),
      idleAt: new Date(session.seen + 30 * 60_000).toISOString(),
      accounts: [{ slug: 'toko', label: 'toko', mark: keyMark(fakeAccount('toko').key) }],
      awanio: true,
    });
    expect(text).not.toMatch(/fake-(token|key|sid)/);
    expect(await (await show(request('/api/session'))).json()).toEqual({ signedIn: false });
  });
});

describe('POST /api/session/touch', () => {
  const minute = 60_000;
  const touch = (cookie: string, now: number, origin?: string) =>
    touchSession(
      request('/api/session/touch', { method: 'POST', cookie, ...(origin ? { origin } : {}) }),
      now,
    );

  it('moves the end without input, but not the final end', async () => {
    const session = fakeSession();
    const cookie = await cookieHeader(session);
    const now = session.seen + 20 * minute;
    const answer = await touch(cookie, now);
    expect(await answer.json()).toEqual({
      expiresAt: new Date(session.expires).toISOString(),
      idleAt: new Date(now + 30 * minute).toISOString(),
    });
    const renewed = applyCookies(cookie, answer.headers.getSetCookie());
    expect(await readSession(renewed, session.seen + 45 * minute)).toMatchObject({
      sid: session.sid,
      expires: session.expires,
    });
    expect(await readSession(cookie, session.seen + 45 * minute)).toBeNull();
  });

  it('writes the cookie at most once a minute, and puts no linked key into the session', async () => {
    const session = fakeSession();
    const cookie = await cookieHeader(session, [fakeAccount('toko')]);
    expect((await touch(cookie, session.seen + minute - 1)).headers.getSetCookie()).toEqual([]);
    const lines = (await touch(cookie, session.seen + minute)).headers.getSetCookie();
    expect(lines.map((line) => line.split('=')[0])).toEqual(['nusa.session']);
    const own = await readSession(applyCookies('', lines));
    expect(own?.accounts).toEqual([]);
  });

  it('prolongs linked keys in use by 30 days', async () => {
    const session = fakeSession({ expires: Date.now() + 1e10, seen: Date.now() + 86_400_000 });
    const cookie = await cookieHeader(session, [fakeAccount('toko')]);
    const lines = (await touch(cookie, session.seen + minute)).headers.getSetCookie();
    expect(lines.find((line) => line.startsWith('nusa.keys.'))).toContain(`Max-Age=${30 * 86_400}`);
  });

  it('doesn’t prolong an ended session, and refuses another site', async () => {
    const session = fakeSession();
    const cookie = await cookieHeader(session);
    expect((await problemOf(await touch(cookie, session.seen + 31 * minute))).code).toBe(
      'not_signed_in',
    );
    expect((await problemOf(await touch(cookie, session.seen, 'https://evil.example'))).code).toBe(
      'bad_origin',
    );
  });
});

describe('/api/account/keys', () => {
  const post = (cookie: string, json: unknown) =>
    link(request('/api/account/keys', { method: 'POST', cookie, json }));
  const at = (slug: string) => ({ params: Promise.resolve({ slug }) });
  const toko = { label: 'Toko Budi', key: 'fake-key-of-toko-1234' };

  it('links a key that DewaVPS accepts, and never shows it again', async () => {
    const cookie = await cookieHeader(fakeSession());
    const answer = await post(cookie, toko);
    expect(answer.status).toBe(201);
    const view = {
      slug: 'toko-budi',
      label: 'Toko Budi',
      hint: '…1234',
      own: false,
      expiry: null,
      access: keyAccessOf('of a key that nothing is known of'),
    };
    expect(await answer.clone().json()).toEqual(view);
    expect((await after(cookie, answer))?.accounts).toEqual([{ slug: 'toko-budi', ...toko }]);
    const linked = applyCookies(cookie, answer.headers.getSetCookie());
    const listed = await (await list(request('/api/account/keys', { cookie: linked }))).text();
    expect(JSON.parse(listed)).toEqual({ data: [view] });
    expect(listed).not.toContain(toko.key);
  });

  it('refuses wrong input, wrong keys, and labels and keys that are linked already', async () => {
    const cookie = await cookieHeader(fakeSession(), [{ slug: 'toko-budi', ...toko }]);
    const fields = async (json: unknown) => (await problemOf(await post(cookie, json))).fields;
    expect(await fields({})).toEqual({ label: ['required'], key: ['required'] });
    expect(await fields({ ...toko, extra: 1 })).toEqual({ extra: ['unknown_field'] });
    expect(await fields({ label: 'Other', key: toko.key })).toEqual({
      key: ['key_already_linked'],
    });
    expect(await fields({ label: ' toko BUDI ', key: 'fake-key-2' })).toEqual({
      label: ['label_taken'],
    });
    expect(call).not.toHaveBeenCalled();
    call.mockImplementation(() => fails('credential_refused', 401));
    expect(await fields({ label: 'Other', key: 'fake-key-2' })).toEqual({ key: ['wrong_key'] });
    call.mockImplementation(() => fails('backend_unreachable', 502));
    expect((await problemOf(await post(cookie, { label: 'Other', key: 'fake-key-2' }))).code).toBe(
      'backend_unreachable',
    );
  });

  it('links at most ten keys', async () => {
    const ten = Array.from({ length: 10 }, (_, index) => fakeAccount(`k${index}`));
    const cookie = await cookieHeader(fakeSession(), ten);
    expect((await readSession(cookie))?.accounts).toHaveLength(10);
    expect((await problemOf(await post(cookie, toko))).fields).toEqual({ key: ['too_many_keys'] });
  });

  it('renames an account and keeps its slug', async () => {
    const cookie = await cookieHeader(fakeSession(), [fakeAccount('toko'), fakeAccount('gudang')]);
    const patch = (label: string) =>
      PATCH(
        request('/api/account/keys/toko', { method: 'PATCH', cookie, json: { label } }),
        at('toko'),
      );
    expect((await problemOf(await patch('Gudang'))).fields).toEqual({ label: ['label_taken'] });
    const answer = await patch('Toko Baru');
    expect((await after(cookie, answer))?.accounts.map(({ slug, label }) => [slug, label])).toEqual(
      [
        ['toko', 'Toko Baru'],
        ['gudang', 'gudang'],
      ],
    );
  });

  it('renames the account that the person signed in with, in the session itself', async () => {
    const cookie = await cookieHeader(fakeKeySession(fakeAccount('toko')));
    const answer = await PATCH(
      request('/api/account/keys/toko', { method: 'PATCH', cookie, json: { label: 'Baru' } }),
      at('toko'),
    );
    expect(await after(cookie, answer)).toMatchObject({
      person: { name: 'Baru' },
      accounts: [{ slug: 'toko', label: 'Baru' }],
    });
  });

  it('keeps the expiry date of a key, and removes it', async () => {
    const cookie = await cookieHeader(fakeSession());
    const given = { ...toko, expires: '2099-03-03' };
    expect(
      (await problemOf(await post(cookie, { ...toko, expires: '2020-03-03' }))).fields,
    ).toEqual({ expires: ['past_date'] });
    expect(
      (await problemOf(await post(cookie, { ...toko, expires: '2099-02-30' }))).fields,
    ).toEqual({ expires: ['invalid'] });
    expect(call).not.toHaveBeenCalled();
    const answer = await post(cookie, given);
    expect(await answer.clone().json()).toMatchObject({
      expiry: { date: given.expires, state: 'later' },
    });
    expect((await after(cookie, answer))?.accounts).toEqual([{ slug: 'toko-budi', ...given }]);
    const old = { slug: 'toko-budi', ...toko, expires: '2020-03-03' };
    const held = await cookieHeader(fakeSession(), [old]);
    const patch = async (json: object) =>
      (
        await after(
          held,
          await PATCH(
            request('/api/account/keys/toko-budi', { method: 'PATCH', cookie: held, json }),
            at('toko-budi'),
          ),
        )
      )?.accounts[0];
    expect(await patch({ label: 'Toko' })).toEqual({ ...old, label: 'Toko' });
    expect(await patch({ label: 'Toko', expires: old.expires })).toEqual({ ...old, label: 'Toko' });
    expect(await patch({ label: 'Toko', expires: '' })).toEqual({
      slug: 'toko-budi',
      key: toko.key,
      label: 'Toko',
    });
  });

  it('replaces a key under its label and slug', async () => {
    const old = { ...fakeAccount('toko'), expires: '2020-03-03' };
    const own = fakeAccount('utama');
    const cookie = await cookieHeader(fakeKeySession(own), [old, fakeAccount('gudang')]);
    const put = (slug: string, key: string) =>
      PUT(request(`/api/account/keys/${slug}`, { method: 'PUT', cookie, json: { key } }), at(slug));
    const fields = async (key: string) => (await problemOf(await put('toko', key))).fields;
    expect(await fields(fakeAccount('gudang').key)).toEqual({ key: ['key_already_linked'] });
    expect((await problemOf(await put('utama', 'fake-key-new'))).code).toBe('conflict');
    call.mockImplementation(() => fails('credential_refused', 401));
    expect(await fields('fake-key-new')).toEqual({ key: ['wrong_key'] });
    call.mockResolvedValue({ data: [], message: null });
    const answer = await put('toko', 'fake-key-new');
    expect((await after(cookie, answer))?.accounts).toEqual([
      own,
      { slug: 'toko', label: 'toko', key: 'fake-key-new' },
      fakeAccount('gudang'),
    ]);
  });

  it('checks a key by harmless reads: a refusal is a result, but a failure of the backend isn’t', async () => {
    const cookie = await cookieHeader(fakeSession(), [fakeAccount('toko')]);
    const ask = (origin?: string) =>
      check(
        request('/api/account/keys/toko/check', {
          method: 'POST',
          cookie,
          json: { all: true },
          ...(origin ? { origin } : {}),
        }),
        at('toko'),
      );
    expect((await problemOf(await ask('https://evil.example'))).code).toBe('bad_origin');
    call.mockImplementation(() => fails('credential_refused', 401));
    const answer = await ask();
    expect(answer.status).toBe(200);
    expect(await answer.text()).not.toContain('fake-key');
    expect(call.mock.calls.map(([ref]) => ref as string)).toEqual(['D02', 'D58', 'D78']);
    call.mockImplementation(() => fails('backend_timeout', 504));
    expect((await problemOf(await ask())).code).toBe('backend_timeout');
  });

  it('unlinks every key except the one that the person signed in with', async () => {
    const cookie = await cookieHeader(fakeKeySession(fakeAccount('toko')), [fakeAccount('gudang')]);
    const remove = (slug: string, origin?: string) =>
      DELETE(
        request(`/api/account/keys/${slug}`, {
          method: 'DELETE',
          cookie,
          ...(origin ? { origin } : {}),
        }),
        at(slug),
      );
    const answer = await remove('gudang');
    expect(answer.status).toBe(204);
    expect((await after(cookie, answer))?.accounts.map(({ slug }) => slug)).toEqual(['toko']);
    expect((await problemOf(await remove('toko'))).code).toBe('conflict');
    expect((await problemOf(await remove('nobody'))).code).toBe('not_found');
    expect((await problemOf(await remove('gudang', 'https://evil.example'))).code).toBe(
      'bad_origin',
    );
  });

  it('refuses people who are not signed in', async () => {
    expect((await problemOf(await list(request('/api/account/keys')))).code).toBe('not_signed_in');
    expect((await problemOf(await post('', toko))).code).toBe('not_signed_in');
  });
});

describe('sign-up and verification', () => {
  const person = {
    username: 'siti',
    name: 'Siti',
    email: 'siti@example.id',
    password: 'fake password',
  };
  const up = (json: unknown, origin?: string) =>
    signUp(
      request('/api/account/sign-up', { method: 'POST', json, ...(origin ? { origin } : {}) }),
    );
  const check = (json: unknown) => verify(request('/api/account/verify', { method: 'POST', json }));

  it('sends the values without a credential', async () => {
    const answer = await up(person);
    expect([answer.status, await answer.json()]).toEqual([201, { email: person.email }]);
    expect(call.mock.calls[0]?.slice(0, 3)).toEqual([
      'A01',
      { body: person },
      { backend: 'awanio', anonymous: true },
    ]);
    const code = { email: person.email, verification_code: '123456' };
    expect((await check(code)).status).toBe(200);
    expect(call.mock.calls[1]?.slice(0, 2)).toEqual(['A02', { body: code }]);
  });

  it('names each wrong field before it calls the backend', async () => {
    const wrong = await problemOf(
      await up({ username: '', email: 'siti', password: 'short', admin: true }),
    );
    expect(Object.keys(wrong.fields ?? {}).sort()).toEqual([
      'admin',
      'email',
      'name',
      'password',
      'username',
    ]);
    expect((await problemOf(await check({ email: person.email }))).fields).toEqual({
      verification_code: ['required'],
    });
    expect((await problemOf(await up('text'))).code).toBe('bad_input');
    expect((await problemOf(await up(person, 'https://evil.example'))).code).toBe('bad_origin');
    expect(call).not.toHaveBeenCalled();
  });

  it('shows a refused code as an error of its field, and makes the person wait after several', async () => {
    call.mockImplementation(() => fails('credential_refused', 401));
    const code = { email: person.email, verification_code: '000000' };
    for (let round = 0; round < 10; round += 1) {
      expect((await problemOf(await check(code))).fields).toEqual({
        verification_code: ['wrong_code'],
      });
    }
    const waiting = await check(code);
    expect(Number(waiting.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await problemOf(waiting)).code).toBe('too_many_requests');
  });

  it.each([
    ['PASSWORD IS TOO WEAK', { password: ['refused'] }],
    ['USERNAME CONTAINS A FORBIDDEN WORD', { username: ['refused'] }],
    ['NO', undefined],
  ])('reads the field from what the backend says: %s', async (backendMessage, fields) => {
    call.mockImplementation(() =>
      Promise.reject(problem('bad_input', 422, 'refused', { backendMessage })),
    );
    const said = await problemOf(await up(person));
    expect([said.code, said.fields, said.backendMessage]).toEqual([
      'bad_input',
      fields,
      backendMessage,
    ]);
  });

  it('passes on a problem of the backend', async () => {
    call.mockImplementation(() => fails('backend_unreachable', 502));
    expect((await problemOf(await up(person))).code).toBe('backend_unreachable');
  });
});
