/**
 * Node's HTTP server with the limits that keep one visitor from using it up: how many connections there are,
 * how long each may take, and one request at a time on each.
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

/** Numbers of connections, and milliseconds. */
export interface ConnectionLimits {
  /** Connections at once, consoles included. */
  connections: number;
  /** Until the head of a request is there, counted from the opening of a new connection. */
  headers: number;
  /** Until a request is there with its body. */
  request: number;
  /** Between an answer and the next request. */
  keepAlive: number;
  /** In which not a byte moves either way. Longer than the slowest backend. */
  idle: number;
  /** From the start of a request's work until its answer is taken whole. */
  answer: number;
  /** Without a request until a connection may have to make room for another. */
  grace: number;
  /** For a refused client to read why. */
  linger: number;
  /** Between two looks at `headers` and `request`. */
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

/** Files that the process needs beside its visitors: its own, and the pools towards two backends. */
const OWN_FILES = 200;

function openFilesLimit(): number {
  const report = process.report.getReport() as {
    userLimits?: { open_files?: { soft?: number | 'unlimited' } };
  };
  const soft = report.userLimits?.open_files?.soft;
  return typeof soft === 'number' ? soft : Number.POSITIVE_INFINITY;
}

/**
 * How many connections the process can serve: as many as asked for, and fewer where the system lets it open
 * too few files. A connection needs two: itself, and the file or the machine behind it.
 */
export function mostConnections(asked: number, files: number = openFilesLimit()): number {
  return Math.max(8, Math.min(asked, Math.floor((files - OWN_FILES) / 2)));
}

/** The request that a connection is busy with, and the one that waits behind it. */
interface Turn {
  waiting: (() => void) | null;
}

/** What every open connection is doing. */
interface Connections {
  busy: WeakMap<Duplex, Turn>;
  /** Those that have no request under way and since when, the one that did nothing for longest first. */
  idle: Map<Duplex, number>;
}

/**
 * Gives a connection's requests to `answer` one after the other. Node would start all of a pipeline at once and,
 * when the client hangs up, tell only the first that it is over: the files of all others stayed open for good.
 * One request may wait, for a client that read the answer's last byte before we noted its end. A third ends the
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

/** Says a status on a bare socket, and closes it: at once where it can't be said, else when it could be read. */
export function endWith(socket: Duplex, status: string, linger = defaults.linger): void {
  if (!socket.writable) return void socket.destroy();
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  // Our end alone leaves the connection half open for as long as the client likes.
  const timer = setTimeout(() => socket.destroy(), linger);
  socket.once('close', () => clearTimeout(timer));
}

/** Answers what is no HTTP, or came too slowly. A second fault on a connection, or one under an answer, ends it at once. */
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
 * Holds the number of connections. Near the limit, each new one takes the place of the one that did nothing for
 * longest, so that nobody keeps others out by opening connections and being silent. Node's own `maxConnections`
 * only turns the new ones away.
 */
function limitConnections(
  server: Server,
  { idle }: Connections,
  { connections: most, grace }: ConnectionLimits,
): void {
  let open = 0;
  const tell = oncePerMinute();
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
      tell(() => log().warn({ connections: most }, 'there are nearly too many connections'));
      if (!makeRoom() && open > most) return void socket.destroy();
    }
    idle.set(socket, performance.now());
  });
}

/** An HTTP server that gives `answer` one request of a connection at a time, within the limits. */
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
    // Behind a request that isn't answered: the answer has nowhere to go any more.
    if (connections.busy.has(socket)) socket.destroy();
  });
  return server;
}
