import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createServer as createNetServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { deadOrigin } from '@/lib/proxy/testing/fake-backend';
import { revokeSession } from '@/lib/session/revoked';
import type { Session } from '@/lib/session/session';
import { cookieHeader, fakeSession, TEST_ORIGIN, useSettings } from '@/lib/session/testing';
import { closeConsoles, CONSOLE_SOCKET_PATH, handleConsoleUpgrade, openConsoles } from './relay';
import { makeTicket } from './ticket';

let front: Server;
let machine: WebSocketServer;
let machineUrl: string;
let frontUrl: string;
let session: Session;
let count = 0;

const portOf = (address: ReturnType<Server['address']>) => (address as AddressInfo).port;

beforeEach(async () => {
  session = fakeSession({ sid: `fake-sid-of-relay-test-${(count += 1)}` });
  machine = new WebSocketServer({ host: '127.0.0.1', port: 0, handleProtocols: () => 'binary' });
  await once(machine, 'listening');
  machineUrl = `ws://127.0.0.1:${portOf(machine.address() as AddressInfo)}/?t=fake-backend-ticket`;
  useSettings({ NUSA_CONSOLE_HOSTS: '127.0.0.1' });
  front = createServer();
  front.on('upgrade', (request, socket, head) => void handleConsoleUpgrade(request, socket, head));
  front.listen(0, '127.0.0.1');
  await once(front, 'listening');
  frontUrl = `ws://127.0.0.1:${portOf(front.address())}${CONSOLE_SOCKET_PATH}`;
});

afterEach(async () => {
  for (const socket of machine.clients) socket.terminate();
  machine.close();
  front.closeAllConnections();
  front.close();
  await expect.poll(openConsoles).toBe(0);
});

interface Dial {
  url?: string;
  origin?: string;
  as?: Session | null;
  ticket?: string;
  protocols?: string[];
}

async function dial({
  url = frontUrl,
  origin = TEST_ORIGIN,
  as = session,
  ticket,
  protocols,
}: Dial = {}): Promise<WebSocket> {
  const sealed = ticket ?? (await makeTicket(machineUrl, session.sid)).ticket;
  const headers = as ? { cookie: await cookieHeader(as) } : {};
  return new WebSocket(url, protocols ?? ['binary', `nusa.ticket.${sealed}`], { origin, headers });
}

