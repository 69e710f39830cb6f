/** Moves bytes in both directions between the browser's socket and the machine's, with limited memory. */
import type { Duplex } from 'node:stream';
import type { RawData, WebSocket } from 'ws';
import { dialMachine, type Greeting } from './machine';

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

function bytes(data: RawData): Buffer {
  if (Buffer.isBuffer(data)) return data;
  return Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data);
}

/** Passes what a browser sends on as binary frames, since VNC servers accept no text frames. */
function flow(browser: WebSocket, machine: WebSocket): void {
  const drained = () => {
    if (browser.isPaused && machine.bufferedAmount <= LOW_WATER) browser.resume();
  };
  browser.on('message', (data) => {
    if (machine.readyState !== machine.OPEN) return;
    machine.send(bytes(data), { binary: true, compress: false }, drained);
    if (machine.bufferedAmount > HIGH_WATER) browser.pause();
  });
}

/**
 * Pings a side and closes it after too many unanswered pings.
 * @param stalled whether we read nothing from it
 * @returns `alive` says that bytes came; `stop` stops the pings
 */
function watch(side: WebSocket, stalled: () => boolean): { alive: () => void; stop: () => void } {
  let unanswered = 0;
  const alive = () => (unanswered = 0);
  side.on('pong', alive);
  side.on('message', alive);
  const timer = setInterval(() => {
    if (side.readyState !== side.OPEN) return;
    if (unanswered >= (stalled() ? UNANSWERED_STALLED : UNANSWERED)) return side.terminate();
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
 * @param greeting what is said to the machine first; it never reaches the browser
 * @param ended called once, when the browser's socket closes
 */
export function pipe(
  browser: WebSocket,
  to: Duplex,
  { url, greeting = null }: { url: URL; greeting?: Greeting | null },
  ended: () => void,
): void {
  let ready = false;
  const machine = dialMachine(
    url,
    { browser, to },
    {
      ready() {
        ready = true;
        browser.resume();
      },
      alive: () => watched.alive(),
    },
    greeting,
  );
  const { socket } = machine;
  const watched = watch(socket, () => machine.stalled());
  const browserWatched = watch(browser, () => browser.isPaused);
  flow(browser, socket);
  // The close event that follows tells enough. The error's text may contain the URL with its secrets, so it is not
  // used.
  socket.on('error', () => {});
  browser.on('error', () => {});
  socket.on('close', (code) => {
    if (!ready) close(browser, CLOSE.backendRefused, 'backend_refused');
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
