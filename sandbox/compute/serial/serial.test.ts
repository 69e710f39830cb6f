import type { Duplex } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { BOOT_MS, SPEC, stillEngine } from '../testing/machines';
import { streamPair } from '../testing/streams';
import type { ManualTimers } from '../testing/timers';
import type { SimulatedEngine } from '../simulated';
import { SILENCE_MS } from './session';

const settle = () => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)));

/** A client of termproxy: it logs in and collects the output. */
class Client {
  text = '';
  bytes = 0;
  closed = false;
  position = 0;

  constructor(readonly stream: Duplex) {
    stream.on('data', (chunk: Buffer) => {
      this.text += chunk.toString('utf8');
      this.bytes += chunk.length;
    });
    stream.on('end', () => (this.closed = true));
  }

  async type(text: string): Promise<string> {
    const before = this.text.length;
    const bytes = Buffer.from(text, 'utf8');
    this.stream.write(Buffer.concat([Buffer.from(`0:${bytes.length}:`), bytes]));
    await settle();
    return this.text.slice(before);
  }
}

async function connect(engine: SimulatedEngine, after: number | null = null): Promise<Client> {
  const grant = engine.openSerial(SPEC.id, after);
  if (!grant) throw new Error('the machine is not running');
  const [near, far] = streamPair();
  if (!engine.attach(grant.ticket, far)) throw new Error('the ticket was refused');
  const client = new Client(near);
  client.position = grant.position;
  near.write(`${grant.user}:${grant.ticket}\n`);
  await settle();
  return client;
}

async function booted() {
  const { engine, timers } = stillEngine();
  engine.start(SPEC);
  timers.advance(BOOT_MS);
  return { engine, timers };
}

async function loggedIn(): Promise<{
  engine: SimulatedEngine;
  timers: ManualTimers;
  client: Client;
}> {
  const { engine, timers } = await booted();
  const client = await connect(engine);
  await client.type(`${SPEC.username}\r${SPEC.password}\r`);
  return { engine, timers, client };
}

describe('termproxy', () => {
  it('answers OK, then shows what the machine has said since it started', async () => {
    const { engine } = await booted();
    const client = await connect(engine);
    expect(client.text).toMatch(/^OK\u001b\[97mSandbox Firmware/);
    expect(client.text).toMatch(/\r\nweb-1 login: $/);
    expect(client.position).toBe(0);
  });

  it('refuses a wrong login, a second use of a ticket, and what is no frame', async () => {
    const { engine } = await booted();
    const grant = engine.openSerial(SPEC.id, null);
    const [near, far] = streamPair();
    expect(engine.attach(grant?.ticket ?? '', far)).toBe(true);
    expect(engine.attach(grant?.ticket ?? '', streamPair()[0])).toBe(false);
    const wrong = new Client(near);
    near.write(`somebody:${grant?.ticket}\n`);
    await settle();
    expect([wrong.text, wrong.closed]).toEqual(['', true]);
    const client = await connect(engine);
    client.stream.write('9:what');
    await settle();
    expect(client.closed).toBe(true);
  });

  it('reads frames in any pieces, and characters of several bytes', async () => {
    const { client } = await loggedIn();
    const line = Buffer.from('echo Häfen—é\r', 'utf8');
    const frame = Buffer.concat([Buffer.from(`0:${line.length}:`), line, Buffer.from('2')]);
    for (const byte of frame) client.stream.write(Buffer.from([byte]));
    await settle();
    expect(client.text).toContain('\r\nHäfen—é\r\n');
  });

  it('tells the guest the size, and the guest its terminal', async () => {
    const { client } = await loggedIn();
    client.stream.write('1:132:43:');
    expect(await client.type('stty size; tty\r')).toContain('\r\n43 132\r\n/dev/ttyS0\r\n');
  });

  it('drops a client that is silent for five minutes, and keeps one that pings', async () => {
    const { engine, timers } = await booted();
    const [silent, pinging] = [await connect(engine), await connect(engine)];
    timers.advance(SILENCE_MS - 1000);
    pinging.stream.write('2');
    await settle();
    timers.advance(1000);
    await settle();
    expect([silent.closed, pinging.closed]).toEqual([true, false]);
  });
});

describe('the serial line', () => {
  it('shows one output to all viewers, and goes on where a viewer was', async () => {
    const { engine, client } = await loggedIn();
    const other = await connect(engine);
    const seen = client.position + client.bytes - 'OK'.length;
    expect(await client.type('echo shared\r')).toContain('shared');
    expect(other.text).toContain('\r\nshared\r\n');
    client.stream.end();
    await other.type('echo meanwhile\r');
    const again = await connect(engine, seen);
    expect(again.position).toBe(seen);
    expect(again.text.startsWith('OK')).toBe(true);
    expect(again.text).not.toContain('Firmware');
    expect(again.text).toMatch(/shared[\s\S]*meanwhile/);
    // A position from before the sandbox started stands for nothing seen.
    expect(engine.openSerial(SPEC.id, 10_000_000)?.position).toBe(0);
  });

  it('ends with the machine, and shows a reboot from inside', async () => {
    const { engine, timers, client } = await loggedIn();
    await client.type('sudo reboot\r');
    timers.advance(2 * BOOT_MS);
    await settle();
    expect(client.closed).toBe(false);
    expect(client.text).toMatch(/Restarting\.[\s\S]*Sandbox Firmware[\s\S]*login: $/);
    engine.stop(SPEC.id);
    await settle();
    expect(client.closed).toBe(true);
    expect(engine.openSerial(SPEC.id, null)).toBeNull();
  });

  it('floods until Ctrl-C, and waits for a viewer who does not read', async () => {
    const { engine, timers, client } = await loggedIn();
    await client.type('yes selamat\r');
    for (let step = 0; step < 10; step++) {
      timers.advance(5);
      await settle();
    }
    expect(client.text.split('selamat').length).toBeGreaterThan(10_000);
    client.stream.pause();
    for (let step = 0; step < 200; step++) {
      timers.advance(5);
      await settle();
    }
    const before = engine.openSerial(SPEC.id, Number.MAX_SAFE_INTEGER - 1)?.position ?? 0;
    timers.advance(1000);
    await settle();
    expect(engine.openSerial(SPEC.id, Number.MAX_SAFE_INTEGER - 1)?.position).toBe(before);
    client.stream.resume();
    await settle();
    expect(await client.type('\u0003')).toMatch(/\^C\r\n.*\$ $/);
  });

  it('edits a line that is longer than the terminal is wide', async () => {
    const { client } = await loggedIn();
    client.stream.write('1:40:10:');
    await client.type(`echo ${'a'.repeat(60)}`);
    expect(await client.type('\u001b[D\u001b[D\u007fB\r')).toContain(
      `\r\n${'a'.repeat(57)}Baa\r\n`,
    );
  });

  it('writes escape sequences for printf, and numbers for seq', async () => {
    const { client } = await loggedIn();
    expect(await client.type(String.raw`printf '\033[6n\e[c\n'` + '\r')).toContain(
      '\u001b[6n\u001b[c\r\n',
    );
    expect(await client.type('seq 3\r')).toContain('\r\n1\r\n2\r\n3\r\n');
  });
});
