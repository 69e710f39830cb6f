/**
 * The production server: proxied calls before Next, pages by Next, consoles as WebSockets.
 * `--dev` or NUSA_DEV=1 runs Next's development server behind the same front.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { closePools, overrides } from '@/lib/backend';
import { asksForHealth, healthAnswer } from '@/lib/health';
import { describeError } from '@/lib/log/describe-error';
import { log } from '@/lib/log/log';
import { handleNode, mountOf } from '@/lib/proxy/node';
import { baseHeaders, securityHeaders } from '@/lib/security/headers';
import { isPage, pageHeaders } from '@/lib/security/page';
import { readTarget } from '@/lib/security/target';
import { settings, type Settings } from '@/lib/settings';

const dev = process.argv.includes('--dev') || ['1', 'true'].includes(process.env.NUSA_DEV ?? '');
const graceMilliseconds = 5000;

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** Ends the start with a sentence that names what is wrong. */
function refuse(error: unknown): never {
  process.stderr.write(
    `${error instanceof Error ? error.message : 'The settings can not be read.'}\n`,
  );
  process.exit(1);
}

function readSettings(): Settings {
  try {
    const read = settings();
    overrides();
    return read;
  } catch (error) {
    refuse(error);
  }
}

function failed(error: unknown, response: ServerResponse): void {
  log().error(describeError(error), 'a request failed');
  if (response.headersSent) response.destroy();
  else
    response
      .writeHead(500, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
      .end('Something went wrong here.');
}

function refuseTarget(response: ServerResponse): void {
  response
    .writeHead(400, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
    .end('This request names no path.');
}

function createFront(
  pages: Answer,
  upgradePages: Upgrade,
  { NUSA_TLS: tls, NUSA_TRUST_PROXY: trusted, NUSA_LOGO_URL: logo }: Settings,
): Server {
  const forFiles = Object.entries(baseHeaders(tls));
  // Handlers say no-store themselves; what Next answers in their place (404, 405, OPTIONS) would not.
  const forData = Object.entries({
    ...securityHeaders({ tls, dev }),
    'cache-control': 'no-store',
  });
  const headersFor = (request: IncomingMessage, target: string) => {
    if (!isPage(target)) return target.startsWith('/api/') ? forData : forFiles;
    const { onward, answer } = pageHeaders(target, { tls, dev, logo });
    Object.assign(request.headers, onward);
    return Object.entries(answer);
  };
  const server = createServer(
    {
      maxHeaderSize: 32 * 1024,
      headersTimeout: 15_000,
      requestTimeout: 120_000,
      keepAliveTimeout: 65_000,
    },
    (request, response) => {
      // Said by a client itself, it would let one address pass for many before the limits of attempts.
      if (!trusted) request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? '';
      const target = readTarget(request.url ?? '');
      if (target === null) return refuseTarget(response);
      request.url = target;
      if (asksForHealth(request)) {
        response.writeHead(200, { ...Object.fromEntries(forData), ...healthAnswer.headers });
        response.end(request.method === 'HEAD' ? undefined : healthAnswer.body);
        return;
      }
      const mount = mountOf(target);
      if (mount) {
        handleNode(request, response, mount).catch((error: unknown) => failed(error, response));
        return;
      }
      for (const [name, value] of headersFor(request, target)) response.setHeader(name, value);
      pages(request, response).catch((error: unknown) => failed(error, response));
    },
  );
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    const path = (request.url ?? '').split('?', 1)[0];
    const run = async () => {
      if (path !== '/api/console/socket') return upgradePages(request, socket, head);
      const { handleConsoleUpgrade } = await import('@/lib/console/relay');
      await handleConsoleUpgrade(request, socket, head);
    };
    run().catch((error: unknown) => {
      log().error(describeError(error), 'an upgrade failed');
      socket.destroy();
    });
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return;
    const status =
      error.code === 'HPE_HEADER_OVERFLOW'
        ? '431 Request Header Fields Too Large'
        : '400 Bad Request';
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  });
  return server;
}

/** Stops accepting, lets running requests end, and cuts what is left after five seconds. */
function stopOn(
  signals: readonly NodeJS.Signals[],
  server: Server,
  sockets: ReadonlySet<Duplex>,
): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    const end = () => void closePools().finally(() => process.exit(0));
    server.close(end);
    server.closeIdleConnections();
    void import('@/lib/console/relay')
      .then(({ closeConsoles }) => closeConsoles())
      .finally(() => sockets.forEach((socket) => socket.end()));
    setTimeout(() => {
      server.closeAllConnections();
      for (const socket of sockets) socket.destroy();
      end();
    }, graceMilliseconds).unref();
  };
  for (const signal of signals) process.on(signal, stop);
}

/** Upgraded sockets are no longer the server's; they are kept here to be ended at the stop. */
function upgradedSockets(server: Server): ReadonlySet<Duplex> {
  const sockets = new Set<Duplex>();
  server.on('upgrade', (_, socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return sockets;
}

async function main(): Promise<void> {
  const read = readSettings();
  const { PORT: port, NUSA_HOST: hostname } = read;
  // Loaded only once the settings are known to be right: Next takes a second, a wrong setting none.
  const { default: next } = await import('next');
  // Next hangs an upgrade listener of its own on the server it is given (at its first request). This one never
  // listens: upgrades are ours to share out, and only development's reloading is passed on.
  const reloading = createServer();
  const app = next({ dev, hostname, port, httpServer: reloading });
  await app.prepare();
  const pages = app.getRequestHandler();
  const server = createFront(
    (request, response) => pages(request, response),
    (request, socket, head) => {
      if (!dev || !reloading.emit('upgrade', request, socket, head)) socket.destroy();
    },
    read,
  );
  stopOn(['SIGTERM', 'SIGINT'], server, upgradedSockets(server));
  server.on('error', refuse);
  server.listen(port, hostname, () => {
    const { port: actual } = server.address() as AddressInfo;
    const host = hostname.includes(':') ? `[${hostname}]` : hostname;
    process.stdout.write(`Nusa answers at http://${host}:${actual}\n`);
  });
}

main().catch(refuse);
