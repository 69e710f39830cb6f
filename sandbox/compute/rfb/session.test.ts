import { describe, expect, it } from 'vitest';
import { PALETTE, Screen, SYSTEM_MODE } from '../screen/screen';
import { Terminal } from '../screen/terminal';
import { RfbClient } from '../testing/rfb-client';
import { streamPair } from '../testing/streams';
import { ManualTimers } from '../testing/timers';
import { Session } from './session';

const PASSWORD = 'fake1234';

function serve() {
  const screen = new Screen(SYSTEM_MODE);
  const terminal = new Terminal(screen);
  const timers = new ManualTimers();
  const [near, far] = streamPair();
  const keys: [boolean, number][] = [];
  const ends: string[] = [];
  const session = new Session({
    stream: far,
    screen,
    name: 'näme',
    gate: { password: PASSWORD, refusal: () => null, onResult: () => undefined },
    schedule: timers.schedule,
    onExclusive: () => undefined,
    onKey: (down, keysym) => keys.push([down, keysym]),
    onEnd: (reason) => ends.push(reason),
  });
  return { screen, terminal, timers, near, far, keys, ends, session, client: new RfbClient(near) };
}

/** Lets everything run that is due in the next few turns of the event loop. */
async function settle(): Promise<void> {
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve));
}

describe('handshake', () => {
  it.each(['003.003', '003.007', '003.008'])('speaks %s', async (version) => {
    const { client } = serve();
    expect(await client.authenticate(PASSWORD, version)).toBeNull();
    await client.initialise();
    expect([client.width, client.height, client.name]).toEqual([800, 600, 'näme']);
  });

  it.each([
    ['003.003', 'failed'],
    ['003.007', 'failed'],
    ['003.008', 'Authentication failed'],
  ])('refuses a wrong password in %s', async (version, reason) => {
    const { client, ends } = serve();
    expect(await client.authenticate('fake1235', version)).toBe(reason);
    await client.untilEnded();
    expect(ends).toEqual(['authentication failed']);
  });

  it.each([
    ['a web client', 'GET / HTTP/1.1\r\n\r\n', 'not an RFB client'],
    ['a type never offered', 'RFB 003.008\n\u0001', 'security type 1 was not offered'],
  ])('refuses %s', async (_, said, reason) => {
    const { client, ends } = serve();
    client.send(Buffer.from(said));
    await client.untilEnded();
    expect(ends).toEqual([reason]);
  });

  it('disconnects a client that sends nothing', async () => {
    const { client, timers, ends } = serve();
    timers.advance(29_999);
    expect(ends).toEqual([]);
    timers.advance(1);
    await client.untilEnded();
    expect(ends).toEqual(['handshake took too long']);
  });
});

describe('updates', () => {
  it('wait until something changes, and then contain only the change', async () => {
    const { client, terminal } = serve();
    await client.connect(PASSWORD, [0]);
    client.request(false);
    expect(await client.message()).toEqual([{ x: 0, y: 0, width: 800, height: 600, encoding: 0 }]);
    client.request(true);
    await settle();
    expect(client.updates).toBe(1);
    terminal.write('\n\nabc');
    // One line: the cell of the old cursor (none was shown yet), the text and the new cursor.
    const changed = await client.message();
    expect(changed.at(-1)).toEqual({ x: 0, y: 4 + 32, width: 32, height: 16, encoding: 0 });
    expect(changed.reduce((sum, { width, height }) => sum + width * height, 0)).toBeLessThan(2_000);
    expect(client.text()).toBe('\n\nabc_');
  });

  it('contain only the requested region; the rest comes later', async () => {
    const { client, screen } = serve();
    await client.connect(PASSWORD, [0]);
    client.request(false);
    await client.message();
    screen.put(0, 0, 'a');
    screen.put(50, 20, 'b');
    client.request(true, 400, 300, 400, 300);
    expect(await client.message()).toEqual([{ x: 400, y: 324, width: 8, height: 16, encoding: 0 }]);
    client.request(true);
    expect(await client.message()).toEqual([{ x: 0, y: 4, width: 8, height: 16, encoding: 0 }]);
  });

  it('contain a pointer for viewers that draw it', async () => {
    const { client } = serve();
    await client.connect(PASSWORD, [0, -239]);
    client.request(false);
    const rectangles = await client.message();
    expect(rectangles.map(({ encoding }) => encoding)).toEqual([0, -239]);
    client.request(false);
    expect(await client.message()).toHaveLength(1);
  });

  it('tell the new size to viewers that support it, and show the others what fits', async () => {
    const resized = serve();
    const fixed = serve();
    await resized.client.connect(PASSWORD, [5, -223]);
    await fixed.client.connect(PASSWORD, [0]);
    for (const { client, screen, terminal } of [resized, fixed]) {
      client.request(false);
      await client.message();
      client.request(true);
      screen.setMode({ width: 640, height: 400 });
      terminal.row = terminal.column = 0;
      terminal.write('smaller');
      await client.message();
      client.request(true);
    }
    await resized.client.message();
    expect([resized.client.width, resized.client.height, resized.client.text()]).toEqual([
      640,
      400,
      'smaller_',
    ]);
    expect([fixed.client.width, fixed.client.height]).toEqual([800, 600]);
  });

  it('show the same in Hextile and in Raw', async () => {
    const { client, terminal, screen } = serve();
    for (let i = 0; i < 120; i++)
      terminal.write(`\u001b[${31 + (i % 3)};${44 + (i % 3)}mcolour ${i}\u001b[0m `);
    await client.connect(PASSWORD, [0]);
    client.request(false);
    await client.message();
    const raw = client.pixels.slice();
    client.setEncodings([5, 0]);
    client.request(false);
    expect(await client.message()).toEqual([{ x: 0, y: 0, width: 800, height: 600, encoding: 5 }]);
    expect(Buffer.from(client.pixels.buffer).equals(Buffer.from(raw.buffer))).toBe(true);
    expect(client.text().replace(/_$/, '').trimEnd()).toBe(screen.text());
  });

  it('are joined to one for a viewer that does not read', async () => {
    const { client, near, far, terminal } = serve();
    await client.connect(PASSWORD, [0]);
    near.pause();
    for (let i = 0; i < 50; i++) {
      client.request(false);
      terminal.write(`line ${i}\n`);
      await settle();
    }
    const full = 800 * 600 * 4 + 16;
    expect(far.writableLength).toBeLessThanOrEqual(2 * full);
    near.resume();
    await client.until('line 49');
    expect(client.updates).toBeLessThan(6);
  });
});

