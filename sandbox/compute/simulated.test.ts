import { once } from 'node:events';
import { createWebSocketStream, WebSocket, WebSocketServer } from 'ws';
import { afterEach, describe, expect, it } from 'vitest';
import { BOOT_MS, dial, SPEC, stillEngine, viewer } from './testing/machines';
import { RfbClient } from './testing/rfb-client';
import { streamPair } from './testing/streams';
import type { SimulatedEngine } from './simulated';

let engines: SimulatedEngine[] = [];

function setUp(options: Parameters<typeof stillEngine>[0] = {}) {
  const made = stillEngine(options);
  engines.push(made.engine);
  return made;
}

afterEach(() => {
  for (const engine of engines) engine.close();
  engines = [];
});

describe('a machine on its screen', () => {
  it('boots, logs in and runs a command, as the pixels over TCP show', async () => {
    const { engine, timers } = setUp({ tcp: true });
    engine.start(SPEC);
    const { client, password } = await dial(engine);
    await client.connect(password);
    expect(client.name).toBe('web-1');
    expect(await client.until('Sandbox Firmware')).not.toContain('login:');
    timers.advance(BOOT_MS);
    const login = await client.until('web-1 login:');
    expect(login).toContain('[  OK  ] The SSH server listens on port 22.');
    expect([client.width, client.height, client.resizes]).toEqual([800, 600, 1]);

    client.type('ayu\n');
    await client.until('Password:');
    client.type(`${SPEC.password}\n`);
    await client.until('ayu@web-1:~$');
    client.type('echo Hello, World! 0123 > note.txt; cat note.txt\n');
    const shell = await client.until('\nHello, World! 0123');
    expect(shell).not.toContain(SPEC.password);
    expect(shell).toBe(engine.screenText(SPEC.id) + ' _');
  });

  it('accepts bytes one by one', async () => {
    const { engine, timers } = setUp({ tcp: true });
    engine.start(SPEC);
    timers.advance(BOOT_MS);
    const { client, password } = await dial(engine, SPEC.id, 1);
    await client.connect(password, [5, 0]);
    client.type('ay');
    expect(await client.until('login: ay')).toContain('Ubuntu 24.04');
    expect([...client.encodingsSeen]).toEqual([5]);
  });

  it('speaks over WebSockets', async () => {
    const { engine, timers } = setUp();
    engine.start(SPEC);
    timers.advance(BOOT_MS);
    const grant = engine.openConsole(SPEC.id);
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
    server.on('connection', (socket, request) => {
      const ticket = request.url?.slice(1) ?? '';
      if (!engine.attach(ticket, createWebSocketStream(socket))) socket.close();
    });
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const socket = new WebSocket(`ws://127.0.0.1:${port}/${grant?.ticket}`, 'binary');
    const client = new RfbClient(createWebSocketStream(socket));
    await client.connect(grant?.password ?? '', [5, -223]);
    client.type('ayu\n');
    await client.until('Password:');
    engine.stop(SPEC.id);
    await client.untilEnded();
    server.close();
  });

  it('starts once, and accepts a new specification while it runs', async () => {
    const { engine, timers } = setUp();
    engine.start(SPEC);
    timers.advance(BOOT_MS);
    const client = await viewer(engine);
    engine.start({ ...SPEC, hostname: 'web-2' });
    client.type('\n');
    await client.until('web-2 login:');
    expect(client.ended).toBe(false);
  });
});

describe('a connection', () => {
  it('ends when the machine stops, and no new one is accepted', async () => {
    const { engine, timers } = setUp({ tcp: true });
    engine.start(SPEC);
    timers.advance(BOOT_MS);
    const { client, password } = await dial(engine);
    await client.connect(password);
    await client.until('login:');
    const unused = engine.openConsole(SPEC.id);
    engine.stop(SPEC.id);
    await client.untilEnded();
    expect(engine.isRunning(SPEC.id)).toBe(false);
    expect(engine.openConsole(SPEC.id)).toBeNull();
    expect(engine.screenText(SPEC.id)).toBeNull();
    expect(engine.attach(unused?.ticket ?? '', streamPair()[1])).toBe(false);
  });

  it('ends on a restart, which changes the password and keeps the files', async () => {
    const { engine, timers } = setUp();
    engine.start(SPEC);
    timers.advance(BOOT_MS);
    const before = await viewer(engine);
    before.type(`ayu\n${SPEC.password}\necho kept > file\n`);
    await before.until((text) => text.endsWith('~$ _'));
    const old = engine.openConsole(SPEC.id)?.password;
    engine.restart(SPEC.id);
    await before.untilEnded();
    expect(engine.openConsole(SPEC.id)?.password).not.toBe(old);
    timers.advance(BOOT_MS);
    const after = await viewer(engine);
    after.type(`ayu\n${SPEC.password}\ncat file\n`);
    await after.until('\nkept\n');
  });

  it('ends for the others when a viewer wants the screen for itself', async () => {
    const { engine } = setUp({ tcp: true });
    engine.start(SPEC);
    const first = await viewer(engine);
    const { client, password } = await dial(engine);
    await client.authenticate(password);
    await client.initialise(false);
    await first.untilEnded();
    await client.until('Firmware');
  });

  it('ends on removal, and a new machine with that id has a new disk', async () => {
    const { engine, timers } = setUp();
    engine.start(SPEC);
    timers.advance(BOOT_MS);
    const first = await viewer(engine);
    first.type(`ayu\n${SPEC.password}\ntouch marker\n`);
    await first.until((text) => text.endsWith('~$ _'));
    engine.remove(SPEC.id);
    await first.untilEnded();
    engine.start(SPEC);
    timers.advance(BOOT_MS);
    const second = await viewer(engine);
    second.type(`ayu\n${SPEC.password}\nls\n`);
    const text = await second.until('welcome.txt');
    expect(text).not.toContain('marker');
  });
});

