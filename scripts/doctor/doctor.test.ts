import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { isRef, operation, refs } from '@/lib/contract';
import { parseOverrides, type Overrides } from '@/lib/contract/overrides';
import { pathParams } from '@/lib/contract/operation';
import { mayAsk } from './client';
import type { Examined } from './examine';
import { examine } from './examine';
import type { Manner } from './pace';
import { healthy, line, next, summary } from './report';
import { gifts, neededQuery, sourceOf } from './samples';
import type { Target } from './settings';
import { readDoctorSettings } from './settings';

type Reply = { status?: number; body?: unknown; headers?: Record<string, string> };
interface Seen {
  method: string;
  path: string;
  query: Record<string, string>;
  auth: string | undefined;
}

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

/** Starts a backend with a few routes. Other paths answer 404. */
async function backend(
  routes: Record<string, Reply | ((turn: number) => Reply)>,
): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const turns = new Map<string, number>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://x');
    const path = url.pathname.replace(/^\/v1/, '');
    const key = `${request.method} ${path}`;
    const auth =
      request.headers.authorization ?? (request.headers['x-apikey'] as string | undefined);
    seen.push({
      method: request.method ?? '',
      path,
      query: Object.fromEntries(url.searchParams),
      auth,
    });
    const turn = (turns.get(key) ?? 0) + 1;
    turns.set(key, turn);
    const route = routes[key];
    const {
      status = 200,
      body = {},
      headers = {},
    } = (typeof route === 'function' ? route(turn) : route) ?? {
      status: 404,
      body: { message: 'no' },
    };
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => new Promise((resolve) => server.close(() => resolve())));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, seen };
}

const secret = 'fake-secret-value';
const value = 'fake-private-hostname';
const organization = { uuid: 'org-1', name: 'Contoh', balance: 1 };

async function visit(
  target: Target,
  overrides: Overrides = {},
  { atOnce = 4, perMinute = 6000, timeLimit = 30_000 }: Partial<Manner> = {},
) {
  const waits: number[] = [];
  const said: string[] = [];
  let clock = 0;
  const pause = (milliseconds: number) => {
    waits.push(milliseconds);
    clock += milliseconds;
    return Promise.resolve();
  };
  const manner = { pause, now: () => clock, perMinute, atOnce, timeLimit };
  const found = await examine(target, overrides, manner, (examined) =>
    said.push(line(examined, overrides)),
  );
  const last = next(target.backend, found, overrides);
  return { found, waits, last, text: [...said, summary(found, overrides), last].join('\n') };
}

/** The overrides of a deployment that has only these operations. */
const absentBut = (...kept: string[]): Overrides =>
  Object.fromEntries(
    refs.filter((ref) => !kept.includes(ref)).map((ref) => [ref, { absent: true }]),
  );

function verdict(found: readonly Examined[], ref: string) {
  return found.find((each) => each.ref === ref)?.finding;
}

describe('awanio', () => {
  const withPassword = (baseUrl: string): Target => ({
    backend: 'awanio',
    baseUrl,
    credential: { kind: 'password', username: 'fake-user', password: secret },
  });

  it('signs in, uses ids of answers in later calls, and judges each answer', async () => {
    const { url, seen } = await backend({
      'POST /accounts/login': {
        body: { data: { id: 1, username: 'u', token: secret }, result: true },
      },
      'GET /organizations': { body: { data: [organization], result: true } },
      'GET /organizations/org-1': { body: { data: { name: value } } },
      'GET /organizations/org-1/members': { status: 403 },
      'GET /organizations/org-1/vms': { body: { data: [{ uuid: 'vm-1', title: value }] } },
      'GET /organizations/org-1/vms/vm-1': { body: '<html>' },
      'GET /organizations/org-1/baremetals': { body: { data: [] } },
      'GET /catalogues': { status: 500, body: { message: secret } },
      'GET /projects': { status: 302, headers: { location: 'https://elsewhere.example/' } },
    });
    const { found, text } = await visit(withPassword(url));
    expect(verdict(found, 'A03')?.verdict).toBe('ok');
    expect(verdict(found, 'A06')?.verdict).toBe('ok');
    expect(verdict(found, 'A07')).toMatchObject({ verdict: 'shape differs', paths: ['data.uuid'] });
    expect(verdict(found, 'A10')).toEqual({ verdict: 'refused', status: 403 });
    expect(verdict(found, 'A26')).toEqual({
      verdict: 'error',
      why: 'status 200, but no JSON',
      kind: 'page',
    });
    expect(verdict(found, 'A29')).toEqual({
      verdict: 'skipped',
      why: 'no sample to ask with: bare metal',
    });
    expect(verdict(found, 'A33')).toEqual({ verdict: 'error', why: 'status 500' });
    expect(verdict(found, 'A15')).toEqual({
      verdict: 'not offered',
      status: 302,
      host: 'elsewhere.example',
    });
    expect(text).toContain('A15 to elsewhere.example');
    expect(verdict(found, 'A34')).toEqual({ verdict: 'missing path', status: 404 });
    expect(healthy(found)).toBe(false);
    expect(text).toContain('"A34": {"path":"/pricing"}');
    expect(text).not.toContain(secret);
    expect(text).not.toContain(value);
    expect(text).not.toContain('org-1');
    expect(seen.filter(({ method }) => method !== 'GET').map(({ path }) => path)).toEqual([
      '/accounts/login',
    ]);
    expect(seen[0]?.auth).toBeUndefined();
    expect(seen.slice(1).every(({ auth }) => auth === `Bearer ${secret}`)).toBe(true);
  });

  it('stops when sign-in is refused', async () => {
    const { url, seen } = await backend({
      'POST /accounts/login': { status: 401, body: { result: false, message: 'no' } },
    });
    const { found, text } = await visit(withPassword(url));
    expect(found).toEqual([{ ref: 'A03', finding: { verdict: 'refused', status: 401 } }]);
    expect(seen).toHaveLength(1);
    expect(healthy(found)).toBe(false);
    expect(text).toContain('Nothing could be read.');
  });
});

