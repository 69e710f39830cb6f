import { createCipheriv } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { CELL_HEIGHT, CELL_WIDTH, CHARACTERS, glyphOf } from '../screen/font';

/** A small RFB client for tests. It shares no protocol code with the server. */
export class RfbClient {
  width = 0;
  height = 0;
  name = '';
  /** The received pixel values. */
  pixels = new Uint32Array(0);
  updates = 0;
  resizes = 0;
  readonly encodingsSeen = new Set<number>();
  colourMapEntries = 0;
  /** Whether the server has closed the connection. */
  ended: boolean;
  bytesPerPixel = 4;
  bigEndian = false;
  /** Whether each update is followed by a request for the next. */
  following = true;

  private buffer = Buffer.alloc(0);
  private wake: (() => void) | null = null;

  constructor(
    private readonly stream: Duplex,
    /** Sends bytes in pieces of this size. */
    private readonly pieces = Infinity,
  ) {
    this.ended = false;
    stream.on('data', (chunk: Buffer) => {
      this.buffer = Buffer.concat([this.buffer, chunk]);
      this.wake?.();
    });
    const end = () => {
      this.ended = true;
      this.wake?.();
    };
    stream.on('end', end).on('close', end).on('error', end);
  }

  send(bytes: Buffer | number[]): void {
    const all = Buffer.from(bytes);
    const size = Math.min(this.pieces, all.length);
    for (let at = 0; at < all.length; at += size) this.stream.write(all.subarray(at, at + size));
  }

  leave(): void {
    this.stream.destroy();
  }

