import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { portProblems } from './ports.mjs';

const host = '127.0.0.1';
const taken = createServer();
let port = 0;
beforeAll(async () => {
  await new Promise<void>((resolve) => taken.listen(0, host, resolve));
  ({ port } = taken.address() as AddressInfo);
});
afterAll(() => void taken.close());

it('names a port that is in use once, with the setting that changes it', async () => {
  const wanted = { port, host, setting: 'PORT' };
  expect(await portProblems([wanted, { ...wanted, host: '0.0.0.0' }])).toEqual([
    `Port ${port} is in use: stop what listens there, or set PORT to another port.`,
  ]);
  const change = 'set OFFSET to a number, such as 20';
  expect(await portProblems([{ port, host, setting: 'OFFSET', change }])).toEqual([
    `Port ${port} is in use: stop what listens there, or set OFFSET to a number, such as 20.`,
  ]);
});

it('names two settings with one port, a port that is none, and a host of another machine', async () => {
  expect(
    await portProblems([
      { port: 0, host, setting: 'PORT' },
      { port: 0, host, setting: 'SANDBOX_PORT' },
      { port: Number.NaN, host, setting: 'OFFSET' },
      { port: 1, host: '192.0.2.1', setting: 'NUSA_PORT', hostSetting: 'NUSA_HOST' },
    ]),
  ).toEqual([
    'PORT and SANDBOX_PORT are both 0: set one of them to another port.',
    'OFFSET gives no port from 1 to 65535: set OFFSET to another port.',
    'NUSA_HOST is 192.0.2.1, and this machine has no such address.',
  ]);
});

it('has nothing to say of a free port, and leaves it free', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const free = (server.address() as AddressInfo).port;
  await new Promise((resolve) => server.close(resolve));
  for (let times = 0; times < 2; times += 1)
    expect(await portProblems([{ port: free, host, setting: 'PORT' }])).toEqual([]);
});
