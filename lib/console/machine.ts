/**
 * The machine's side of a console. Its handshake, pings and closing are those of `ws`. What it shows goes to the
 * browser past `ws`: read into one buffer that is used again and again, and written from there with a new frame header.
 * So a flood makes no garbage, which a heap as large as Next's would collect at great cost.
 */
import net from 'node:net';
import type { Duplex } from 'node:stream';
import tls from 'node:tls';
import { WebSocket, type ClientOptions } from 'ws';
import { BrokenFrames, FrameStripper, HEADROOM, writeHeader } from './stripped';

/** Most bytes of one read. */
const READ = 64 * 1024;
/** Milliseconds to connect to the machine. */
const CONNECT_TIMEOUT = 10_000;
/** `ws` only gets the machine's control frames. */
const CONTROL_FRAME = 125;
const NEWLINE = 10;

/**
 * Where bytes are read while the buffer of their connection is still being written. It is emptied before the next read
 * of any connection, so all share it.
 */
const spare = Buffer.allocUnsafeSlow(HEADROOM + READ);
const spareView = spare.subarray(HEADROOM);

/**
 * What is said before the machine's bytes begin: we send `say`, and the first bytes that come must be `hear`. From then
 * on we read no more than `window` bytes ahead of what the browser says that it has shown.
 */
export interface Greeting {
  say: string;
  hear: string;
  window: number;
}

/** A machine that is being dialled, or is connected. */
export interface Machine {
  socket: WebSocket;
  /** Whether we read nothing from it, since the browser is slow to take what was read. */
  stalled(): boolean;
  /** Whether the browser has shown too little of what was read. */
  held(): boolean;
  /** The browser has shown so many bytes since the beginning. */
  took(total: number): void;
}

/** Where a machine's bytes go. */
export interface MachineEvents {
  /** The machine is connected, and has answered the greeting: it takes what is typed now. */
  ready(): void;
  /** Bytes have come. */
  alive(): void;
}

class Reading implements Machine {
  readonly socket: WebSocket;
  /** The connection; undefined until `ws` asks for it. */
  private raw?: net.Socket;
  private readonly own = Buffer.allocUnsafeSlow(HEADROOM + READ);
  private readonly view = this.own.subarray(HEADROOM);
  private readonly stripper = new FrameStripper();
  /** Control frames that `ws` has not got yet. */
  private controls: Buffer[] = [];
  /** What the machine still has to say before its bytes begin. */
  private toHear: Buffer;
  private lineIsEmpty = true;
  /** Writes to the browser so far, how many of them are done, and the one after which we read again. */
  private written = 0;
  private done = 0;
  private awaited: number | null = null;
  /** Bytes sent to the browser, and shown there; they count where there is a window. */
  private sent = 0;
  private shown = 0;
  private holding = false;

  constructor(
    url: URL,
    private readonly browser: WebSocket,
    private readonly to: Duplex,
    private readonly events: MachineEvents,
    private readonly greeting: Greeting | null,
  ) {
    this.toHear = Buffer.from(greeting?.hear ?? '');
    const onread = {
      buffer: () => (this.stalled() ? spareView : this.view),
      callback: (count: number, bytes: Uint8Array) =>
        this.read(bytes === this.view ? this.own : spare, HEADROOM + count),
    };
    const connect = (options: tls.ConnectionOptions & net.NetConnectOpts) => {
      const given = { ...options, path: undefined, onread };
      this.raw =
        url.protocol === 'wss:' ? tls.connect(given) : net.connect(given as net.NetConnectOpts);
      return this.raw;
    };
    this.socket = new WebSocket(url, ['binary'], {
      handshakeTimeout: CONNECT_TIMEOUT,
      perMessageDeflate: false,
      maxPayload: CONTROL_FRAME,
      createConnection: connect as ClientOptions['createConnection'],
    });
    this.socket.on('open', () => {
      if (greeting) this.socket.send(Buffer.from(greeting.say));
      else events.ready();
    });
  }

