/** Moves bytes in both directions between the browser's socket and the machine's, with limited memory. */
import type { RawData, WebSocket } from 'ws';

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

/** When so many bytes wait to be sent to one side, we stop reading from the other; when so few wait, we continue. */
export const HIGH_WATER = 1024 * 1024;
export const LOW_WATER = 256 * 1024;

/**
 * Milliseconds between pings, and the most unanswered pings. A paused side may miss more, since we don't read its
 * answers.
 */
const PING_EVERY = 20_000;
const UNANSWERED = 2;
const UNANSWERED_PAUSED = 6;

/** A message as one buffer, without copying it where it is one already. */
export function bytes(data: RawData): Buffer {
  if (Buffer.isBuffer(data)) return data;
  return Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data);
}

/** Passes messages on as binary frames, since VNC servers accept no text frames. */
function flow(from: WebSocket, to: WebSocket): void {
  const drained = () => {
    if (from.isPaused && to.bufferedAmount <= LOW_WATER) from.resume();
  };
  from.on('message', (data) => {
    if (to.readyState !== to.OPEN) return;
    to.send(bytes(data), { binary: true, compress: false }, drained);
    if (to.bufferedAmount > HIGH_WATER) from.pause();
  });
}

/**
 * Pings a side and closes it after too many unanswered pings.
 * @param mostPaused the most unanswered pings of a paused side
 * @returns stops the pings
 */
export function watch(side: WebSocket, mostPaused = UNANSWERED_PAUSED): () => void {
  let unanswered = 0;
  const alive = () => (unanswered = 0);
  side.on('pong', alive);
  side.on('message', alive);
  const timer = setInterval(() => {
    if (side.readyState !== side.OPEN) return;
    if (unanswered >= (side.isPaused ? mostPaused : UNANSWERED)) return side.terminate();
    unanswered += 1;
    side.ping();
  }, PING_EVERY);
  timer.unref();
  return () => clearInterval(timer);
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
 * Connects an open, paused browser socket with a machine's socket that is still connecting.
 * @param ended called once, when the browser's socket closes
 */
export function pipe(browser: WebSocket, machine: WebSocket, ended: () => void): void {
  const stops: (() => void)[] = [watch(browser)];
  let open = false;
  flow(browser, machine);
  flow(machine, browser);
  machine.on('open', () => {
    open = true;
    stops.push(watch(machine));
    browser.resume();
  });
  // The close event that follows tells enough. The error's text may contain the URL with its secrets, so it is not
  // used.
  machine.on('error', () => {});
  browser.on('error', () => {});
  machine.on('close', (code) => {
    if (!open) close(browser, CLOSE.backendRefused, 'backend_refused');
    else if (code === CLOSE.normal) close(browser, CLOSE.normal, 'ended');
    else close(browser, CLOSE.backendGone, 'backend_gone');
  });
  browser.on('close', () => {
    for (const stop of stops) stop();
    close(machine, CLOSE.normal, '');
    ended();
  });
}
