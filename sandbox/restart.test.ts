import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestCloud, at, order } from './testing';

let data: string;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'nusa-sandbox-'));
});
afterAll(() => rm(data, { recursive: true, force: true }));

it('keeps sessions, machines, running jobs and money over a restart', async () => {
  let cloud = await TestCloud.start({ data, demo: true });
  const tenant = await cloud.tenant({ dewavps: { instances: 1 }, awanio: {} });
  const key = tenant.dewavps?.keys[0]?.key;
  const running = tenant.dewavps?.instances[0]?.uuid ?? '';
  const { username = '', password = '' } = tenant.awanio ?? {};
  const login = await cloud.awanio()('POST', '/accounts/login', { username, password });
  const token = String(at(login.body, 'data', 'token'));
  const made = await cloud.dewavps(key)('POST', '/instance/create', order);
  const pending = String(at(made.body, 'data', 'uuid'));
  await cloud.close();

  cloud = await TestCloud.start({ data, demo: true });
  try {
    expect((await cloud.awanio(token)('GET', '/accounts/me')).status).toBe(200);
    const api = cloud.dewavps(key);
    expect((await api('POST', `/instance/${running}/console-websocket`)).status).toBe(200);
    await cloud.advance(tenant, 10);
    expect(at((await api('GET', `/instance/${pending}/detail`)).body, 'data', 'status')).toBe(
      'Running',
    );
    expect((await api('POST', `/instance/${pending}/console-websocket`)).status).toBe(200);
    const demo = await cloud.dewavps('dewa_demo_super_0000000000000000000000')('GET', '/instance');
    expect(at(demo.body, 'data', 'page', 'total')).toBe(12); // the demo was not created twice
  } finally {
    await cloud.close();
  }
});