describe('dewavps', () => {
  const withKey = (baseUrl: string): Target => ({
    backend: 'dewavps',
    baseUrl,
    credential: { kind: 'key', key: secret },
  });

  it('calls moved paths at their new place, skips absent ones, and waits after a 429', async () => {
    const { url, seen } = await backend({
      'GET /moved/locations': (turn) =>
        turn < 3
          ? { status: 429, headers: { 'retry-after': '7' } }
          : { body: { message: 'x', data: [{ id: 4, name: 'Fake' }] } },
      'GET /systems': { status: 501, body: { message: 'not here' } },
      'GET /tiers': { status: 501, body: 'gateway' },
      'GET /instance': { status: 400, body: { type: 'SCOPE_MISMATCH', message: 'x' } },
      'GET /credential/ssh': { status: 400, body: { message: 'TOKEN_NOT_FOUND' } },
      'GET /billing/summary': {
        status: 400,
        body: { message: 'x', errors: { a: ['TOKEN_NOT_FOUND'] } },
      },
      'GET /network/public/options': { body: { message: 'x', data: [] } },
    });
    const overrides = { D75: { path: '/moved/locations' }, D01: { absent: true } };
    const { found, waits } = await visit(withKey(url), overrides);
    expect(verdict(found, 'D75')?.verdict).toBe('ok');
    expect(waits).toEqual([7000, 7000]);
    expect(verdict(found, 'D01')).toEqual({
      verdict: 'skipped',
      why: 'absent by the overrides file',
    });
    expect(seen.find(({ path }) => path === '/network/public/options')).toMatchObject({
      query: { location_id: '4' },
      auth: secret,
    });
    expect(verdict(found, 'D74')).toEqual({ verdict: 'not offered', status: 501 });
    expect(verdict(found, 'D76')).toEqual({ verdict: 'missing path', status: 501 });
    expect(verdict(found, 'D57')?.verdict).toBe('ok');
    for (const ref of ['D02', 'D70'])
      expect(verdict(found, ref)).toEqual({ verdict: 'refused', status: 400 });
    expect(verdict(found, 'D78')).toEqual({ verdict: 'error', why: 'status 400' });
    expect(
      seen.some(({ path }) => path === '/locations' || path === '/instance/size-template'),
    ).toBe(false);
  });

  it('says that no backend answers', async () => {
    const { found } = await visit(withKey('http://127.0.0.1:9'));
    expect(verdict(found, 'D02')).toMatchObject({
      verdict: 'error',
      why: expect.stringContaining('cannot be reached') as string,
    });
  });
});

