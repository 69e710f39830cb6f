/** Tests ways around the limits of attempts. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { problem, type ProblemCode } from '@/lib/problem';
import { limitName } from '@/lib/access/client-address';
import { forgetAttempts } from './attempts';
import { signInAwanio } from './sign-in';
import { addressOf, fieldErrors } from './http';
import { forgetNames } from './known-names';
import { signUp, verify } from './sign-up';
import { request, useSettings } from './testing';

const { call } = vi.hoisted(() => ({ call: vi.fn() }));
vi.mock('@/lib/backend/call', () => ({ call, callRaw: call }));

const fails = (code: ProblemCode, status: number, backendMessage?: string) =>
  call.mockRejectedValue(problem(code, status, code, backendMessage ? { backendMessage } : {}));
const context = { address: '192.0.2.1', requestId: 'request-0001' };
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error: unknown) => (error as { code?: unknown }).code,
  );

beforeEach(() => {
  useSettings();
  forgetAttempts();
  forgetNames();
  call.mockReset();
});

describe('an attempt counts', () => {
  const code = { email: 'sari@example.test', verification_code: '000000' };
  const enter = () =>
    verify(request('/api/account/verify', { method: 'POST', json: code })).then(
      ({ status }) => status,
    );
  const register = (at: number) => {
    const json = {
      username: `sari${at}`,
      name: 'Sari',
      email: `sari${at}@example.test`,
      password: 'fake password',
    };
    return signUp(request('/api/account/sign-up', { method: 'POST', json })).then(
      ({ status }) => status,
    );
  };

  it.each<[string, ProblemCode, number]>([
    ['whose caller went away: the backend has heard the code', 'cancelled', 499],
    ['that is forbidden', 'no_access', 403],
    ['that is wrong', 'bad_input', 422],
  ])('%s', async (_name, problemCode, status) => {
    fails(problemCode, status);
    for (let at = 0; at < 10; at += 1) expect(await enter()).not.toBe(429);
    expect(await enter()).toBe(429);
  });

  it('for a sign-up whose caller disconnected: the e-mail is sent', async () => {
    fails('cancelled', 499);
    for (let at = 0; at < 30; at += 1) expect(await register(at)).not.toBe(429);
    expect(await register(30)).toBe(429);
  });

  it('unless the backend itself failed', async () => {
    fails('backend_unreachable', 502);
    for (let at = 0; at < 20; at += 1) expect(await enter()).toBe(502);
  });

  it.each<[string, ProblemCode, string | undefined]>([
    ['whose caller went away', 'cancelled', undefined],
    ['whose refusal speaks of verifying', 'credential_refused', 'Please verify your password'],
  ])('for a sign-in %s', async (_name, problemCode, said) => {
    fails(problemCode, 401, said);
    const form = { username: 'sari', password: 'guess' };
    for (let at = 0; at < 10; at += 1)
      expect(await codeOf(signInAwanio(form, context))).not.toBe('too_many_attempts');
    expect(await codeOf(signInAwanio(form, context))).toBe('too_many_attempts');
  });

  it('for the whole network of an IPv6 address, since one person holds it', () => {
    const names = ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9'].map((address) =>
      addressOf(new Headers({ 'x-forwarded-for': address })),
    );
    expect(new Set(names)).toEqual(new Set(['2001:db8:1:2::/64']));
    useSettings({ NUSA_TRUST_PROXY: '1' });
    const claimed = { 'x-forwarded-for': '198.51.100.7, 192.0.2.9:4711' };
    expect(addressOf(new Headers(claimed))).toBe('192.0.2.9');
  });
});

describe('the names of one account', () => {
  const uuid = '00000000-0000-4000-8000-0000000005a1';
  const knows = () =>
    call.mockImplementation(async (ref: string, { body }: { body?: { password?: string } }) => {
      if (ref === 'A04')
        return { uuid, username: 'sari', name: 'Sari', email: 'sari@example.test' };
      if (body?.password === 'right') return { uuid, status: 'active', token: 'fake-token' };
      throw problem('credential_refused', 401, 'wrong');
    });
  const enter = (username: string, password: string, address = '192.0.2.1') =>
    codeOf(signInAwanio({ username, password }, { ...context, address }));
  const guess = async (username: string, times: number, address?: string) => {
    for (let at = 0; at < times; at += 1)
      expect(await enter(username, `guess ${at}`, address)).toBe('wrong_credentials');
  };

  it.each([
    ['sari', 'Sari@example.test'],
    ['sari@example.test', 'SARI'],
  ])('share a counter once the account has signed in: by %s, then by %s', async (one, other) => {
    knows();
    expect(await enter('sari', 'right', '203.0.113.9')).toBeNull();
    await guess(one, 6);
    await guess(other, 4);
    expect(await enter(one, 'right')).toBe('too_many_attempts');
    expect(await enter(other, 'right')).toBe('too_many_attempts');
    expect(await enter('budi', 'right')).toBeNull();
  });

  it('never lock the owner out where they have signed in before, and give others no more tries', async () => {
    knows();
    expect(await enter('sari@example.test', 'right', '203.0.113.9')).toBeNull();
    await guess('sari', 10, '192.0.2.7');
    expect(await enter('sari', 'guess', '192.0.2.8')).toBe('too_many_attempts');
    expect(await enter('sari', 'right', '203.0.113.9')).toBeNull();
    await guess('sari', 10, '203.0.113.9'); // the limit also applies at the owner's address
    expect(await enter('sari@example.test', 'right', '203.0.113.9')).toBe('too_many_attempts');
  });

  it('do not reveal whether an account exists: unknown names have the same limit', async () => {
    knows();
    await guess('nobody', 10);
    expect(await enter('nobody', 'guess')).toBe('too_many_attempts');
  });
});

describe('an office behind one address', () => {
  it('can sign in all at once, while a flood of wrong guesses gets only the limit', async () => {
    const slow = () => new Promise((resolve) => setTimeout(resolve, 5));
    call.mockImplementation(async (ref: string, { body }: { body?: { password?: string } }) => {
      await slow();
      if (ref === 'A04') return null;
      if (body?.password === 'right') return { uuid: null, status: 'active', token: 'fake-token' };
      throw problem('credential_refused', 401, 'wrong');
    });
    const at = (password: string) => (_: unknown, number: number) =>
      codeOf(signInAwanio({ username: `person${number}`, password }, context));
    const office = await Promise.all(Array.from({ length: 80 }, at('right')));
    expect(office.filter((code) => code !== null)).toEqual([]);
    call.mockClear();
    const flood = await Promise.all(Array.from({ length: 120 }, at('wrong')));
    expect(flood.filter((code) => code === 'wrong_credentials')).toHaveLength(30);
    expect(call).toHaveBeenCalledTimes(30);
  });
});

describe('a sign-up and its code', () => {
  const from = (address: string, path: string, json: object) => {
    const made = request(path, { method: 'POST', json });
    made.headers.set('x-forwarded-for', address);
    return made;
  };
  const person = (email: string) => ({
    username: 'sari',
    name: 'Sari',
    email,
    password: 'fake password',
  });
  const register = (email: string, address = '192.0.2.1') =>
    signUp(from(address, '/api/account/sign-up', person(email)));
  const enter = async (address: string, email = 'sari@example.test') =>
    (await verify(from(address, '/api/account/verify', { email, verification_code: '000000' })))
      .status;

  it('mails one address at most three times an hour, whoever asks and however it is written', async () => {
    vi.useFakeTimers();
    call.mockResolvedValue({ message: 'sent' });
    const ways = ['sari@example.test', 'Sari@Example.test', 'sari+2@example.test'];
    for (const [at, email] of ways.entries())
      expect((await register(email, `192.0.2.${at}`)).status).toBe(201);
    const refused = await register('sari@example.test', '192.0.2.9');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('3600');
    expect(call).toHaveBeenCalledTimes(3);
    expect((await register('budi@example.test', '192.0.2.9')).status).toBe(201);
    vi.advanceTimersByTime(3_600_000);
    expect((await register('sari@example.test')).status).toBe(201);
    vi.useRealTimers();
  });

  it('can be repeated after a refusal, which sent no mail', async () => {
    fails('bad_input', 422, 'PASSWORD IS TOO WEAK');
    for (let at = 0; at < 9; at += 1)
      expect((await register('sari@example.test')).status).toBe(422);
    call.mockResolvedValue({ message: 'sent' });
    expect((await register('sari@example.test')).status).toBe(201);
  });

  it.each<[string, ProblemCode, number, string]>([
    ['a user name', 'bad_input', 422, 'USERNAME IS ALREADY USED'],
    ['an e-mail address', 'bad_input', 422, 'Email sudah terdaftar'],
    ['either', 'conflict', 409, 'NO'],
  ])(
    'tells nobody that %s has an account, by the answer or the limits',
    async (_, code, status, said) => {
      call.mockResolvedValue({ message: 'sent' });
      const fresh = [];
      for (let at = 0; at < 4; at += 1) fresh.push(await register('sari@example.test'));
      forgetAttempts();
      fails(code, status, said);
      const known = [];
      for (let at = 0; at < 4; at += 1) known.push(await register('sari@example.test'));
      const shown = (answers: readonly Response[]) =>
        Promise.all(
          answers.map(async (answer) => {
            const { requestId: _id, ...body } = (await answer.json()) as Record<string, unknown>;
            return [answer.status, answer.headers.get('retry-after'), body];
          }),
        );
      expect(await shown(known)).toEqual(await shown(fresh));
    },
  );

  it('tells what else is wrong, without what has an account', async () => {
    const fields = { email: ['The email has already been taken.'], password: ['too_weak'] };
    call.mockRejectedValue(
      problem('bad_input', 422, 'no', { fields, backendMessage: 'email already taken' }),
    );
    const answer = await register('sari@example.test');
    expect(answer.status).toBe(422);
    const body = (await answer.json()) as Record<string, unknown>;
    expect(body.fields).toEqual({ password: ['too_weak'] });
    expect(JSON.stringify(body)).not.toContain('already');
  });

  it('gives one answer for a wrong code and for no account', async () => {
    const answers = [];
    for (const [code, said] of [
      ['bad_input', 'WRONG CODE'],
      ['not_found', 'USER NOT FOUND'],
      ['conflict', 'ALREADY VERIFIED'],
    ] as const) {
      fails(code, 400, said);
      const json = { email: 'sari@example.test', verification_code: '000000' };
      const answer = await verify(from('192.0.2.1', '/api/account/verify', json));
      const { requestId: _id, ...body } = (await answer.json()) as Record<string, unknown>;
      answers.push(JSON.stringify([answer.status, body]));
    }
    expect(new Set(answers).size).toBe(1);
  });

  it('limits wrong codes from elsewhere without locking the owner out', async () => {
    call.mockResolvedValue({ message: 'sent' });
    expect((await register('sari@example.test', '203.0.113.1')).status).toBe(201);
    fails('bad_input', 422);
    const guess = async (address: string, times: number) => {
      for (let at = 0; at < times; at += 1) expect(await enter(address)).toBe(422);
    };
    for (let peer = 0; peer < 9; peer += 1) {
      await guess(`198.51.100.${peer}`, 10);
      expect(await enter(`198.51.100.${peer}`)).toBe(429);
    }
    await guess('203.0.113.2', 1); // the owner's telephone, on another network
    await guess('198.51.100.10', 9);
    for (const peer of ['198.51.100.11', '203.0.113.2']) expect(await enter(peer)).toBe(429);
    await guess('203.0.113.1', 10); // where the owner signed up
    expect(await enter('203.0.113.1')).toBe(429);
    expect(await enter('198.51.100.11', 'budi@example.test')).toBe(422);
  });
});

describe('limitName', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['192.0.2.1:55012', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:DB8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['[2001:db8:1:2::7]:443', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['not an address', 'unknown'],
    ['', 'unknown'],
  ])('%s → %s', (address, name) => {
    expect(limitName(address)).toBe(name);
  });
});

describe('fieldErrors', () => {
  it('accepts any field name, even one of Object’s own', () => {
    const body: unknown = JSON.parse('{"constructor":1,"__proto__":2,"toString":3}');
    const parsed = z.strictObject({ label: z.string('required') }).safeParse(body);
    expect(parsed.error && fieldErrors(parsed.error)).toMatchObject({
      label: ['required'],
      constructor: ['unknown_field'],
      toString: ['unknown_field'],
    });
    expect(({} as { push?: unknown }).push).toBeUndefined();
  });
});
