import type { Duplex } from 'node:stream';
import type { Schedule } from '../engine';
import { FrameError, FrameReader } from './frames';

const LOGIN_MS = 30_000;
/** Milliseconds after which a client that sends nothing, not even a ping, is dropped. */
export const SILENCE_MS = 5 * 60_000;
const LINGER_MS = 2_000;
const LONGEST_LOGIN = 1024;

export interface SerialSessionOptions {
  stream: Duplex;
  /** The line that the client must send first, without its line feed. */
  login: string;
  schedule: Schedule;
  /** The output that the viewer has missed, read at the login. */
  earlier: () => Buffer;
  onInput: (bytes: Buffer) => void;
  onSize: (columns: number, rows: number) => void;
  onEnd: () => void;
}

/** The connection of one viewer to a serial line, in the framing of Proxmox's termproxy (contract 4.4). */
export class SerialSession {
  private readonly frames = new FrameReader();
  private greeting: Buffer | null = Buffer.alloc(0);
  private cancelClock: () => void;
  private ended = false;

  constructor(private readonly options: SerialSessionOptions) {
    const { stream, schedule } = options;
    this.cancelClock = schedule(() => this.end(), LOGIN_MS);
    stream.on('error', () => this.finish());
    stream.on('end', () => this.end());
    stream.on('close', () => this.finish());
    stream.on('data', (chunk: Buffer) => this.receive(chunk));
  }

  get drained(): boolean {
    return this.ended || this.greeting !== null || !this.options.stream.writableNeedDrain;
  }

  write(bytes: Buffer): void {
    if (!this.ended && this.greeting === null && this.options.stream.writable)
      this.options.stream.write(bytes);
  }

  /** Closes the connection after the sent bytes, unless the viewer doesn't read them. */
  end(): void {
    if (this.ended) return;
    this.finish();
    const { stream, schedule } = this.options;
    const cancel = schedule(() => stream.destroy(), LINGER_MS);
    stream.end(() => {
      cancel();
      stream.destroy();
    });
  }

  private finish(): void {
    if (this.ended) return;
    this.ended = true;
    this.cancelClock();
    this.options.onEnd();
  }

  private receive(chunk: Buffer): void {
    if (this.ended) return;
    if (this.greeting) return this.login(Buffer.concat([this.greeting, chunk]));
    this.watchSilence();
    try {
      for (const frame of this.frames.feed(chunk)) {
        if (frame.kind === 'data') this.options.onInput(frame.bytes);
        else if (frame.kind === 'size') this.options.onSize(frame.columns, frame.rows);
      }
    } catch (error) {
      if (!(error instanceof FrameError)) throw error;
      this.end();
    }
  }

  private login(received: Buffer): void {
    const end = received.indexOf('\n');
    if (end < 0) {
      if (received.length > LONGEST_LOGIN) this.end();
      else this.greeting = received;
      return;
    }
    if (received.subarray(0, end).toString('utf8') !== this.options.login) return this.end();
    const earlier = this.options.earlier();
    this.greeting = null;
    this.write(Buffer.concat([Buffer.from('OK'), earlier]));
    this.watchSilence();
    const rest = received.subarray(end + 1);
    if (rest.length > 0) this.receive(rest);
  }

  private watchSilence(): void {
    this.cancelClock();
    this.cancelClock = this.options.schedule(() => this.end(), SILENCE_MS);
  }
}
