/**
 * Node's HTTP server with limits that prevent one client from using it up: the number of connections, the time that
 * each may take, and one request at a time on each.
 */
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex, Readable } from 'node:stream';
import { log } from '@/lib/log/log';
import { oncePerMinute } from './once-per-minute';

/** Limits of the guarded server. `connections` is a number; all others are milliseconds. */
export interface ConnectionLimits {
  /** Most connections at the same time, consoles included. */
  connections: number;
  /** Time for a request's headers to arrive, counted on a new connection from its opening. */
  headers: number;
  /** Time for a request with its body to arrive. */
  request: number;
  /** Time between an answer and the next request. */
  keepAlive: number;
  /** Time without any byte in either direction. Longer than the slowest backend takes. */
  idle: number;
  /** Time from a request's arrival until the client has received the whole answer. */
  answer: number;
  /** Time without a request after which a connection may be closed to make room for another. */
  grace: number;
  /** Time for a refused client to read the status. */
  linger: number;
  /** Time between two checks of `headers` and `request`. */
  check: number;
}

const defaults: ConnectionLimits = {
  connections: 2000,
  headers: 15_000,
  request: 120_000,
  keepAlive: 65_000,
  idle: 60_000,
  answer: 300_000,
  grace: 1000,
  linger: 1000,
  check: 5000,
};

/** Files that the process needs besides client connections: its own, and the connection pools of two backends. */
const OWN_FILES = 200;

function openFilesLimit(): number {
  const report = process.report.getReport() as {
    userLimits?: { open_files?: { soft?: number | 'unlimited' } };
  };
  const soft = report.userLimits?.open_files?.soft;
  return typeof soft === 'number' ? soft : Number.POSITIVE_INFINITY;
}

/**
 * The number of connections that the process can serve: the wanted number, or fewer if the system lets it open too
 * few files. Each connection needs two files: its socket, and the served file or the console's socket.
 * @param asked the wanted number
 * @param files the most files that the process may open
 */
export function mostConnections(asked: number, files: number = openFilesLimit()): number {
  return Math.max(8, Math.min(asked, Math.floor((files - OWN_FILES) / 2)));
}

/** The request that a connection is answering, and the next one that waits for it. */
interface Turn {
  waiting: (() => void) | null;
}

/** The state of all open connections. */
interface Connections {
  busy: WeakMap<Duplex, Turn>;
  /**
   * Connections without a running request, with the instant (`performance.now()`) since when; the longest idle is
   * first.
   */
  idle: Map<Duplex, number>;
}

/**
 * Passes a connection's requests to `answer` one after the other. Node would start all pipelined requests at once
 * and, when the client hangs up, close only the first response: the files of all others would stay open forever. One
 * request may wait, since a client may read the answer's last byte before we see its end. A third request closes the
 * connection.
 */
function oneAtATime(
  answer: RequestListener,
  { busy, idle }: Connections,
  milliseconds: number,
): RequestListener {
  const start = (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    const turn: Turn = { waiting: null };
    busy.set(socket, turn);
    idle.delete(socket);
    const timer = setTimeout(() => socket.destroy(), milliseconds);
    timer.unref();
    const sources = new Set<Readable>();
    response.on('pipe', (source: Readable) => sources.add(source));
    response.once('close', () => {
      clearTimeout(timer);
      for (const source of sources) source.destroy();
      busy.delete(socket);
      if (socket.destroyed) return;
      idle.set(socket, performance.now());
      turn.waiting?.();
    });
    answer(request, response);
  };
  return (request, response) => {
    const turn = busy.get(request.socket);
    if (!turn) start(request, response);
    else if (turn.waiting) request.socket.destroy();
    else turn.waiting = () => start(request, response);
  };
}

function statusOf({ code }: NodeJS.ErrnoException): string {
  if (code === 'HPE_HEADER_OVERFLOW') return '431 Request Header Fields Too Large';
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return '408 Request Timeout';
  return '400 Bad Request';
}

/**
 * Writes an HTTP status to a raw socket and closes it: after `linger` milliseconds, so that the client can read it,
 * or at once if the socket isn't writable.
 */
export function endWith(socket: Duplex, status: string, linger = defaults.linger): void {
  if (!socket.writable) return void socket.destroy();
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  // `end` closes only our side; the client could keep the connection half open.
  const timer = setTimeout(() => socket.destroy(), linger);
  socket.once('close', () => clearTimeout(timer));
}

/**
 * Answers invalid HTTP and requests that arrive too slowly with a status. A second error on a connection, or an error
 * during an answer, closes it at once.
 */
function refuseFaults(server: Server, { busy }: Connections, linger: number): void {
  const refused = new WeakSet<Duplex>();
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || refused.has(socket) || busy.has(socket))
      return void socket.destroy();
    refused.add(socket);
    endWith(socket, statusOf(error), linger);
  });
}

/**
 * Limits the number of connections. Near the limit, each new connection replaces the one that was idle for longest,
 * so nobody can keep others out by opening connections without using them. Node's own `maxConnections` would refuse
 * the new ones.
 */
function limitConnections(
  server: Server,
  { idle }: Connections,
  { connections: most, grace }: ConnectionLimits,
): void {
  let open = 0;
  const warnOncePerMinute = oncePerMinute();
  const makeRoom = () => {
    const [longest] = idle;
    if (!longest || performance.now() - longest[1] < grace) return false;
    longest[0].destroy();
    return true;
  };
  server.on('connection', (socket: Socket) => {
    open += 1;
    socket.once('close', () => {
      open -= 1;
      idle.delete(socket);
    });
    if (open > most * 0.9) {
      warnOncePerMinute(() =>
        log().warn({ connections: most }, 'there are nearly too many connections'),
      );
      if (!makeRoom() && open > most) return void socket.destroy();
    }
    idle.set(socket, performance.now());
  });
}

/**
 * Creates an HTTP server that passes the requests of each connection to `answer` one at a time, within the limits.
 * @param given limits that replace the defaults
 */
export function createGuardedServer(
  answer: RequestListener,
  given: Partial<ConnectionLimits> = {},
): Server {
  const limits = { ...defaults, ...given };
  const connections: Connections = { busy: new WeakMap(), idle: new Map() };
  const server = createServer(
    {
      maxHeaderSize: 32 * 1024,
      headersTimeout: limits.headers,
      requestTimeout: limits.request,
      keepAliveTimeout: limits.keepAlive,
      connectionsCheckingInterval: limits.check,
    },
    oneAtATime(answer, connections, limits.answer),
  );
  server.timeout = limits.idle;
  limitConnections(server, connections, limits);
  refuseFaults(server, connections, limits.linger);
  server.on('connect', (_, socket: Duplex) =>
    endWith(socket, '405 Method Not Allowed', limits.linger),
  );
  server.on('upgrade', (_, socket: Duplex) => {
    socket.on('error', () => socket.destroy());
    connections.idle.delete(socket);
    // A request on this connection is unanswered, and its answer can't be sent after an upgrade.
    if (connections.busy.has(socket)) socket.destroy();
  });
  return server;
}