  async read(count: number): Promise<Buffer> {
    while (this.buffer.length < count) {
      if (this.ended) throw new Error('the server ended the connection');
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
    const piece = this.buffer.subarray(0, count);
    this.buffer = this.buffer.subarray(count);
    return piece;
  }

  async untilEnded(): Promise<void> {
    while (!this.ended) await new Promise<void>((resolve) => (this.wake = resolve));
  }

  /** Runs the handshake up to SecurityResult. @returns the reason of a failure, or null on success */
  async authenticate(password: string, version = '003.008'): Promise<string | null> {
    if ((await this.read(12)).toString() !== 'RFB 003.008\n')
      throw new Error('no RFB 3.8 greeting');
    this.send(Buffer.from(`RFB ${version}\n`));
    if (version === '003.003') {
      const type = (await this.read(4)).readUInt32BE();
      if (type === 0) return this.reason();
    } else {
      const count = (await this.read(1)).readUInt8();
      if (count === 0) return this.reason();
      if (!(await this.read(count)).includes(2)) throw new Error('VncAuth is not offered');
      this.send([2]);
    }
    const challenge = await this.read(16);
    this.send(des(challenge, password));
    const result = (await this.read(4)).readUInt32BE();
    if (result === 0) return null;
    return version === '003.008' ? this.reason() : 'failed';
  }

  async initialise(shared = true): Promise<void> {
    this.send([shared ? 1 : 0]);
    const init = await this.read(24);
    this.resize(init.readUInt16BE(0), init.readUInt16BE(2));
    this.name = (await this.read(init.readUInt32BE(20))).toString();
  }

  async connect(password: string, encodings: number[] = [0, -223]): Promise<void> {
    const refused = await this.authenticate(password);
    if (refused !== null) throw new Error(refused);
    await this.initialise();
    this.setEncodings(encodings);
  }

  setEncodings(encodings: number[]): void {
    const message = Buffer.alloc(4 + 4 * encodings.length);
    message.writeUInt8(2, 0);
    message.writeUInt16BE(encodings.length, 2);
    encodings.forEach((encoding, i) => message.writeInt32BE(encoding, 4 + 4 * i));
    this.send(message);
  }

  setFormat(
    bits: 8 | 16 | 32,
    bigEndian: boolean,
    max: number[],
    shift: number[],
    trueColour = true,
  ): void {
    const message = Buffer.alloc(20);
    message.set([bits, bits === 32 ? 24 : bits, Number(bigEndian), Number(trueColour)], 4);
    max.forEach((value, i) => message.writeUInt16BE(value, 8 + 2 * i));
    message.set(shift, 14);
    this.bytesPerPixel = bits / 8;
    this.bigEndian = bigEndian;
    this.send(message);
  }

  request(incremental: boolean, x = 0, y = 0, width = this.width, height = this.height): void {
    const message = Buffer.alloc(10);
    message.set([3, Number(incremental)]);
    [x, y, width, height].forEach((value, i) => message.writeUInt16BE(value, 2 + 2 * i));
    this.send(message);
  }

  key(keysym: number, down?: boolean): void {
    if (down === undefined) {
      this.key(keysym, true);
      this.key(keysym, false);
      return;
    }
    const message = Buffer.alloc(8);
    message.set([4, Number(down)]);
    message.writeUInt32BE(keysym, 4);
    this.send(message);
  }

  type(text: string): void {
    for (const char of text) this.key(char === '\n' ? 0xff0d : char.charCodeAt(0));
  }

  /** Reads one message of the server. @returns the rectangles of an update, [] for other messages */
  async message(): Promise<
    { x: number; y: number; width: number; height: number; encoding: number }[]
  > {
    const type = (await this.read(1)).readUInt8();
    if (type === 1) {
      const head = await this.read(5);
      this.colourMapEntries = head.readUInt16BE(3);
      await this.read(6 * this.colourMapEntries);
      return [];
    }
    if (type !== 0) throw new Error(`server message ${type}`);
    const count = (await this.read(3)).readUInt16BE(1);
    const rectangles = [];
    for (let i = 0; i < count; i++) rectangles.push(await this.rectangle());
    this.updates++;
    return rectangles;
  }

  /** Reads updates until the screen shows the expected text. */
  async until(shows: string | ((text: string) => boolean)): Promise<string> {
    const done = typeof shows === 'string' ? (text: string) => text.includes(shows) : shows;
    this.request(false);
    for (;;) {
      await this.message();
      const text = this.text();
      if (done(text)) return text;
      if (this.following) this.request(true);
    }
  }

  /** The text on the screen, read from its pixels by the font. */
  text(): string {
    const lines: string[] = [];
    const [columns, rows] = [
      Math.floor(this.width / CELL_WIDTH),
      Math.floor(this.height / CELL_HEIGHT),
    ];
    const top = (this.height - rows * CELL_HEIGHT) >> 1;
    for (let row = 0; row < rows; row++) {
      let line = '';
      for (let column = 0; column < columns; column++)
        line += this.character(column * CELL_WIDTH, top + row * CELL_HEIGHT);
      lines.push(line.trimEnd());
    }
    return lines.join('\n').trimEnd();
  }

  private character(left: number, top: number): string {
    const background = this.pixels[top * this.width + left];
    const rows: number[] = [];
    for (let y = 0; y < CELL_HEIGHT; y++) {
      let bits = 0;
      for (let x = 0; x < CELL_WIDTH; x++) {
        if (this.pixels[(top + y) * this.width + left + x] !== background) bits |= 0x80 >> x;
      }
      rows.push(bits);
    }
    return (
      shapes.get(rows.join()) ?? (rows.slice(12, 14).every((bits) => bits === 255) ? '_' : '\u25a1')
    );
  }

  private async rectangle() {
    const head = await this.read(12);
    const [x = 0, y = 0, width = 0, height = 0] = [0, 2, 4, 6].map((at) => head.readUInt16BE(at));
    const encoding = head.readInt32BE(8);
    this.encodingsSeen.add(encoding);
    if (encoding === -223) {
      this.resizes++;
      this.resize(width, height);
    } else if (encoding === -239) {
      await this.read(width * height * this.bytesPerPixel + Math.ceil(width / 8) * height);
    } else if (encoding === 0) await this.raw(x, y, width, height);
    else if (encoding === 5) await this.hextile(x, y, width, height);
    else throw new Error(`encoding ${encoding}`);
    return { x, y, width, height, encoding };
  }

  private async raw(x: number, y: number, width: number, height: number): Promise<void> {
    const size = this.bytesPerPixel;
    const data = await this.read(width * height * size);
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        this.pixels[(y + row) * this.width + x + column] = this.value(
          data,
          (row * width + column) * size,
        );
      }
    }
  }

  private async hextile(left: number, top: number, width: number, height: number): Promise<void> {
    let [background, foreground] = [0, 0];
    const pixel = async () => this.value(await this.read(this.bytesPerPixel), 0);
    for (let y = top; y < top + height; y += 16) {
      for (let x = left; x < left + width; x += 16) {
        const [w, h] = [Math.min(16, left + width - x), Math.min(16, top + height - y)];
        const mask = (await this.read(1)).readUInt8();
        if (mask & 1) {
          await this.raw(x, y, w, h);
          continue;
        }
        if (mask & 2) background = await pixel();
        if (mask & 4) foreground = await pixel();
        this.fill(x, y, w, h, background);
        const count = mask & 8 ? (await this.read(1)).readUInt8() : 0;
        for (let i = 0; i < count; i++) {
          const colour = mask & 16 ? await pixel() : foreground;
          const [at = 0, size = 0] = await this.read(2);
          this.fill(x + (at >> 4), y + (at & 15), (size >> 4) + 1, (size & 15) + 1, colour);
        }
      }
    }
  }

  private fill(x: number, y: number, width: number, height: number, value: number): void {
    for (let row = y; row < y + height; row++) {
      this.pixels.fill(value, row * this.width + x, row * this.width + x + width);
    }
  }

  private value(data: Buffer, at: number): number {
    return this.bigEndian
      ? data.readUIntBE(at, this.bytesPerPixel)
      : data.readUIntLE(at, this.bytesPerPixel);
  }

  private resize(width: number, height: number): void {
    this.width = width;
    this.height = height;
    this.pixels = new Uint32Array(width * height);
  }

  private async reason(): Promise<string> {
    return (await this.read((await this.read(4)).readUInt32BE())).toString();
  }
}

const shapes = new Map(CHARACTERS.map((char) => [glyphOf(char).join(), char]));

function des(challenge: Buffer, password: string): Buffer {
  const key = Buffer.alloc(8);
  key.write(password.slice(0, 8), 'latin1');
  for (let i = 0; i < 8; i++) {
    const bits = (key[i] ?? 0).toString(2).padStart(8, '0');
    key[i] = parseInt([...bits].reverse().join(''), 2);
  }
  const cipher = createCipheriv('des-ede3', Buffer.concat([key, key, key]), null).setAutoPadding(
    false,
  );
  return Buffer.concat([cipher.update(challenge), cipher.final()]);
}
