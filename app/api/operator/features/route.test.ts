import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call, closePools } from '@/lib/backend';
import type { Features } from '@/lib/operator/features';
import { json, startFakeBackend, type FakeBackend } from '@/lib/proxy/testing/fake-backend';
import { applySettings } from '@/lib/proxy/testing/world';
import { GET } from './route';

const token = 'not-a-token-not-a-token-not-a-token';
const key = { backend: 'dewavps', key: 'fake-key-features' } as const;
let backend: FakeBackend;
let folder: string;

const ask = (headers: Record<string, string> = {}) =>
  GET(new Request('http://console.example.test/api/operator/features', { headers }));
const bearer = { authorization: `Bearer ${token}` };

beforeAll(async () => {
  backend = await startFakeBackend();
  folder = mkdtempSync(path.join(tmpdir(), 'nusa-features-'));
});
beforeEach(() => {
  const file = path.join(folder, 'overrides.json');
  const overrides = {
    D74: { path: '/os' },
    D75: { answer: [{ id: 1, name: 'Jakarta' }] },
    A35: { absent: true },
  };
  writeFileSync(file, JSON.stringify(overrides));
  applySettings({
    NUSA_DEWAVPS_URL: backend.url,
    NUSA_OVERRIDES: file,
    NUSA_OPERATOR_TOKEN: token,
  });
});
afterAll(async () => {
  await closePools();
  await backend.close();
  rmSync(folder, { recursive: true });
});

describe('the list of what a deployment lacks', () => {
  it('needs the operator’s token, and isn’t found if none is set', async () => {
    expect(ask().status).toBe(401);
    expect(ask().headers.get('www-authenticate')).toContain('Basic');
    expect(ask({ authorization: 'Bearer wrong' }).status).toBe(401);
    expect(ask(bearer).status).toBe(200);
    const password = Buffer.from(`operator:${token}`).toString('base64');
    expect(ask({ authorization: `Basic ${password}` }).status).toBe(200);
    applySettings({ NUSA_DEWAVPS_URL: backend.url });
    expect(ask(bearer).status).toBe(404);
  });

  it('lists what the overrides file says and what calls have shown', async () => {
    backend.respond = ({ url }, response) =>
      url.includes('/tiers')
        ? json(response, 302, '', { location: 'https://docs.example.test/?key=fake-key-features' })
        : json(response, 404, { message: 'no' });
    await call('D76', {}, key).catch(() => null);
    await call('D74', {}, key).catch(() => null);
    const answer = ask(bearer);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const text = await answer.text();
    const { features, without } = JSON.parse(text) as Features;
    expect(without).toEqual(['awanio']);
    expect(features.map(({ ref, why, status, host }) => [ref, why, status, host])).toEqual([
      ['A35', 'absent', null, null],
      ['D74', 'moved', null, null],
      ['D74', 'missing', 404, null],
      ['D75', 'fixed', null, null],
      ['D76', 'redirected', 302, 'docs.example.test'],
    ]);
    expect(Date.parse(features.at(-1)?.seen ?? '')).toBeGreaterThan(Date.now() - 10_000);
    expect(text).not.toContain('fake-key');
    expect(text).not.toContain(new URL(backend.url).host);
  });

  it('is a page without scripts for a browser', async () => {
    backend.respond = (_asked, response) =>
      json(response, 302, '', { location: 'https://docs.example.test/' });
    await call('D76', {}, { ...key, key: 'fake-key-features-2' }).catch(() => null);
    const answer = ask({ ...bearer, accept: 'text/html,*/*' });
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const html = await answer.text();
    expect(html).toContain('docs.example.test');
    expect(html).toContain('GET /tiers');
    expect(html).not.toMatch(/<script|<style|style=|\bon\w+=/);
  });
});
