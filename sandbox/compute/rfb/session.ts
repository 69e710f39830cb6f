import type { Duplex } from 'node:stream';
import type { Schedule } from '../engine';
import { PALETTE, type Screen } from '../screen/screen';
import { handshake, type Gate } from './handshake';
import { readMessage, type ClientMessage } from './messages';
import { colourMap, NATURAL_FORMAT, writePixelFormat } from './pixels';
import { Reader, type Parser } from './reader';
import { Updates } from './updates';

const HANDSHAKE_MS = 30_000;
const LINGER_MS = 2_000;

export interface SessionOptions {
  stream: Duplex;
  screen: Screen;
  /** The desktop's name, which viewers show in their title. */
  name: string;
  gate: Gate;
  schedule: Schedule;
  /** Called when a viewer wants the screen for itself: the others must be disconnected. */
  onExclusive: () => void;
  onKey: (down: boolean, keysym: number) => void;
  /** Called once at the end. The reason is a text for people. */
  onEnd: (reason: string) => void;
}

/** The RFB 3.8 connection of one viewer to one screen, over a byte stream. */
export class Session {
  private readonly reader: Reader;
  private readonly updates: Updates;
  private readonly stopWatching: () => void;
  private readonly stopHandshakeClock: () => void;
  private ready = false;
  private ended = false;
  private flushing = false;

  constructor(private readonly options: SessionOptions) {
    const { stream, screen, schedule } = options;
    this.updates = new Updates(screen);
    this.stopWatching = screen.onChange(() => this.flushSoon());
    this.stopHandshakeClock = schedule(() => this.end('handshake took too long'), HANDSHAKE_MS);
    stream.on('error', (error) => this.finish(error.message));
    stream.on('end', () => this.end('viewer left'));
    stream.on('close', () => this.finish('viewer left'));
    stream.on('drain', () => this.flush());
    this.reader = new Reader(this.converse());
    stream.on('data', (chunk: Buffer) => this.receive(chunk));
  }

  /** Closes the connection after the sent bytes, unless the viewer doesn't read them. */
  end(reason: string): void {
    if (this.ended) return;
    this.finish(reason);
    const { stream, schedule } = this.options;
    const cancel = schedule(() => stream.destroy(), LINGER_MS);
    stream.end(() => {
      cancel();
      stream.destroy();
    });
  }

  /** Closes the connection at once. */
  destroy(): void {
    this.finish('closed');
    this.options.stream.destroy();
  }

  private finish(reason: string): void {
    if (this.ended) return;
    this.ended = true;
    this.reader.stop();
    this.stopWatching();
    this.stopHandshakeClock();
    this.options.onEnd(reason);
  }

  private receive(chunk: Buffer): void {
    if (this.ended) return;
    try {
      this.reader.feed(chunk);
    } catch (error) {
      this.end(error instanceof Error ? error.message : 'protocol error');
    }
  }

  private *converse(): Parser {
    const init = yield* handshake((bytes) => this.send(bytes), this.options.gate);
    this.stopHandshakeClock();
    if (!init.shared) this.options.onExclusive();
    this.send(this.serverInit());
    this.ready = true;
    while (!this.ended) this.handle(yield* readMessage());
  }

  private serverInit(): Buffer {
    const { screen, name } = this.options;
    const title = Buffer.from(name, 'utf8');
    const bytes = Buffer.alloc(24);
    bytes.writeUInt16BE(screen.width, 0);
    bytes.writeUInt16BE(screen.height, 2);
    writePixelFormat(NATURAL_FORMAT).copy(bytes, 4);
    bytes.writeUInt32BE(title.length, 20);
    this.updates.greet();
    return Buffer.concat([bytes, title]);
  }

  private handle(message: ClientMessage): void {
    switch (message.kind) {
      case 'format':
        this.updates.setFormat(message.format);
        if (!message.format.trueColour) this.send(colourMap(PALETTE));
        break;
      case 'encodings':
        this.updates.setEncodings(message.encodings);
        break;
      case 'request':
        this.updates.request(message.incremental, message.region);
        this.flushSoon();
        break;
      case 'key':
        this.options.onKey(message.down, message.keysym);
        break;
      case 'pointer':
      case 'cut':
        // A text console uses neither the mouse nor the clipboard.
        break;
    }
  }

  private send(bytes: Buffer): void {
    if (!this.ended && this.options.stream.writable) this.options.stream.write(bytes);
  }

  /** Sends one update for all changes in this turn of the event loop. */
  private flushSoon(): void {
    if (this.flushing || !this.ready) return;
    this.flushing = true;
    queueMicrotask(() => {
      this.flushing = false;
      this.flush();
    });
  }

  /** Sends the next update, unless the viewer still reads the last one; until then, changes collect in the screen. */
  private flush(): void {
    if (!this.ready || this.ended || this.options.stream.writableNeedDrain) return;
    const update = this.updates.take();
    if (update) this.send(update);
  }
}
