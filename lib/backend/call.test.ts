/** Tests what the proxy's tests don't reach: overrides, credentials, what never leaves the process. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { json, startFakeBackend, type FakeBackend } from '@/lib/proxy/testing/fake-backend';
import { applySettings } from '@/lib/proxy/testing/world';
import { call } from './call';
import { credentialHash } from './credentials';
import { retryAfterOf } from './problems';
import { readiness } from './readiness';
import { closePools } from './send';

let backend: FakeBackend;
let folder: string;
let number = 0;
const key = () => ({ backend: 'dewavps', key: `fake-key-${(number += 1)}` }) as const;
const overriding = (overrides: object) => {
  const file = path.join(folder, `overrides-${(number += 1)}.json`);
  writeFileSync(file, JSON.stringify(overrides));
  applySettings({ NUSA_DEWAVPS_URL: backend.url, NUSA_OVERRIDES: file });
};
const problemOf = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => expect.unreachable('it should have failed'),
    (error: unknown) => (error as { problem: unknown }).problem,
  );

beforeAll(async () => {
  backend = await startFakeBackend();
  folder = mkdtempSync(path.join(tmpdir(), 'nusa-call-'));
});
beforeEach(() => {
  backend.asked.length = 0;
  backend.respond = (_asked, response) => json(response, 200, { message: 'done', data: null });
  applySettings({ NUSA_DEWAVPS_URL: backend.url });
});
afterAll(async () => {
  await closePools();
  await backend.close();
  rmSync(folder, { recursive: true });
});

describe('overrides', () => {
  it('move an operation to another path, method and encoding', async () => {
    overriding({ D22: { path: '/v9/{instance_uuid}/name', method: 'PUT', encoding: 'json' } });
    await call('D22', { params: { instance_uuid: 'i-1' }, body: { hostname: 'web-1' } }, key());
    expect(backend.asked[0]).toMatchObject({
      method: 'PUT',
      url: '/base/v9/i-1/name',
      body: '{"hostname":"web-1"}',
    });
  });

  it('send Laravel’s _method where a form is posted for a delete', async () => {
    overriding({ D09: { method: 'POST' } });
    const body = { remove_ip: true, remove_block_storage: true };
    await call('D09', { params: { instance_uuid: 'i-1' }, body }, key());
    expect(backend.asked[0]).toMatchObject({
      method: 'POST',
      body: 'remove_ip=1&remove_block_storage=1&_method=DELETE',
    });
  });

  it('leave a real delete as it is, with the header that names it; nothing else has one', async () => {
    const body = { remove_ip: true, remove_block_storage: true };
    await call('D09', { params: { instance_uuid: 'i-1' }, body }, key());
    await call('D62', { params: { ip_uuid: 'ip-1' } }, key());
    await call('D10', { params: { instance_uuid: 'i-1' } }, key());
    const awanio = { backend: 'awanio', token: 'fake-token' } as const;
    applySettings({ NUSA_AWANIO_URL: backend.url });
    await call('A23', { params: { uuid: 'p-1', user_uuid: 'u-1' } }, awanio);
    expect(backend.asked.map(({ method, url, headers }) => [method, url, headers._method])).toEqual(
      [
        ['DELETE', '/base/instance/i-1', 'DELETE'],
        ['DELETE', '/base/network/public/ip-1/delete', 'DELETE'],
        ['PATCH', '/base/instance/i-1/start', undefined],
        ['DELETE', '/base/projects/p-1/members/u-1', undefined],
      ],
    );
    expect(backend.asked[0]?.body).toBe('remove_ip=1&remove_block_storage=1');
  });

  it('say that a deployment has no such operation, without asking', async () => {
    overriding({ D22: { absent: true } });
    const input = { params: { instance_uuid: 'i-1' }, body: { hostname: 'web-1' } };
    expect(await problemOf(call('D22', input, key()))).toMatchObject({
      code: 'not_offered',
      status: 404,
      ref: 'D22',
    });
    expect(backend.asked).toEqual([]);
  });

  it('make the process unready when they are wrong', () => {
    expect(readiness()).toEqual({ ready: true, backends: { awanio: false, dewavps: true } });
    overriding({ D22: { path: '/no-parameter' } });
    expect(readiness().ready).toBe(false);
    applySettings({});
    expect(readiness().ready).toBe(false);
  });
});

describe('credentials', () => {
  it.each(['a\r\nX-Evil: 1', 'a b', '', 'kué'])(
    'that can’t be sent are refused here: %j',
    async (bad) => {
      const refused = await problemOf(call('D70', {}, { backend: 'dewavps', key: bad }));
      expect(refused).toMatchObject({ code: 'credential_refused', status: 401 });
      expect(backend.asked).toEqual([]);
    },
  );

  it('are needed, and of the right backend', async () => {
    expect(await problemOf(call('D70', {}, { backend: 'dewavps', anonymous: true }))).toMatchObject(
      { status: 401 },
    );
    expect(await problemOf(call('D70', {}, { backend: 'awanio', token: 't' }))).toMatchObject({
      code: 'internal',
    });
  });

  it('are named by a hash that tells nothing', () => {
    const hash = credentialHash({ backend: 'dewavps', key: 'fake-key-zzz' });
    expect(hash).not.toContain('fake-key');
    expect(hash).not.toBe(credentialHash({ backend: 'dewavps', key: 'fake-key-zzy' }));
  });
});

describe('reading', () => {
  it('asks anew when told to, and gives others what it read', async () => {
    backend.respond = (_asked, response) =>
      json(response, 200, { data: [{ id: backend.asked.length, title: 'k' }] });
    const mine = key();
    const first = await call('D70', {}, mine);
    const second = await call('D70', {}, mine, { fresh: true });
    expect([first.data[0]?.id, second.data[0]?.id]).toEqual(['1', '2']);
    expect((await call('D70', {}, mine)).data[0]?.id).toBe('2');
  });

  it('keeps nothing after something is gone: the kept list may still name it', async () => {
    backend.respond = ({ url }, response) =>
      url.includes('/instance/')
        ? json(response, 404, { message: 'Not found' })
        : json(response, 200, { data: [{ id: backend.asked.length, title: 'k' }] });
    const mine = key();
    const keeping = { keepFor: 5000 };
    expect((await call('D70', {}, mine, keeping)).data[0]?.id).toBe('1');
    const gone = call('D04', { params: { instance_uuid: 'u' } }, mine);
    expect(await problemOf(gone)).toMatchObject({ code: 'not_found' });
    expect((await call('D70', {}, mine, keeping)).data[0]?.id).toBe('3');
  });

  it('keeps what the provider offers for minutes, whatever the credential changes', async () => {
    backend.respond = (_asked, response) =>
      json(response, 200, { data: [{ id: backend.asked.length, name: 'Jakarta' }] });
    const mine = key();
    vi.useFakeTimers({ toFake: ['performance'] });
    try {
      await call('D75', {}, mine);
      await call('D72', { params: { ssh_id: '5' } }, mine);
      vi.advanceTimersByTime(4 * 60_000);
      expect((await call('D75', {}, mine)).data[0]?.id).toBe('1');
      expect((await call('D75', {}, key())).data[0]?.id).toBe('3');
      vi.advanceTimersByTime(2 * 60_000);
      expect((await call('D75', {}, mine)).data[0]?.id).toBe('4');
    } finally {
      vi.useRealTimers();
    }
  });

  it('keeps an answer as long as its reader says, but not over a change', async () => {
    backend.respond = (_asked, response) =>
      json(response, 200, { data: [{ id: backend.asked.length, title: 'k' }] });
    const mine = key();
    vi.useFakeTimers({ toFake: ['performance'] });
    try {
      await call('D70', {}, mine, { keepFor: 5_000 });
      vi.advanceTimersByTime(4_000);
      expect((await call('D70', {}, mine)).data[0]?.id).toBe('1');
      await call('D72', { params: { ssh_id: '5' } }, mine);
      expect((await call('D70', {}, mine)).data[0]?.id).toBe('3');
    } finally {
      vi.useRealTimers();
    }
  });

  it('begun before a change is neither joined nor kept after it', async () => {
    const mine = key();
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    backend.respond = async ({ method }, response) => {
      const before = backend.asked.length === 1;
      if (before) await gate;
      json(response, 200, {
        data: method === 'GET' ? [{ id: before ? 'old' : 'new', title: 'k' }] : null,
      });
    };
    const arrived = backend.next();
    const early = call('D70', {}, mine);
    await arrived;
    await call('D72', { params: { ssh_id: '5' } }, mine);
    expect((await call('D70', {}, mine)).data[0]?.id).toBe('new');
    release();
    expect((await early).data[0]?.id).toBe('old');
    expect((await call('D70', {}, mine)).data[0]?.id).toBe('new');
  });
});

describe('text', () => {
  it('is whole, whatever halves of characters a backend sends', async () => {
    const body = '{"data":[{"id":"\\ud83d","title":"a\\uDE00b \\ud83d\\ude00 \\\\ud800"}]}';
    backend.respond = (_asked, response) => json(response, 200, body);
    const { data } = await call('D70', {}, key());
    expect(data[0]).toMatchObject({ id: '\ufffd', title: 'a\ufffdb 😀 \\ud800' });
  });
});

describe('Retry-After', () => {
  it('is seconds or a date, within bounds', () => {
    const now = Date.parse('2026-01-01T00:00:00Z');
    expect(retryAfterOf('12')).toBe(12);
    expect(retryAfterOf('0')).toBe(1);
    expect(retryAfterOf('99999')).toBe(300);
    expect(retryAfterOf('Thu, 01 Jan 2026 00:00:30 GMT', now)).toBe(30);
    expect(retryAfterOf('soon')).toBe(10);
    expect(retryAfterOf(undefined)).toBe(10);
  });
});