  stalled(): boolean {
    return this.awaited !== null || this.holding;
  }

  held(): boolean {
    return this.holding;
  }

  took(total: number): void {
    this.shown = Math.max(this.shown, Math.min(total, this.sent));
    if (!this.holding || this.sent - this.shown > (this.greeting?.window ?? 0) / 2) return;
    this.holding = false;
    this.readOn();
  }

  /** Takes what was read, up to `end` in `buffer`. @returns whether to read on */
  private read(buffer: Buffer, end: number): boolean {
    const from = this.shakeHands(buffer, HEADROOM, end);
    if (this.socket.readyState === WebSocket.CONNECTING) return true;
    this.events.alive();
    try {
      const contentEnd = this.stripper.strip(buffer, from, end, (frame) =>
        this.controls.push(frame),
      );
      const content = this.listen(buffer, from, contentEnd);
      if (contentEnd > content) this.write(buffer, content, contentEnd);
    } catch (error) {
      if (!(error instanceof BrokenFrames)) throw error;
      this.socket.terminate();
      return true;
    }
    if (!this.stalled()) this.handControls();
    return !this.stalled();
  }

  /**
   * Gives `ws` the answer to its handshake, line by line, so that it gets nothing of what follows.
   * @returns where the answer ends
   */
  private shakeHands(buffer: Buffer, from: number, end: number): number {
    let at = from;
    while (at < end && this.socket.readyState === WebSocket.CONNECTING) {
      const newline = buffer.subarray(0, end).indexOf(NEWLINE, at);
      const next = newline === -1 ? end : newline + 1;
      const line = Buffer.from(buffer.subarray(at, next));
      this.raw?.push(line);
      at = next;
      const empty = this.lineIsEmpty && line.toString('latin1').trim() === '';
      this.lineIsEmpty = newline === -1 ? empty : true;
      // The answer has ended, and `ws` hasn't taken it: there is nothing to wait for.
      if (newline !== -1 && empty && this.socket.readyState === WebSocket.CONNECTING)
        this.socket.terminate();
    }
    return at;
  }

  /** Takes off what the machine has to say first. @returns where its bytes begin @throws BrokenFrames if it says else */
  private listen(buffer: Buffer, from: number, end: number): number {
    if (this.toHear.length === 0 || end === from) return from;
    const to = Math.min(end, from + this.toHear.length);
    const count = to - from;
    if (!buffer.subarray(from, to).equals(this.toHear.subarray(0, count)))
      throw new BrokenFrames('another greeting');
    this.toHear = this.toHear.subarray(count);
    if (this.toHear.length === 0) this.events.ready();
    return to;
  }

  /** Sends content to the browser as one frame. What the system doesn't take at once has to be waited for. */
  private write(buffer: Buffer, from: number, end: number): void {
    if (this.browser.readyState !== WebSocket.OPEN) return;
    const frame = buffer.subarray(writeHeader(buffer, from, end), end);
    this.written += 1;
    this.sent += end - from;
    if (this.greeting && this.sent - this.shown > this.greeting.window) this.holding = true;
    this.to.write(buffer === spare ? Buffer.from(frame) : frame, this.wasWritten);
    if (this.to.writableLength > 0) this.awaited = this.written;
  }

  private readonly wasWritten = (): void => {
    this.done += 1;
    if (this.awaited === null || this.done < this.awaited) return;
    this.awaited = null;
    this.readOn();
  };

  private readOn(): void {
    if (this.stalled()) return;
    this.handControls();
    this.raw?.resume();
  }

  private handControls(): void {
    for (const frame of this.controls.splice(0)) this.raw?.push(frame);
  }
}

/**
 * Dials a machine and sends what it shows to the browser.
 * @param browser the browser's open socket, and `to` the connection below it
 */
export function dialMachine(
  url: URL,
  { browser, to }: { browser: WebSocket; to: Duplex },
  events: MachineEvents,
  greeting: Greeting | null = null,
): Machine {
  return new Reading(url, browser, to, events, greeting);
}
