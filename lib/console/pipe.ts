/** Moves bytes between the browser's socket and the machine's, both ways, with bounded memory. */
import type { RawData, WebSocket } from 'ws';

/** Close codes that the console screen reads; 1000 is a normal end. */
export const CLOSE = {
  normal: 1000,
  /** This server is stopping: connect again. */
  restarting: 1012,
  /** The machine's side went away. */
  backendGone: 4000,
  /** The session is over: sign in again. */
  sessionEnded: 4002,
  /** The machine's side couldn't be reached or refused. */
  backendRefused: 4003,
} as const;

/** Bytes waiting towards one side at which the other is no longer read, and at which it is again. */
const HIGH_WATER = 1024 * 1024;
const LOW_WATER = 256 * 1024;

/** Milliseconds between pings, and how many may go unanswered. A side that isn't being read can't be heard. */
const PING_EVERY = 20_000;
const UNANSWERED = 2;
const UNANSWERED_PAUSED = 6;

function bytes(data: RawData): Buffer {
  if (Buffer.isBuffer(data)) return data;
  return Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data);
}

/** VNC servers take binary frames alone: a text frame is passed on as its bytes. */
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

/** Pings a side; drops it when it answers nothing for too long. */
function watch(side: WebSocket): () => void {
  let unanswered = 0;
  const alive = () => (unanswered = 0);
  side.on('pong', alive);
  side.on('message', alive);
  const timer = setInterval(() => {
    if (side.readyState !== side.OPEN) return;
    if (unanswered >= (side.isPaused ? UNANSWERED_PAUSED : UNANSWERED)) return side.terminate();
    unanswered += 1;
    side.ping();
  }, PING_EVERY);
  timer.unref();
  return () => clearInterval(timer);
}

/** Closes a side after what it still has to send; one that is paused would never hear the answer. */
export function close(side: WebSocket, code: number, reason: string): void {
  if (side.isPaused) side.resume();
  if (side.readyState === side.CONNECTING) side.terminate();
  else side.close(code, reason);
}

/**
 * Joins an open browser socket, already paused, with a machine's socket that is being dialled.
 * @param ended called once, when the browser's side is closed
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
  // What went wrong shows in the close that follows; its text may hold the URL, so nobody reads it.
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
