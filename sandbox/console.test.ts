import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { TestCloud, at } from './testing';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.close());

async function grant() {
  const { api, tenant } = await cloud.customer({ instances: 1 });
  const uuid = tenant.dewavps?.instances[0]?.uuid ?? '';
  const answered = await api('POST', `/instance/${uuid}/console-websocket`);
  expect(answered.status, answered.text).toBe(200);
  const { url, password } = at(answered.body, 'data') as { url: string; password: string };
  return { api, tenant, uuid, url, password };
}

it('speaks RFB 3.8 to a client with a valid ticket', async () => {
  const { url, password } = await grant();
  expect(password).toHaveLength(8);
  expect([...new URL(url).searchParams.keys()]).toEqual(['t', 'ae', 'n', 'i', 'p']);
  const socket = new WebSocket(url, ['binary']);
  const [bytes, binary] = (await once(socket, 'message')) as [Buffer, boolean];
  expect(binary).toBe(true);
  expect(bytes.subarray(0, 12).toString()).toBe('RFB 003.008\n');
  expect(socket.protocol).toBe('binary');
  socket.close();
});

it('closes for an invalid ticket and for another path', async () => {
  const { url } = await grant();
  const wrong = new URL(url);
  wrong.searchParams.set('t', 'nope');
  const socket = new WebSocket(wrong, ['binary']);
  const [code] = (await once(socket, 'close')) as [number];
  expect(code).toBe(1008);
  const [error] = (await once(new WebSocket(url.replace('/console', '/elsewhere')), 'error')) as [
    Error,
  ];
  expect(error.message).toContain('404');
});

it('ends when the machine is deleted, and is refused for a stopped machine', async () => {
  const { api, tenant, uuid, url } = await grant();
  const socket = new WebSocket(url, ['binary']);
  await once(socket, 'message');
  const closed = once(socket, 'close');
  expect((await api('PATCH', `/instance/${uuid}/stop`)).status).toBe(200);
  await cloud.advance(tenant, 4);
  await closed;
  const refused = await api('POST', `/instance/${uuid}/console-websocket`);
  expect(refused).toMatchObject({ status: 400, body: { type: 'INVALID_OPERATION' } });
});
