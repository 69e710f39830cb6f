/** Ways round the limits of attempts. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { problem, type ProblemCode } from '@/lib/problem';
import { limitName } from '@/lib/proxy/client-address';
import { forgetAttempts } from './attempts';
import { signInAwanio } from './authorize';
import { addressOf, fieldErrors } from './http';
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

  it('for a sign-up whose caller went away: the e-mail is on its way', async () => {
    fails('cancelled', 499);
    for (let at = 0; at < 30; at += 1) expect(await register(at)).not.toBe(429);
    expect(await register(30)).toBe(429);
  });

  it('not when the backend itself was in trouble', async () => {
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
  it('takes any name of a field, one of Object’s own included', () => {
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
