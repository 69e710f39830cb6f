/**
 * The relay of a serial console (contract 4.4). It sends the machine's login line and takes the answer `OK` off the
 * output, so that the ticket never reaches a browser.
 *
 * Binary frames carry termproxy's own bytes: frames to the machine, output to the browser. Text frames are between
 * browser and relay: `ready` tells that the login succeeded, `taken:<bytes>` how much output the browser has shown. The
 * relay reads no further ahead than `WINDOW`, so a browser that pauses its output pauses the machine.
 */
import type { RawData, WebSocket } from 'ws';
import { bytes, CLOSE, close, HIGH_WATER, LOW_WATER, watch } from './pipe';

/** The text frame that tells the browser that the machine's side has accepted the login. */
export const READY = 'ready';
/** Most bytes of output that the browser hasn't shown yet. */
const WINDOW = 512 * 1024;
/** Milliseconds in which the machine's side must answer the login. */
const LOGIN_TIMEOUT = 10_000;

const OK = Buffer.from('OK');
const TAKEN = /^taken:(\d{1,15})$/;

/** Reads the answer to the login from its pieces. */
class LoginAnswer {
  private received = Buffer.alloc(0);

  /** Null while the answer isn't complete; otherwise whether it is `OK`, and the output that came with it. */
  read(piece: Buffer): { accepted: boolean; output: Buffer } | null {
    this.received = Buffer.concat([this.received, piece]);
    const compared = Math.min(this.received.length, OK.length);
    if (!this.received.subarray(0, compared).equals(OK.subarray(0, compared)))
      return { accepted: false, output: Buffer.alloc(0) };
    return compared < OK.length
      ? null
      : { accepted: true, output: this.received.subarray(OK.length) };
  }
}

/** Sends output to the browser, and pauses the machine while the browser has too much of it. */
class Output {
  private sent = 0;
  private taken = 0;

  constructor(
    private readonly browser: WebSocket,
    private readonly machine: WebSocket,
  ) {}

  send(output: Buffer): void {
    if (output.length === 0 || this.browser.readyState !== this.browser.OPEN) return;
    this.sent += output.length;
    this.browser.send(output, { binary: true, compress: false });
    if (this.sent - this.taken > WINDOW) this.machine.pause();
  }

  /** @param total bytes that the browser has shown since the beginning */
  took(total: number): void {
    this.taken = Math.max(this.taken, Math.min(total, this.sent));
    if (this.machine.isPaused && this.sent - this.taken <= WINDOW / 2) this.machine.resume();
  }
}

/**
 * Connects an open, paused browser socket with the socket of a serial console that is still connecting.
 * @param login the line `user:ticket`, without its line feed
 * @param ended called once, when the browser's socket closes
 */
export function serialPipe(
  browser: WebSocket,
  machine: WebSocket,
  login: string,
  ended: () => void,
): void {
  const stops: (() => void)[] = [watch(browser)];
  const answer = new LoginAnswer();
  const output = new Output(browser, machine);
  let connected = false;
  let accepted = false;

  const refuse = () => {
    close(browser, CLOSE.loginRefused, 'login_refused');
    machine.terminate();
  };
  const drained = () => {
    if (browser.isPaused && machine.bufferedAmount <= LOW_WATER) browser.resume();
  };

  machine.on('open', () => {
    connected = true;
    machine.send(Buffer.from(`${login}\n`, 'utf8'), { binary: true, compress: false });
    // While its output is paused we don't read its pongs; the browser's side is watched all the same.
    stops.push(watch(machine, Infinity));
    const timer = setTimeout(refuse, LOGIN_TIMEOUT);
    timer.unref();
    stops.push(() => clearTimeout(timer));
  });
  machine.on('message', (data: RawData) => {
    if (accepted) return output.send(bytes(data));
    const read = answer.read(bytes(data));
    if (!read) return;
    if (!read.accepted) return refuse();
    accepted = true;
    stops.pop()?.();
    browser.send(READY, { compress: false });
    output.send(read.output);
    browser.resume();
  });
  browser.on('message', (data: RawData, binary: boolean) => {
    if (!binary) return output.took(Number(TAKEN.exec(bytes(data).toString('latin1'))?.[1] ?? 0));
    if (machine.readyState !== machine.OPEN) return;
    machine.send(bytes(data), { binary: true, compress: false }, drained);
    if (machine.bufferedAmount > HIGH_WATER) browser.pause();
  });
  // The close event that follows tells enough. The error's text may contain the URL with its secrets, so it is not
  // used.
  machine.on('error', () => {});
  browser.on('error', () => {});
  machine.on('close', (code) => {
    if (!connected) close(browser, CLOSE.backendRefused, 'backend_refused');
    else if (!accepted) close(browser, CLOSE.loginRefused, 'login_refused');
    else if (code === CLOSE.normal) close(browser, CLOSE.normal, 'ended');
    else close(browser, CLOSE.backendGone, 'backend_gone');
  });
  browser.on('close', () => {
    for (const stop of stops) stop();
    close(machine, CLOSE.normal, '');
    ended();
  });
}
