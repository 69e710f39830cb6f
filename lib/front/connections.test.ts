import { createReadStream } from 'node:fs';
import type { RequestListener, Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { type Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  createGuardedServer,
  keepWhileMoving,
  mostConnections,
  type ConnectionLimits,
} from './connections';

vi.mock('@/lib/log/log', () => ({ log: () => ({ warn: vi.fn() }) }));

const opened: { server: Server | null; sockets: Socket[] } = { server: null, sockets: [] };

async function serve(answer: RequestListener, limits: Partial<ConnectionLimits> = {}) {
  const server = createGuardedServer(answer, { check: 20, linger: 50, ...limits });
  opened.server = server;
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return server;
}

/** A client that never closes its own side of the connection, whatever the server does. */
async function dial(): Promise<{ socket: Socket; text: () => string }> {
  const { port } = opened.server?.address() as AddressInfo;
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  opened.sockets.push(socket);
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
  socket.on('error', () => {});
  await new Promise((ready) => socket.once('connect', ready));
  return { socket, text: () => text };
}

const open = () =>
  new Promise<number>((tell) => opened.server?.getConnections((_, count) => tell(count)));
const eventually = (count: number) =>
  vi.waitFor(async () => expect(await open()).toBe(count), 5000);
const get = (path: string, more = '') => `GET ${path} HTTP/1.1\r\nHost: here\r\n${more}\r\n`;
const never: RequestListener = () => {};
const echo: RequestListener = ({ url }, response) => void response.end(`<${url}>`);

/** A server whose answers are streamed from a file that is larger than the socket buffers. */
function largeFile() {
  const streams: Readable[] = [];
  const answer: RequestListener = (_, response) => {
    const stream = createReadStream('/dev/zero', { end: 200 * 1024 * 1024 });
    streams.push(stream);
    stream.pipe(response);
  };
  return { streams, answer };
}

afterEach(() => {
  for (const socket of opened.sockets.splice(0)) socket.destroy();
  opened.server?.closeAllConnections();
  opened.server?.close();
});

describe('requests on one connection', () => {
  it('opens one file at a time, though thousands are requested at once, and none after the client hangs up', async () => {
    const { streams, answer } = largeFile();
    await serve(answer);
    const { socket } = await dial();
    socket.pause();
    socket.write(get('/large').repeat(4000));
    await eventually(0);
    expect(streams).toHaveLength(1);
    await vi.waitFor(() => expect(streams[0]?.destroyed).toBe(true));
  });

  it('closes the stream when the client hangs up in the middle of an answer', async () => {
    const { streams, answer } = largeFile();
    await serve(answer);
    for (let turn = 0; turn < 3; turn += 1) {
      const { socket } = await dial();
      socket.write(get('/large'));
      await new Promise((some) => socket.once('data', some));
      socket.destroy();
    }
    await eventually(0);
    await vi.waitFor(() => expect(streams.map((one) => one.destroyed)).toEqual([true, true, true]));
  });

  it('answers requests one after the other: a second one waits', async () => {
    const ends: (() => void)[] = [];
    await serve(({ url }, response) => void ends.push(() => response.end(`<${url}>`)));
    const { socket, text } = await dial();
    socket.write(get('/one') + get('/two'));
    await vi.waitFor(() => expect(ends).toHaveLength(1));
    await sleep(50);
    expect(ends).toHaveLength(1);
    ends[0]?.();
    await vi.waitFor(() => expect(ends).toHaveLength(2));
    ends[1]?.();
    await vi.waitFor(() => expect(text()).toMatch(/<\/one>[^]*<\/two>/));
    socket.write(get('/three'));
    await vi.waitFor(() => expect(ends).toHaveLength(3));
  });

  it('closes the connection when a third request arrives before an answer', async () => {
    const heard: (string | undefined)[] = [];
    await serve(({ url }) => void heard.push(url));
    const { socket } = await dial();
    socket.write(get('/one') + get('/two') + get('/three'));
    await eventually(0);
    expect(heard).toEqual(['/one']);
  });

  it('refuses an upgrade while a request is unanswered', async () => {
    const server = await serve(never);
    const upgrades: boolean[] = [];
    server.on('upgrade', (_, socket) => upgrades.push(socket.destroyed));
    const { socket } = await dial();
    socket.write(get('/one') + get('/two', 'Connection: upgrade\r\nUpgrade: websocket\r\n'));
    await eventually(0);
    expect(upgrades).toEqual([true]);
  });
});

describe('a client that never closes its side', () => {
  it.each([
    ['is malformed', `GET / HTTP/1.1\r\nno header\r\n\r\n`, 'HTTP/1.1 400 '],
    ['has a head too large', get('/', `x: ${'a'.repeat(40_000)}\r\n`), 'HTTP/1.1 431 '],
    ['is a CONNECT', 'CONNECT here:443 HTTP/1.1\r\nHost: here\r\n\r\n', 'HTTP/1.1 405 '],
    ['is cut short', 'GET / HTTP/1.1\r\nHost:', 'HTTP/1.1 408 '],
    ['never comes', '', 'HTTP/1.1 408 '],
    ['lacks its body', `POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 9\r\n\r\n`, ''],
  ])('is closed after a request that %s', async (_, text, status) => {
    await serve(never, { headers: 100, request: 150 });
    const client = await dial();
    client.socket.write(text);
    await eventually(0);
    expect(client.text().slice(0, status.length)).toBe(status);
    expect(client.socket.destroyed).toBe(false);
  });

  it('gets no second status line in the middle of an answer', async () => {
    await serve((_, response) => void response.write('some'));
    const { socket, text } = await dial();
    socket.write(get('/'));
    await vi.waitFor(() => expect(text()).toContain('some'));
    socket.write('no request\r\n\r\n');
    await eventually(0);
    expect(text().match(/HTTP\/1\.1/g) ?? []).toHaveLength(1);
  });

  it('is disconnected when it keeps sending invalid requests', async () => {
    await serve(echo, { linger: 60_000 });
    const { socket } = await dial();
    socket.write('no request\r\n\r\n');
    await sleep(50);
    socket.write('no request\r\n\r\n');
    await eventually(0);
  });
});

describe('a client that is slow', () => {
  it('is disconnected when it never reads its answer', async () => {
    const { streams, answer } = largeFile();
    await serve(answer, { idle: 100 });
    const { socket } = await dial();
    socket.pause();
    socket.write(get('/large'));
    await eventually(0);
    await vi.waitFor(() => expect(streams[0]?.destroyed).toBe(true));
  });

  it('is disconnected when it reads its answer too slowly', async () => {
    await serve(
      (_, response) => {
        const drip = setInterval(() => response.write('.'), 20);
        response.once('close', () => clearInterval(drip));
      },
      { idle: 200, answer: 300 },
    );
    const { socket, text } = await dial();
    socket.write(get('/'));
    await eventually(0);
    expect(text()).toContain('.');
  });

  it('is disconnected when it sends no further request', async () => {
    await serve(echo, { keepAlive: 50 });
    const { socket, text } = await dial();
    socket.write(get('/'));
    await vi.waitFor(() => expect(text()).toContain('</>'));
    await eventually(0);
  });
});

describe('a stream', () => {
  const slow = { answer: 100, request: 100, stream: 150, idle: 10_000 };
  const drip = (bytes: number) =>
    ((_, response) => {
      keepWhileMoving(response);
      const timer = setInterval(() => response.write('.'.repeat(bytes)), 20);
      response.once('close', () => clearInterval(timer));
    }) satisfies RequestListener;

  it('outlasts the limits of other answers while it moves', async () => {
    await serve(drip(1000), { ...slow, leastBytes: 1000 });
    const { socket } = await dial();
    socket.write(get('/'));
    await sleep(700);
    expect(socket.readableEnded).toBe(false);
    expect(await open()).toBe(1);
  });

  it('is ended when it moves too little', async () => {
    await serve(drip(1), { ...slow, leastBytes: 10_000 });
    const { socket } = await dial();
    socket.write(get('/'));
    await eventually(0);
  });

  it('may take long to bring its body, and no longer without one', async () => {
    await serve((_, response) => keepWhileMoving(response), { ...slow, leastBytes: 1000 });
    const { socket } = await dial();
    socket.write('PUT / HTTP/1.1\r\nHost: here\r\nContent-Length: 1000000\r\n\r\n');
    const timer = setInterval(() => socket.write('.'.repeat(1000)), 20);
    await sleep(600);
    expect(await open()).toBe(1);
    clearInterval(timer);
    await eventually(0);
  });
});

describe('the number of connections', () => {
  it('closes the connection that was idle for longest to make room for a new one', async () => {
    await serve(({ url }, response) => void (url === '/busy' || response.end('here')), {
      connections: 10,
      grace: 20,
    });
    const [busy, ...silent] = await Promise.all(Array.from({ length: 9 }, dial));
    busy?.socket.write(get('/busy'));
    await eventually(9);
    await sleep(30);
    const last = await dial();
    last.socket.write(get('/'));
    await vi.waitFor(() => expect(last.text()).toContain('here'));
    await eventually(9);
    expect(silent.filter(({ socket }) => socket.readableEnded)).toHaveLength(1);
    expect(busy?.socket.readableEnded).toBe(false);
  });

  it('accepts a new connection when all others opened at once and are silent', async () => {
    await serve(echo, { connections: 10, grace: 100 });
    for (let turn = 0; turn < 30; turn += 1) await dial();
    await eventually(10);
    await sleep(120);
    const last = await dial();
    last.socket.write(get('/'));
    await vi.waitFor(() => expect(last.text()).toContain('</>'));
    expect(await open()).toBe(10);
  });

  it('never exceeds the limit when all connections are busy', async () => {
    await serve(never, { connections: 10 });
    for (let turn = 0; turn < 14; turn += 1) (await dial()).socket.write(get('/'));
    await eventually(10);
  });

  it('is limited by the number of files that the process may open', () => {
    expect(mostConnections(2000, Number.POSITIVE_INFINITY)).toBe(2000);
    expect(mostConnections(2000, 1024)).toBe(412);
    expect(mostConnections(100, 1024)).toBe(100);
    expect(mostConnections(2000, 64)).toBe(8);
    expect(mostConnections(50)).toBeGreaterThan(0);
  });
});