describe('pixel formats', () => {
  const colour = PALETTE[1] ?? 0;
  const [red, green, blue] = [colour >> 16, (colour >> 8) & 255, colour & 255];
  const part = (value: number, max: number) => Math.round((value * max) / 255);

  it.each([
    ['32 bits BGR', 32, false, [255, 255, 255], [0, 8, 16], red + green * 256 + blue * 65536],
    ['32 bits big endian, shifted', 32, true, [255, 255, 255], [24, 16, 8], colour * 256],
    [
      '16 bits 565',
      16,
      false,
      [31, 63, 31],
      [11, 5, 0],
      part(red, 31) * 2048 + part(green, 63) * 32 + part(blue, 31),
    ],
    [
      '16 bits 555 big endian',
      16,
      true,
      [31, 31, 31],
      [10, 5, 0],
      part(red, 31) * 1024 + part(green, 31) * 32 + part(blue, 31),
    ],
    [
      '8 bits BGR 233',
      8,
      false,
      [7, 7, 3],
      [0, 3, 6],
      part(red, 7) + part(green, 7) * 8 + part(blue, 3) * 64,
    ],
  ] as const)('%s', async (_, bits, bigEndian, max, shift, expected) => {
    for (const encoding of [0, 5]) {
      const { client, screen } = serve();
      screen.put(0, 0, 'H', 1);
      await client.connect(PASSWORD, [encoding]);
      client.setFormat(bits, bigEndian, [...max], [...shift]);
      client.request(false);
      await client.message();
      // Row 6 of the cell is the first row of the letter's second stroke.
      expect(client.pixels[(4 + 6) * 800]).toBe(expected);
      expect(client.text()).toBe('H');
    }
  });

  it('include a colour map', async () => {
    const { client, screen } = serve();
    screen.put(0, 0, 'H', 9);
    await client.connect(PASSWORD, [0]);
    client.setFormat(8, false, [0, 0, 0], [0, 0, 0], false);
    await client.message();
    expect(client.colourMapEntries).toBe(16);
    client.request(false);
    await client.message();
    expect(client.pixels[(4 + 6) * 800]).toBe(9);
  });
});

describe('messages of viewers', () => {
  it('pass keys on and skip pointers and clipboards, even byte by byte', async () => {
    const { near, keys, ends } = serve();
    const client = new RfbClient(near, 1);
    await client.connect(PASSWORD);
    client.send([5, 1, 0, 9, 0, 9]);
    client.send(Buffer.concat([Buffer.from([6, 0, 0, 0, 0, 0, 0, 5]), Buffer.from('paste')]));
    client.key(0x61);
    await settle();
    expect(keys).toEqual([
      [true, 0x61],
      [false, 0x61],
    ]);
    expect(ends).toEqual([]);
  });

  it.each([
    ['an unknown type', [99], 'unknown message type 99'],
    ['too long a clipboard', [6, 0, 0, 0, 255, 255, 255, 255], 'cut text of 4294967295 bytes'],
    ['too many encodings', [2, 0, 255, 255], '65535 encodings'],
    ['24 bits per pixel', [0, 0, 0, 0, 24, ...new Array<number>(15).fill(0)], '24 bits per pixel'],
    [
      'colours beyond the pixel',
      [0, 0, 0, 0, 8, 8, 0, 1, 0, 255, 0, 255, 0, 255, 16, 8, 0, 0, 0, 0],
      'colours beyond the pixel',
    ],
  ])('end the connection: %s', async (_, bytes, reason) => {
    const { client, ends, keys } = serve();
    await client.connect(PASSWORD);
    client.send(bytes);
    client.key(0x61);
    await client.untilEnded();
    expect(ends).toEqual([reason]);
    expect(keys).toEqual([]);
  });

  it('never crash the server, even if they are random', async () => {
    for (let seed = 1; seed <= 40; seed++) {
      const { client, ends, near } = serve();
      await client.connect(PASSWORD);
      let state = seed;
      const noise = Buffer.from(
        Array.from({ length: 400 }, () => (state = (state * 1103515245 + 12345) % 2 ** 31) >> 16),
      );
      client.send(noise);
      await settle();
      near.destroy();
      await settle();
      expect(ends).toHaveLength(1);
    }
  });

  it('may stop at any byte', async () => {
    const { client, ends, terminal, near } = serve();
    await client.connect(PASSWORD);
    client.request(true);
    near.destroy();
    await settle();
    terminal.write('nobody looks');
    await settle();
    expect(ends).toEqual(['viewer left']);
  });
});