/** The HTTP status of a refused upgrade; 101 if it was accepted. */
function statusOf(socket: WebSocket): Promise<number> {
  return new Promise((resolve) => {
    socket.on('error', () => {});
    socket.on('unexpected-response', (_, response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    socket.on('open', () => {
      resolve(101);
      socket.terminate();
    });
  });
}

async function closeOf(socket: WebSocket): Promise<[code: number, reason: string]> {
  const [code, reason] = (await once(socket, 'close')) as [number, Buffer];
  return [code, reason.toString()];
}

async function nextMessage(socket: WebSocket): Promise<[data: Buffer, binary: boolean]> {
  return (await once(socket, 'message')) as [Buffer, boolean];
}

/** Both sockets of a relayed connection: the browser's and the machine's. */
async function joined(): Promise<{ browser: WebSocket; backend: WebSocket }> {
  const accepted = once(machine, 'connection');
  const browser = await dial();
  await once(browser, 'open');
  const [backend] = (await accepted) as [WebSocket];
  return { browser, backend };
}

describe('handleConsoleUpgrade', () => {
  it('moves bytes both ways as binary frames and accepts only the binary sub-protocol', async () => {
    const { browser, backend } = await joined();
    expect(browser.protocol).toBe('binary');
    expect(backend.protocol).toBe('binary');
    expect(openConsoles()).toBe(1);
    backend.send(Buffer.from('RFB 003.008\n'));
    expect(await nextMessage(browser)).toEqual([Buffer.from('RFB 003.008\n'), true]);
    const bytes = randomBytes(1000);
    browser.send(bytes);
    expect(await nextMessage(backend)).toEqual([bytes, true]);
    browser.close();
    await once(backend, 'close');
  });

  it('passes on early messages: of the machine at once, and of the browser before the machine connects', async () => {
    machine.on('connection', (socket) => socket.send('hello'));
    const browser = await dial();
    const greeting = nextMessage(browser);
    const accepted = once(machine, 'connection');
    await once(browser, 'open');
    browser.send('early');
    const [backend] = (await accepted) as [WebSocket];
    expect(await nextMessage(backend)).toEqual([Buffer.from('early'), true]);
    expect(await greeting).toEqual([Buffer.from('hello'), true]);
    browser.terminate();
  });

  it('turns text frames into binary ones, both ways', async () => {
    const { browser, backend } = await joined();
    browser.send('ketik');
    expect(await nextMessage(backend)).toEqual([Buffer.from('ketik'), true]);
    backend.send('layar');
    expect(await nextMessage(browser)).toEqual([Buffer.from('layar'), true]);
    browser.terminate();
  });

  it('takes what the machine sends with its handshake, and answers its pings', async () => {
    // All that the machine sends is one write: the answer to the handshake, a whole frame, a ping and half a frame.
    const raw = createNetServer((socket) => {
      socket.once('data', (request: Buffer) => {
        const key = /sec-websocket-key: (\S+)/i.exec(request.toString())?.[1] ?? '';
        const accept = createHash('sha1')
          .update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
          .digest('base64');
        const head = `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\nSec-WebSocket-Protocol: binary\r\n\r\n`;
        socket.write(
          Buffer.concat([
            Buffer.from(head),
            Buffer.from([0x82, 2, 0x41, 0x42, 0x89, 1, 0x50, 0x82, 4, 0x43, 0x44]),
          ]),
        );
        socket.once('data', (pong: Buffer) => {
          if ((pong[0] ?? 0) === 0x8a) socket.end(Buffer.from([0x45, 0x46, 0x88, 2, 3, 232]));
        });
      });
    });
    raw.listen(0, '127.0.0.1');
    await once(raw, 'listening');
    const { ticket } = await makeTicket(`ws://127.0.0.1:${portOf(raw.address())}/`, session.sid);
    const browser = await dial({ ticket });
    const got: Buffer[] = [];
    browser.on('message', (data: Buffer) => got.push(data));
    expect(await closeOf(browser)).toEqual([1000, 'ended']);
    expect(Buffer.concat(got).toString()).toBe('ABCDEF');
    raw.close();
  });

  it('ends with the reason when the machine breaks off within a frame, or breaks the protocol', async () => {
    const cut = await joined();
    const rawOf = (socket: WebSocket) => (socket as unknown as { _socket: Socket })._socket;
    const got = nextMessage(cut.browser);
    rawOf(cut.backend).write(Buffer.from([0x82, 100, 0x41, 0x42]));
    expect((await got)[0]).toEqual(Buffer.from('AB'));
    cut.backend.terminate();
    expect(await closeOf(cut.browser)).toEqual([4000, 'backend_gone']);
    const broken = await joined();
    rawOf(broken.backend).write(Buffer.from([0xc2, 1, 0x41]));
    expect(await closeOf(broken.browser)).toEqual([4000, 'backend_gone']);
  });

  it('accepts a ticket again until it expires', async () => {
    const { ticket } = await makeTicket(machineUrl, session.sid);
    expect(await statusOf(await dial({ ticket }))).toBe(101);
    expect(await statusOf(await dial({ ticket }))).toBe(101);
  });

  it('refuses requests before the upgrade', async () => {
    const stranger = fakeSession({ sid: 'fake-sid-of-a-stranger' });
    const expired = await makeTicket(machineUrl, session.sid, Date.now() - 30_000);
    const elsewhere = await makeTicket('wss://10.0.0.1/', session.sid);
    const over = fakeSession({ sid: session.sid, seen: Date.now() - 31 * 60_000 });
    const { ticket } = await makeTicket(machineUrl, session.sid);
    const refused: [string, Dial, number][] = [
      ['a ticket of another session', { as: stranger }, 403],
      ['a ticket past its end', { ticket: expired.ticket }, 403],
      ['a made-up ticket', { ticket: 'made-up' }, 403],
      ['a host that is not on the list', { ticket: elsewhere.ticket }, 403],
      ['another site', { origin: 'https://evil.example' }, 403],
      ['nobody', { as: null }, 401],
      ['an idle session', { as: over }, 401],
      ['no ticket', { protocols: ['binary'] }, 400],
      ['no binary protocol', { protocols: [`nusa.ticket.${ticket}`] }, 400],
      ['another path', { url: frontUrl.replace('socket', 'other') }, 404],
    ];
    const statuses = await Promise.all(
      refused.map(async ([name, how]) => [name, await statusOf(await dial(how))]),
    );
    expect(statuses).toEqual(refused.map(([name, , status]) => [name, status]));
    expect(machine.clients.size).toBe(0);
  });

  it('tells the browser how the machine closed the connection', async () => {
    const normal = await joined();
    normal.backend.close(1000);
    expect(await closeOf(normal.browser)).toEqual([1000, 'ended']);
    const gone = await joined();
    gone.backend.close(1011, 'secret of the backend');
    expect(await closeOf(gone.browser)).toEqual([4000, 'backend_gone']);
    const cut = await joined();
    cut.backend.terminate();
    expect(await closeOf(cut.browser)).toEqual([4000, 'backend_gone']);
  });

  it('tells the browser when the machine refuses or is unreachable', async () => {
    machine.options.verifyClient = () => false;
    expect(await closeOf(await dial())).toEqual([4003, 'backend_refused']);
    const gone = await makeTicket((await deadOrigin()).replace('http', 'ws'), session.sid);
    expect(await closeOf(await dial({ ticket: gone.ticket }))).toEqual([4003, 'backend_refused']);
  });

  it("closes the machine's socket when the browser's closes", async () => {
    const { browser, backend } = await joined();
    browser.terminate();
    await once(backend, 'close');
    await expect.poll(openConsoles).toBe(0);
  });

  it('closes when the session ends, by sign-out or expiry', async () => {
    const { browser } = await joined();
    void revokeSession(session.sid, session.expires);
    expect(await closeOf(browser)).toEqual([4002, 'session_ended']);
    session = fakeSession({ sid: 'fake-sid-that-ends-soon', expires: Date.now() + 1500 });
    expect(await closeOf(await dial())).toEqual([4002, 'session_ended']);
  });

  it('closes when the server stops', async () => {
    const { browser } = await joined();
    closeConsoles();
    expect(await closeOf(browser)).toEqual([1012, 'restarting']);
  });

  it('limits the sockets of a session and the bytes of a message', async () => {
    const sockets = await Promise.all(Array.from({ length: 20 }, () => dial()));
    await Promise.all(sockets.map((socket) => once(socket, 'open')));
    expect(await statusOf(await dial())).toBe(429);
    const [first] = sockets;
    first?.send(Buffer.alloc(1024 * 1024 + 1));
    if (first) expect((await closeOf(first))[0]).toBe(1009);
    for (const socket of sockets) socket.terminate();
  });

  it("slows the machine to a slow browser's speed, and loses nothing", async () => {
    const { browser, backend } = await joined();
    const piece = randomBytes(64 * 1024);
    const pieces = 1024; // 64 MiB, far more than the sockets and our buffer hold
    browser.pause();
    let sent = 0;
    const pump = () => {
      while (sent < pieces && backend.bufferedAmount < 1024 * 1024) {
        backend.send(piece, pump);
        sent += 1;
      }
    };
    pump();
    // The sender stalls: its buffer stops draining long before all is sent.
    let before = -1;
    await expect
      .poll(
        () => {
          const stalled = sent === before;
          before = sent;
          return stalled;
        },
        { interval: 150, timeout: 10_000 },
      )
      .toBe(true);
    expect(sent).toBeLessThan(pieces / 2);
    // A console is a stream: messages come whole, in their order, but not in their own pieces.
    let received = 0;
    let whole = true;
    const all = new Promise<void>((resolve) => {
      browser.on('message', (data: Buffer) => {
        for (let at = 0; at < data.length;) {
          const begin = (received + at) % piece.length;
          const count = Math.min(piece.length - begin, data.length - at);
          whole &&= piece.subarray(begin, begin + count).equals(data.subarray(at, at + count));
          at += count;
        }
        received += data.length;
        if (received === pieces * piece.length) resolve();
      });
    });
    browser.resume();
    await all;
    expect(whole).toBe(true);
    browser.close();
    await once(backend, 'close');
  });

  it("delivers the machine's last messages before it closes", async () => {
    const { browser, backend } = await joined();
    let received = 0;
    browser.on('message', (data: Buffer) => (received += data.length));
    for (let index = 0; index < 40; index += 1) backend.send(Buffer.alloc(256 * 1024));
    backend.close(1000);
    await once(browser, 'close');
    expect(received).toBe(40 * 256 * 1024);
  });
});
