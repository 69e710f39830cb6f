import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { pipe } from './pipe';

const login = 'fake-user@pve:fake-ticket';

let machines: WebSocketServer;
let front: WebSocketServer;
let ended: number;

const urlOf = (server: WebSocketServer) =>
  `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;

beforeEach(async () => {
  ended = 0;
  machines = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  front = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await Promise.all([once(machines, 'listening'), once(front, 'listening')]);
  front.on('connection', (browser, request) => {
    browser.pause();
    const to = { url: new URL(urlOf(machines)), login };
    pipe(browser, request.socket, to, () => (ended += 1));
  });
});

afterEach(async () => {
  for (const socket of [...front.clients, ...machines.clients]) socket.terminate();
  front.close();
  machines.close();
  await expect.poll(() => front.clients.size).toBe(0);
});

/** What a browser gets: text frames as they are, binary ones as Latin-1 after `bytes:`. */
function browser() {
  const socket = new WebSocket(urlOf(front));
  const got: string[] = [];
  socket.on('message', (data: Buffer, binary) =>
    got.push(binary ? `bytes:${data.toString('latin1')}` : data.toString()),
  );
  return { socket, got };
}

/** A connected pair; the machine has read the login and not answered. */
async function joined() {
  const accepted = once(machines, 'connection');
  const { socket, got } = browser();
  const [machine] = (await accepted) as [WebSocket];
  const [first] = (await once(machine, 'message')) as [Buffer];
  return { socket, got, machine, first: first.toString() };
}

const closeOf = async (socket: WebSocket) => {
  const [code, reason] = (await once(socket, 'close')) as [number, Buffer];
  return [code, reason.toString()];
};

describe('the login of a serial console', () => {
  it.each([
    ['in one piece', ['OK'], '!'],
    ['in two pieces', ['O', 'K'], '!'],
    ['glued to the first output', ['OKhello'], 'hello!'],
    ['split, then glued', ['O', 'Khel', 'lo'], 'hello!'],
    ['without another OK that is output', ['O', 'KOK'], 'OK!'],
  ])('takes the answer off, %s', async (_, pieces, output) => {
    const { got, machine, first } = await joined();
    expect(first).toBe(`${login}\n`);
    for (const piece of pieces) machine.send(Buffer.from(piece));
    machine.send(Buffer.from('!'));
    const text = () => got.slice(1).join('').replaceAll('bytes:', '');
    await expect.poll(text).toBe(output);
    expect(got[0]).toBe('ready');
  });

  it.each([['NO'], ['ON'], ['authentication failure'], ['K']])(
    'closes with a name when the answer is %s',
    async (answer) => {
      const { socket, got, machine } = await joined();
      machine.send(Buffer.from(answer));
      expect(await closeOf(socket)).toEqual([4004, 'login_refused']);
      expect(got).toEqual([]);
      await expect.poll(() => ended).toBe(1);
    },
  );

  it('closes with a name when the machine hangs up instead of an answer', async () => {
    const { socket, machine } = await joined();
    machine.send(Buffer.from('O'));
    machine.close(1000);
    expect(await closeOf(socket)).toEqual([4004, 'login_refused']);
  });

  it('sends nothing of the browser before the login', async () => {
    const { socket, machine } = await joined();
    socket.send(Buffer.from('0:1:x'));
    const next = once(machine, 'message');
    machine.send(Buffer.from('OK'));
    const [data, binary] = (await next) as [Buffer, boolean];
    expect([data.toString(), binary]).toEqual(['0:1:x', true]);
  });
});

describe('the output of a serial console', () => {
  async function open() {
    const pair = await joined();
    pair.machine.send(Buffer.from('OK'));
    await expect.poll(() => pair.got).toEqual(['ready']);
    return pair;
  }

  it('stops the machine while the browser takes nothing, and loses nothing', async () => {
    const { socket, machine } = await open();
    const piece = Buffer.alloc(64 * 1024, 'x');
    const pieces = 512; // 32 MiB, more than the window and the sockets hold
    let received = 0;
    socket.on('message', (data: Buffer) => (received += data.length));
    let sent = 0;
    const pump = () => {
      while (sent < pieces && machine.bufferedAmount < 1024 * 1024) {
        machine.send(piece, pump);
        sent += 1;
      }
    };
    pump();
    let before = -1;
    const still = () => {
      const same = received === before;
      before = received;
      return same && received > 0;
    };
    await expect.poll(still, { interval: 150, timeout: 10_000 }).toBe(true);
    expect(received).toBeLessThan(1024 * 1024);
    // What the person types arrives all the same.
    const typed = once(machine, 'message');
    socket.send(Buffer.from('0:1:\u0003'));
    expect(((await typed) as [Buffer])[0].toString()).toBe('0:1:\u0003');
    socket.send('taken:nonsense');
    socket.on('message', () => socket.send(`taken:${received}`));
    socket.send(`taken:${received}`);
    await expect.poll(() => received, { timeout: 10_000 }).toBe(pieces * piece.length);
  });

  it('tells how the machine closed the connection, after its last output', async () => {
    const { socket, got, machine } = await open();
    machine.send(Buffer.from('bye'));
    machine.close(1000);
    expect(await closeOf(socket)).toEqual([1000, 'ended']);
    expect(got).toEqual(['ready', 'bytes:bye']);
    const cut = await open();
    cut.machine.terminate();
    expect(await closeOf(cut.socket)).toEqual([4000, 'backend_gone']);
  });

  it('hangs up when the browser leaves', async () => {
    const { socket, machine } = await open();
    socket.terminate();
    await once(machine, 'close');
    await expect.poll(() => ended).toBe(1);
  });
});
