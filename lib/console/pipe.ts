/**
 * Moves bytes in both directions between the browser's socket and the machine's, with limited memory.
 *
 * A serial console (contract 4.4) begins with a login line, which we send, so that its ticket never reaches a browser.
 * There, text frames are between browser and relay: `ready` tells that the machine has answered `OK`, and
 * `taken:<bytes>` how much of the output the browser has shown. We read no further ahead than `SERIAL_WINDOW`, so a
 * browser that pauses its output pauses the machine, and nothing is lost.
 */
import type { Duplex } from 'node:stream';
import type { RawData, WebSocket } from 'ws';
import { dialMachine, type Machine } from './machine';

/** Close codes that the console screen reads; 1000 is a normal end. */
export const CLOSE = {
  normal: 1000,
  /** This server is stopping: connect again. */
  restarting: 1012,
  /** The machine's side closed the connection. */
  backendGone: 4000,
  /** The session has ended: the person must sign in again. */
  sessionEnded: 4002,
  /** The machine's side refused the connection or couldn't be reached. */
  backendRefused: 4003,
  /** The machine's side refused the login of a serial console. */
  loginRefused: 4004,
} as const;

/** When so many bytes wait to be sent to the machine, we stop reading from the browser; when so few wait, we continue. */
const HIGH_WATER = 1024 * 1024;
const LOW_WATER = 256 * 1024;

/**
 * Milliseconds between pings, and the most unanswered pings. A side from which we don't read
 * may miss more.
 */
const PING_EVERY = 20_000;
const UNANSWERED = 2;
const UNANSWERED_STALLED = 6;

/** The text frame that tells a browser that its serial console takes what is typed. */
const READY = 'ready';
/** The text frame in which a browser tells how many bytes of output it has shown since the beginning. */
const TAKEN = /^taken:(\d{1,15})$/;
/** Most bytes of a serial console's output that its browser hasn't shown yet. */
const SERIAL_WINDOW = 512 * 1024;
/** Milliseconds in which the machine's side must answer the login. */
const LOGIN_TIMEOUT = 10_000;

function bytes(data: RawData): Buffer {
  if (Buffer.isBuffer(data)) return data;
  return Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data);
}

/**
 * Passes what a browser sends on as binary frames, since VNC servers accept no text frames.
 * @param ours whether text frames are for us
 */
function flow(browser: WebSocket, to: Machine, ours: boolean): void {
  const machine = to.socket;
  const drained = () => {
    if (browser.isPaused && machine.bufferedAmount <= LOW_WATER) browser.resume();
  };
  browser.on('message', (data, binary) => {
    if (ours && !binary) {
      const taken = TAKEN.exec(bytes(data).toString('latin1'));
      return to.took(Number(taken?.[1] ?? 0));
    }
    if (machine.readyState !== machine.OPEN) return;
    machine.send(bytes(data), { binary: true, compress: false }, drained);
    if (machine.bufferedAmount > HIGH_WATER) browser.pause();
  });
}

/**
 * Pings a side and closes it after too many unanswered pings.
 * @param most the most unanswered pings: more for a side from which we read nothing
 * @returns `alive` says that bytes came; `stop` stops the pings
 */
function watch(side: WebSocket, most: () => number): { alive: () => void; stop: () => void } {
  let unanswered = 0;
  const alive = () => (unanswered = 0);
  side.on('pong', alive);
  side.on('message', alive);
  const timer = setInterval(() => {
    if (side.readyState !== side.OPEN) return;
    if (unanswered >= most()) return side.terminate();
    unanswered += 1;
    side.ping();
  }, PING_EVERY);
  timer.unref();
  return { alive, stop: () => clearInterval(timer) };
}

/**
 * Closes a side after its waiting bytes are sent. A paused side is resumed, since it would never receive the closing
 * handshake.
 */
export function close(side: WebSocket, code: number, reason: string): void {
  if (side.isPaused) side.resume();
  if (side.readyState === side.CONNECTING) side.terminate();
  else side.close(code, reason);
}

/**
 * Dials a machine and connects it with an open, paused browser socket.
 * @param to the connection below the browser's socket
 * @param login the line `user:ticket` of a serial console; null for a screen
 * @param ended called once, when the browser's socket closes
 */
export function pipe(
  browser: WebSocket,
  to: Duplex,
  { url, login }: { url: URL; login: string | null },
  ended: () => void,
): void {
  const serial = login !== null;
  let open = false;
  let ready = false;
  const machine = dialMachine(
    url,
    { browser, to },
    {
      ready() {
        ready = true;
        if (serial) browser.send(READY, { compress: false });
        browser.resume();
      },
      alive: () => watched.alive(),
    },
    serial ? { say: `${login}\n`, hear: 'OK', window: SERIAL_WINDOW } : null,
  );
  const { socket } = machine;
  const watched = watch(socket, () => {
    // A person may pause the output for hours; the browser's own side is watched all the same.
    if (machine.held()) return Infinity;
    return machine.stalled() ? UNANSWERED_STALLED : UNANSWERED;
  });
  const browserWatched = watch(browser, () => (browser.isPaused ? UNANSWERED_STALLED : UNANSWERED));
  flow(browser, machine, serial);
  socket.on('open', () => {
    open = true;
    if (serial) setTimeout(() => ready || socket.terminate(), LOGIN_TIMEOUT).unref();
  });
  // The close event that follows tells enough. The error's text may contain the URL with its secrets, so it is not
  // used.
  socket.on('error', () => {});
  browser.on('error', () => {});
  socket.on('close', (code) => {
    if (!ready && open) close(browser, CLOSE.loginRefused, 'login_refused');
    else if (!ready) close(browser, CLOSE.backendRefused, 'backend_refused');
    else if (code === CLOSE.normal) close(browser, CLOSE.normal, 'ended');
    else close(browser, CLOSE.backendGone, 'backend_gone');
  });
  browser.on('close', () => {
    watched.stop();
    browserWatched.stop();
    close(socket, CLOSE.normal, '');
    ended();
  });
}
