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

/** Limits of the guarded server, in milliseconds where nothing else is said. */
export interface ConnectionLimits {
  /** Most connections at the same time, consoles included: a number. */
  connections: number;
  /** Time for a request's headers to arrive, counted on a new connection from its opening. */
  headers: number;
  /** Time for a request with its body to arrive; a stream's may take longer while it moves. */
  request: number;
  /** Time between an answer and the next request. */
  keepAlive: number;
  /** Time without any byte in either direction. Longer than the slowest backend takes. */
  idle: number;
  /** Time from a request's arrival until the client has received the whole answer; a stream's may take longer. */
  answer: number;
  /** Time in which a stream must move `leastBytes`. */
  stream: number;
  /** Bytes that a stream must move in `stream`, in both directions together. */
  leastBytes: number;
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
  stream: 120_000,
  leastBytes: 64 * 1024,
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

/** Answers that may last for as long as bytes move. */
const streams = new WeakSet<ServerResponse>();

/**
 * Lifts the limits of a request's whole time from an answer and from the body before it. In their place it must move:
 * slower than `leastBytes` in each `stream` it ends, and without any byte for `idle`. For handlers that have checked who
 * asks, and that count what a person has open.
 */
export function keepWhileMoving(response: ServerResponse): void {
  streams.add(response);
}

/** Bytes of a connection in both directions. */
const movedBy = ({ bytesRead, bytesWritten }: Socket) => bytesRead + bytesWritten;

/**
 * Destroys the connection when the request's body doesn't arrive, or the answer doesn't leave, in the time that each has.
 * Node's own limit of a request can't tell one request from another.
 */
function limitTime(
  request: IncomingMessage,
  response: ServerResponse,
  { request: forBody, answer: forAnswer, stream, leastBytes }: ConnectionLimits,
): void {
  const { socket } = request;
  const started = performance.now();
  let moved = movedBy(socket);
  let movedAt = started;
  const check = () => {
    const now = performance.now();
    if (streams.has(response)) {
      const all = movedBy(socket);
      if (all - moved < leastBytes && now - movedAt >= stream) return void socket.destroy();
      if (now - movedAt >= stream) [moved, movedAt] = [all, now];
    } else {
      const late = !request.complete && now - started >= forBody;
      if (late || now - started >= forAnswer) return void socket.destroy();
    }
    schedule();
  };
  let timer: NodeJS.Timeout;
  const schedule = () => {
    const since = performance.now() - started;
    const next = streams.has(response)
      ? stream - (performance.now() - movedAt)
      : (!request.complete ? Math.min(forBody, forAnswer) : forAnswer) - since;
    timer = setTimeout(check, Math.max(1, next)).unref();
  };
  schedule();
  const over = () => {
    if (response.closed && (request.complete || request.closed)) clearTimeout(timer);
  };
  response.once('close', over);
  request.once('close', over);
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
  limits: ConnectionLimits,
): RequestListener {
  const start = (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    const turn: Turn = { waiting: null };
    busy.set(socket, turn);
    idle.delete(socket);
    limitTime(request, response, limits);
    const sources = new Set<Readable>();
    response.on('pipe', (source: Readable) => sources.add(source));
    response.once('close', () => {
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
      // `limitTime` does it, since a stream's body may take longer.
      requestTimeout: 0,
      keepAliveTimeout: limits.keepAlive,
      connectionsCheckingInterval: limits.check,
    },
    oneAtATime(answer, connections, limits),
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