describe('what it says to do next', () => {
  const withKey = (baseUrl: string): Target => ({
    backend: 'dewavps',
    baseUrl,
    credential: { kind: 'key', key: secret },
  });

  it('is to correct the base URL if no path is found', async () => {
    const { url } = await backend({});
    const { last, text } = await visit(withKey(url));
    expect(last).toMatch(/^Correct NUSA_DEWAVPS_URL: .*the base URL is probably wrong/);
    expect(text).not.toContain('"absent": true');
    const portal = await backend({ 'GET /instance': { body: '<html>' } });
    expect((await visit(withKey(portal.url))).last).toContain('base URL is probably wrong');
  });

  it('is to put missing paths into the overrides file', async () => {
    const { url } = await backend({ 'GET /locations': { body: { data: [{ id: 4 }] } } });
    const { last } = await visit(withKey(url));
    expect(last).toContain('Put this into your overrides file');
    expect(last).toContain('"D76":{"path":"/tiers"}');
  });

  it('names the host of a redirect, and asks for answers by hand', async () => {
    const { url } = await backend({});
    const list = { data: [] };
    const elsewhere = { status: 302, headers: { location: 'https://docs.example/x?token=1' } };
    const only = await visit(withKey(url), absentBut('D75', 'D76'));
    expect(only.last).toContain('base URL is probably wrong');
    const { url: other } = await backend({
      'GET /locations': { body: list },
      'GET /tiers': elsewhere,
    });
    const { last, text, found } = await visit(withKey(other), absentBut('D75', 'D76'));
    expect(healthy(found)).toBe(true);
    expect(text).toContain('redirects to docs.example');
    expect(text).not.toContain('token=1');
    expect(last).toContain('Put the answers of D76 into your overrides file');
  });

  it('is nothing if all operations work or have a fixed answer', async () => {
    const { url, seen } = await backend({
      'GET /locations': { body: { data: [{ id: 4 }] } },
      'GET /tiers/9/pricing': { body: { data: [] } },
    });
    const overrides = {
      ...absentBut('D75', 'D77'),
      ...parseOverrides({ D76: { answer: [{ id: 9, name: 'By hand' }] } }),
    };
    const { last, found } = await visit(withKey(url), overrides);
    expect(verdict(found, 'D76')?.verdict).toBe('fixed answer');
    expect(seen.map(({ path }) => path).sort()).toEqual(['/locations', '/tiers/9/pricing']);
    expect(last).toBe('Nothing to do.');
  });

  it('is to look at the backend after three calls in a row without an answer', async () => {
    const server = createServer(() => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closers.push(async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    });
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
    const { found, last, text } = await visit(withKey(url), {}, { atOnce: 2, timeLimit: 100 });
    const asked = found.filter(({ finding }) => finding.verdict === 'error');
    expect(asked.length).toBeLessThanOrEqual(4);
    expect(last).toContain('See whether the backend is up and NUSA_DEWAVPS_URL names it');
    expect(text).toContain('gave up');
  });
});

describe('its pace', () => {
  it('makes several calls at once, within the calls a minute', async () => {
    let under = 0;
    let most = 0;
    const server = createServer((_request, response) => {
      most = Math.max(most, (under += 1));
      setTimeout(() => {
        under -= 1;
        response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":[]}');
      }, 20);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closers.push(() => new Promise((resolve) => server.close(() => resolve())));
    const target: Target = {
      backend: 'dewavps',
      baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      credential: { kind: 'key', key: secret },
    };
    const { found, waits } = await visit(target, {}, { perMinute: 6, atOnce: 3 });
    expect(most).toBe(3);
    const calls = found.filter(({ finding }) => finding.verdict !== 'skipped').length;
    // Six calls at once, then one every ten seconds.
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThanOrEqual((calls - 6) * 10_000);
  });
});

describe('what it may call', () => {
  it('is only what reads', () => {
    for (const ref of refs.filter(mayAsk))
      expect(operation(ref)).toMatchObject({ method: 'GET', kind: 'read' });
    expect(mayAsk('A24') || mayAsk('D07') || mayAsk('D80')).toBe(false);
  });

  it('has a source for every parameter of every call, and every source is a real operation', () => {
    for (const ref of refs.filter(mayAsk)) {
      for (const name of [...pathParams(operation(ref).path), ...neededQuery(ref)]) {
        expect(sourceOf(ref, name), `${ref} ${name}`).not.toBeNull();
      }
    }
    expect(Object.keys(gifts).filter((ref) => !isRef(ref))).toEqual([]);
  });
});

describe('settings', () => {
  it('come from the environment', async () => {
    const settings = await readDoctorSettings({
      NUSA_AWANIO_URL: 'https://a.example/v2/',
      DOCTOR_AWANIO_TOKEN: 't',
      NUSA_DEWAVPS_URL: 'https://d.example/v1',
    });
    expect(settings.targets).toEqual([
      {
        backend: 'awanio',
        baseUrl: 'https://a.example/v2',
        credential: { kind: 'token', token: 't' },
      },
    ]);
    expect(settings.remarks.join()).toContain('DOCTOR_DEWAVPS_KEY');
  });

  it.each([
    [{}, 'No backend'],
    [{ NUSA_AWANIO_URL: secret, DOCTOR_AWANIO_TOKEN: 't' }, 'NUSA_AWANIO_URL is not a URL'],
    [{ NUSA_AWANIO_URL: 'ftp://a.example' }, 'http'],
    [{ NUSA_AWANIO_URL: `https://u:${secret}@a.example` }, 'credentials'],
    [
      {
        NUSA_DEWAVPS_URL: 'https://d.example',
        DOCTOR_DEWAVPS_KEY: 'k',
        NUSA_OVERRIDES: '/nowhere.json',
      },
      'NUSA_OVERRIDES',
    ],
  ])('%j are refused', async (env, words) => {
    const refusal = readDoctorSettings(env);
    await expect(refusal).rejects.toThrow(words);
    await expect(refusal).rejects.not.toThrow(secret);
  });

  it('name the errors of an overrides file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'doctor-'));
    closers.push(() => rm(folder, { recursive: true }));
    const file = join(folder, 'overrides.json');
    await writeFile(file, '{"A25":{"path":"/vms"}}');
    const env = {
      NUSA_DEWAVPS_URL: 'https://d.example',
      DOCTOR_DEWAVPS_KEY: 'k',
      NUSA_OVERRIDES: file,
    };
    await expect(readDoctorSettings(env)).rejects.toThrow('A25.path');
  });
});
