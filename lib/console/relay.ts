/**
 * The console socket: `/api/console/socket`. A browser offers the sub-protocols `binary` and `nusa.ticket.<ticket>`;
 * a forbidden request is refused before the upgrade. The server remembers no tickets, so every replica accepts every
 * ticket. The URL, ticket and password are never logged.
 */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { metrics } from '@/lib/log/metrics';
import { perProcess } from '@/lib/log/per-process';
import { originAllowed } from '@/lib/access/origin';
import { readSession } from '@/lib/session/read';
import { isRevoked, onRevoked } from '@/lib/session/revoked';
import type { Session } from '@/lib/session/session';
import { settings } from '@/lib/settings';
import { allowedConsoleUrl } from './allow';
import { CLOSE, close, pipe } from './pipe';
import { openTicket, TICKET_PROTOCOL } from './ticket';

/** The path of the console socket. */
export const CONSOLE_SOCKET_PATH = '/api/console/socket';

/** Most open sockets of one session. */
const MOST_PER_SESSION = 20;
/** Most bytes of one message from a browser: keys, pointer, pasted text. */
const BROWSER_MESSAGE = 1024 * 1024;
/** The longest delay in milliseconds that `setTimeout` takes; with a longer one it would fire at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

const REASONS = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
};
type Refusal = keyof typeof REASONS;

interface Relays {
  /** Open browser sockets by session. */
  open: Map<string, Set<WebSocket>>;
  server: WebSocketServer;
}

function relays(): Relays {
  return perProcess('console.relays', () => {
    const open = new Map<string, Set<WebSocket>>();
    onRevoked(() => {
      for (const [sid, sockets] of open) {
        if (!isRevoked(sid)) continue;
        for (const socket of sockets) close(socket, CLOSE.sessionEnded, 'session_ended');
      }
    });
    const server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: BROWSER_MESSAGE,
      handleProtocols: () => 'binary',
    });
    return { open, server };
  });
}

/** The number of open consoles in this process. */
export function openConsoles(): number {
  return [...relays().open.values()].reduce((sum, sockets) => sum + sockets.size, 0);
}

/** Closes every console with code 1012 when the server stops; the browsers connect again. */
export function closeConsoles(): void {
  for (const sockets of relays().open.values()) {
    for (const socket of sockets) close(socket, CLOSE.restarting, 'restarting');
  }
}

function refuse(socket: Duplex, status: Refusal): void {
  if (!socket.writable) return void socket.destroy();
  socket.end(
    `HTTP/1.1 ${status} ${REASONS[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
    () => socket.destroy(),
  );
}

function headersOf(request: IncomingMessage) {
  return {
    get(name: string): string | null {
      const value = request.headers[name];
      return typeof value === 'string' ? value : null;
    },
  };
}

function offeredTicket(request: IncomingMessage): string | null {
  const offered = (request.headers['sec-websocket-protocol'] ?? '')
    .split(',')
    .map((one) => one.trim());
  const ticket = offered.find((one) => one.startsWith(TICKET_PROTOCOL));
  return ticket && offered.includes('binary') ? ticket.slice(TICKET_PROTOCOL.length) : null;
}

/** What an allowed request asks for. */
interface Checked {
  session: Session;
  url: URL;
  /** The login line of a serial console; null for a screen. */
  login: string | null;
}

/**
 * Makes all checks before the upgrade.
 * @returns what is asked for, or the status of the refusal
 */
async function checkRequest(request: IncomingMessage): Promise<Checked | Refusal> {
  if (new URL(request.url ?? '/', 'http://here.invalid').pathname !== CONSOLE_SOCKET_PATH)
    return 404;
  if (!originAllowed(headersOf(request))) return 403;
  const session = await readSession(request.headers.cookie);
  if (!session) return 401;
  const text = offeredTicket(request);
  if (text === null) return 400;
  const ticket = await openTicket(text, session.sid);
  if (!ticket) return 403;
  const url = allowedConsoleUrl(ticket.url, settings().NUSA_CONSOLE_HOSTS);
  if (!url) return 403;
  if ((relays().open.get(session.sid)?.size ?? 0) >= MOST_PER_SESSION) return 429;
  return { session, url, login: ticket.login ?? null };
}

/**
 * Counts a socket until it closes, and closes it when its session expires.
 * @returns ends the counting
 */
function register(browser: WebSocket, session: Session): () => void {
  const { open } = relays();
  const sockets = open.get(session.sid) ?? new Set();
  open.set(session.sid, sockets.add(browser));
  metrics().consoleSockets.inc();
  const left = Math.min(LONGEST_TIMER, Math.max(0, session.expires - Date.now()));
  const timer = setTimeout(() => close(browser, CLOSE.sessionEnded, 'session_ended'), left);
  timer.unref();
  return () => {
    clearTimeout(timer);
    metrics().consoleSockets.dec();
    sockets.delete(browser);
    if (sockets.size === 0 && open.get(session.sid) === sockets) open.delete(session.sid);
  };
}

function connect(browser: WebSocket, socket: Duplex, { session, url, login }: Checked): void {
  const forget = register(browser, session);
  // Read nothing from the browser, and so buffer nothing, until the machine's side is open.
  browser.pause();
  pipe(browser, socket, { url, login }, forget);
}

/**
 * Handles an `upgrade` of the HTTP server for `/api/console/socket`. Never throws and never rejects; a refused
 * request gets an HTTP status.
 */
export async function handleConsoleUpgrade(
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): Promise<void> {
  const broken = () => socket.destroy();
  socket.on('error', broken);
  try {
    const checked = await checkRequest(request);
    if (typeof checked === 'number') return refuse(socket, checked);
    socket.off('error', broken);
    relays().server.handleUpgrade(request, socket, head, (browser) =>
      connect(browser, socket, checked),
    );
  } catch {
    refuse(socket, 500);
  }
}