describe('console tickets', () => {
  it('work once', async () => {
    const { engine } = setUp();
    engine.start(SPEC);
    const grant = engine.openConsole(SPEC.id);
    expect(grant?.password).toMatch(/^[a-zA-Z0-9]{8}$/);
    expect(grant?.tcpPort).toBeNull();
    expect(engine.attach(grant?.ticket ?? '', streamPair()[1])).toBe(true);
    expect(engine.attach(grant?.ticket ?? '', streamPair()[1])).toBe(false);
    expect(engine.attach('made-up', streamPair()[1])).toBe(false);
  });

  it('expire', () => {
    const { engine, timers } = setUp({ ticketMs: 1_000 });
    engine.start(SPEC);
    const [early, late] = [engine.openConsole(SPEC.id), engine.openConsole(SPEC.id)];
    timers.advance(999);
    expect(engine.attach(early?.ticket ?? '', streamPair()[1])).toBe(true);
    timers.advance(1);
    expect(engine.attach(late?.ticket ?? '', streamPair()[1])).toBe(false);
  });

  it('leave the stream untouched when they are refused', () => {
    const { engine } = setUp();
    const [, far] = streamPair();
    expect(engine.attach('made-up', far)).toBe(false);
    expect(far.listenerCount('data')).toBe(0);
    expect(far.destroyed).toBe(false);
  });
});

describe('power changes by the guest', () => {
  it('power off with an event, a dark screen and no connection, and allow a new start', async () => {
    const { engine, timers } = setUp();
    const events: string[] = [];
    engine.on('poweroff', (id) => events.push(`poweroff ${id}`));
    engine.on('reboot', (id) => events.push(`reboot ${id}`));
    engine.start(SPEC);
    timers.advance(BOOT_MS);
    const client = await viewer(engine);
    client.type(`ayu\n${SPEC.password}\nsudo poweroff\n`);
    await client.until('The system is going down.');
    expect(events).toEqual([]);
    timers.advance(BOOT_MS);
    await client.untilEnded();
    expect(events).toEqual(['poweroff machine-1']);
    expect(engine.isRunning(SPEC.id)).toBe(false);
    engine.start(SPEC);
    timers.advance(BOOT_MS);
    expect(engine.screenText(SPEC.id)).toContain('web-1 login:');
  });

  it('reboot by Ctrl-Alt-Del while the viewer stays connected', async () => {
    const { engine, timers } = setUp();
    const events: string[] = [];
    engine.on('reboot', (id) => events.push(id));
    engine.start(SPEC);
    timers.advance(BOOT_MS);
    const client = await viewer(engine);
    client.type('half a na');
    for (const key of [0xffe3, 0xffe9, 0xffff]) client.key(key, true);
    await client.until('The system is going down.');
    timers.advance(BOOT_MS / 3);
    await client.until('Sandbox Firmware');
    timers.advance(2 * BOOT_MS);
    expect(await client.until('web-1 login:')).not.toContain('half');
    expect(events).toEqual([SPEC.id]);
  });
});

describe('wrong passwords', () => {
  it('end the connection with a reason', async () => {
    const { engine } = setUp({ tcp: true });
    engine.start(SPEC);
    const { client } = await dial(engine);
    expect(await client.authenticate('wrong')).toBe('Authentication failed');
    await client.untilEnded();
  });

  it('lock TCP for a while after five, but not tickets', async () => {
    const { engine, timers } = setUp({ tcp: true });
    engine.start(SPEC);
    for (let i = 0; i < 5; i++) await (await dial(engine)).client.authenticate('wrong');
    const locked = await dial(engine);
    expect(await locked.client.authenticate(locked.password)).toMatch(/^Too many wrong passwords/);
    await viewer(engine);
    timers.advance(10_000);
    const again = await dial(engine);
    expect(await again.client.authenticate(again.password)).toBeNull();
  });

  it('are refused by the guest', async () => {
    const { engine, timers } = setUp();
    engine.start(SPEC);
    timers.advance(BOOT_MS);
    const client = await viewer(engine);
    client.type('ayu\nwrong\n');
    await client.until((text) => text.includes('Password:'));
    client.following = false;
    timers.advance(1_000);
    await client.until('Login incorrect');
    engine.setPassword(SPEC.id, 'another-not-secret');
    client.type('ayu\nanother-not-secret\n');
    await client.until('~$');
  });
});

describe('closing', () => {
  it('destroys every stream', async () => {
    const { engine } = setUp();
    engine.start(SPEC);
    const grant = engine.openConsole(SPEC.id);
    const [near, far] = streamPair();
    engine.attach(grant?.ticket ?? '', far);
    const client = new RfbClient(near);
    engine.close();
    await client.untilEnded();
    expect(far.destroyed).toBe(true);
    expect(engine.isRunning(SPEC.id)).toBe(false);
  });
});
