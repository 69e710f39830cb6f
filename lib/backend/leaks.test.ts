/** Tests that a call leaves no secret in the log, in the backend's sentences, or in memory. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeLogger } from '@/lib/log/log';
import {
  deadOrigin,
  json,
  startFakeBackend,
  type FakeBackend,
} from '@/lib/proxy/testing/fake-backend';
import { applySettings } from '@/lib/proxy/testing/world';
import { callRaw } from './call';
import { keptBytes, mostBytes } from './shared-reads';
import { closePools } from './send';

let backend: FakeBackend;
let number = 0;
const key = () => ({ backend: 'dewavps', key: `fake-key-of-leaks-${(number += 1)}` }) as const;
const problemOf = async (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable('it should have failed'),
    (error: unknown) => (error as { problem: Record<string, unknown> }).problem,
  );

/** Collects what this process logs from now on. */
function logged(): string[] {
  const lines: string[] = [];
  const value = makeLogger('info', { write: (line: string) => void lines.push(line) });
  (globalThis as { [name: symbol]: unknown })[Symbol.for('nusa.log')] = { value };
  return lines;
}

beforeAll(async () => {
  backend = await startFakeBackend();
});
beforeEach(() => {
  backend.asked.length = 0;
  applySettings({ NUSA_DEWAVPS_URL: backend.url, NUSA_AWANIO_URL: backend.url });
});
afterAll(async () => {
  await closePools();
  await backend.close();
});

describe('the log', () => {
  it('says why there was no answer, and names no address', async () => {
    applySettings({ NUSA_DEWAVPS_URL: `${await deadOrigin()}/v1` });
    const lines = logged();
    await problemOf(callRaw('D70', {}, key()));
    expect(lines.join()).toContain('ECONNREFUSED');
    expect(lines.join()).not.toContain('127.0.0.1');
  });
});

describe('a backend that fails', () => {
  it('leaves a line with the operation and the status, and nothing of what it said', async () => {
    const lines = logged();
    const sent = key();
    const message = `broken at ${backend.url} for ${sent.key}`;
    backend.respond = (_asked, response) => json(response, 500, { message });
    await problemOf(callRaw('D70', {}, sent, { requestId: 'request-0007' }));
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'warn',
      ref: 'D70',
      requestId: 'request-0007',
      status: 500,
    });
    expect(lines.join()).not.toMatch(/broken|127\.0\.0\.1|fake-key/);
  });
});

describe('the backend’s words', () => {
  const said = (message: string) => {
    backend.respond = (_asked, response) => json(response, 400, { message, result: false });
  };
  it('repeat no password that stood deep in the input', async () => {
    said('the value deep-secret-1 is too weak');
    const uuid = '81d4c6b6-dcea-42f6-8152-03de276d6dab';
    const body = {
      authentication_type: { id: 1, key: 'contoh', value: 'deep-secret-1' },
      catalogue_uuid: uuid,
      instance_type_uuid: uuid,
      organization_uuid: uuid,
      title: 'web-1',
      with_external_ip: false,
      hostname: 'web-1',
    };
    const params = { group_type: 'organizations', uuid };
    const token = { backend: 'awanio', token: 'fake-token-of-leaks' } as const;
    const told = await problemOf(callRaw('A24', { params, body }, token));
    expect(told.backendMessage).toMatch(/^the value … is too weak$/);
  });

  it('can be cleaned of any text, half a character too', async () => {
    said('that password is too weak');
    const body = { username: 'sari', password: 'half \ud83d of a smile' };
    const anonymous = { backend: 'awanio', anonymous: true } as const;
    expect(await problemOf(callRaw('A03', { body }, anonymous))).toMatchObject({
      code: 'bad_input',
      backendMessage: 'that password is too weak',
    });
  });

  it('do not name the backend’s host, with or without its port', async () => {
    said('no route from 127.0.0.1 to the node');
    const told = await problemOf(callRaw('D70', {}, key()));
    expect(JSON.stringify(told)).not.toContain('127.0.0.1');
  });
});

describe('memory', () => {
  it('holds a bounded number of bytes of answers', async () => {
    const title = 'x'.repeat(900_000);
    backend.respond = (_asked, response) => json(response, 200, { data: [{ id: '1', title }] });
    for (let at = 0; at < 40; at += 1) await callRaw('D70', {}, key());
    expect(keptBytes()).toBeGreaterThan(0);
    expect(keptBytes()).toBeLessThanOrEqual(mostBytes);
  });

  it('lists no more wrong names than anybody reads', async () => {
    const body = Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`odd_${at}`, 1]));
    const told = await problemOf(callRaw('D71', { body }, key()));
    expect(Object.keys(told.fields as object).length).toBeLessThanOrEqual(60);
  });
});
