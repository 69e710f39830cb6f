/**
 * The production server. It answers calls to a backend itself, passes page requests to Next, and relays the
 * WebSockets of machine consoles. With `--dev` or NUSA_DEV=1 it runs Next's development server behind the same
 * checks.
 */
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { closePools, overrides } from '@/lib/backend';
import { BUILD_HEADER } from '@/lib/header-names';
import { buildId } from '@/lib/build-id';
import { createGuardedServer, mostConnections } from '@/lib/front/connections';
import { cleanHeaders } from '@/lib/front/incoming';
import { answerPdfViewer, asksForPdfViewer } from '@/lib/front/pdf-viewer';
import { refusalOf, sendRefusal } from '@/lib/front/refuse';
import { answerSession, asksForSession } from '@/lib/front/session';
import { routeUpgrades } from '@/lib/front/upgrades';
import { asksForHealth, healthAnswer } from '@/lib/health';
import { describeError } from '@/lib/log/describe-error';
import { log } from '@/lib/log/log';
import { handleNode, mountOf } from '@/lib/proxy/node';
import { isPicture, picturePolicy, securityHeaders } from '@/lib/security/headers';
import { isPage, pageHeaders } from '@/lib/security/page';
import { closeStorePools } from '@/lib/storage/store-stream';
import { handleStream, streamOf } from '@/lib/storage/stream';
import { startAdvice } from '@/lib/security/start-advice';
import { readTarget } from '@/lib/security/target';
import { settings, type Settings } from '@/lib/settings';
import { listenSentence, portProblem } from './scripts/ports.mjs';
import { onStop } from './scripts/stopping.mjs';

const dev = process.argv.includes('--dev') || ['1', 'true'].includes(process.env.NUSA_DEV ?? '');
const graceMilliseconds = 5000;
/** What the handlers let a browser keep: messages and pictures. */
const keepable = /^\/api\/(?:messages|icons)\//;

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Stops the process and prints the error that prevents the start. */
function refuseStart(error: unknown): never {
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
    refuseStart(error);
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

/** What is answered before Next, and else Next. */
function chooseHandler(request: IncomingMessage, target: string, pages: Answer): Answer {
  if (asksForSession(request)) return answerSession;
  if (asksForPdfViewer(request)) return answerPdfViewer;
  const stream = streamOf(target);
  if (stream) return (asked, response) => handleStream(asked, response, stream);
  const mount = mountOf(target);
  return mount ? (asked, response) => handleNode(asked, response, mount) : pages;
}

/**
 * Makes the request listener that checks each request, cleans its headers and adds our response headers before it
 * chooses a handler.
 */
function createRequestListener(pages: Answer, read: Settings): RequestListener {
  const { NUSA_TLS: tls, NUSA_TRUST_PROXY: trusted, NUSA_LOGO_URL: logo } = read;
  const store = read.NUSA_AWANIO_S3_ENDPOINT;
  const build = buildId();
  // Whatever answers, and from wherever in Next, has a policy; a page's own, with its nonce, takes its place.
  const forAll = Object.entries(securityHeaders({ tls, dev }));
  return (request, response) => {
    cleanHeaders(request.headers, request.socket.remoteAddress, trusted);
    for (const [name, value] of forAll) response.setHeader(name, value);
    const target = readTarget(request.url ?? '');
    if (target === null) return sendRefusal(request, response, { status: 400, reason: 'no path' });
    const refusal = refusalOf(request, target, dev);
    if (refusal) return sendRefusal(request, response, refusal);
    request.url = target;
    // Handlers say no-store themselves; what Next answers in their place (404, 405, OPTIONS) would not.
    if (target.startsWith('/api/')) {
      // Next keeps what is set here, so what browsers may keep is left to its handler.
      if (!keepable.test(target)) response.setHeader('cache-control', 'no-store');
      response.setHeader(BUILD_HEADER, build);
      if (isPicture(target)) response.setHeader('content-security-policy', picturePolicy);
    }
    if (asksForHealth(request)) {
      const { headers, body } = healthAnswer;
      response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : body);
      return;
    }
    if (isPage(target)) {
      const { onward, answer } = pageHeaders(target, { tls, dev, logo, store });
      Object.assign(request.headers, onward);
      for (const [name, value] of Object.entries(answer)) response.setHeader(name, value);
    }
    const run = chooseHandler(request, target, pages);
    run(request, response).catch((error: unknown) => failed(error, response));
  };
}

/** Stops accepting, lets running requests end, and cuts what is left after five seconds, or at a second signal. */
function stopOnSignals(server: Server, sockets: ReadonlySet<Duplex>): void {
  const stop = () => {
    // A script that listens over a channel says it itself.
    if (!process.connected) process.stdout.write('Stopping …\n');
    const end = () =>
      void Promise.all([closePools(), closeStorePools()]).finally(() => process.exit(0));
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
  onStop({ stop, stopAtOnce: () => process.exit(1) });
}

async function main(): Promise<void> {
  // Without `--dev` this is production, whatever the environment says: the settings and React read NODE_ENV.
  if (!dev) Object.assign(process.env, { NODE_ENV: 'production' });
  const read = readSettings();
  const { PORT: port, NUSA_HOST: hostname } = read;
  const wanted = { port, host: hostname, setting: 'PORT', hostSetting: 'NUSA_HOST' };
  const problem = port === 0 ? null : await portProblem(wanted);
  if (problem) refuseStart(new Error(problem));
  for (const line of startAdvice(read)) process.stderr.write(`${line}\n`);
  // Import Next only after the settings are checked: the import takes a second, and a wrong setting should be
  // reported at once.
  const { default: next } = await import('next');
  // At its first request, Next adds an upgrade listener to the server it is given. We give it a server that never
  // listens, because we route upgrades ourselves and pass on only those of development's hot reloading.
  const hotReloadServer = createServer();
  const app = next({ dev, hostname, port, httpServer: hotReloadServer });
  await app.prepare();
  const pages = app.getRequestHandler();
  const connections = mostConnections(read.NUSA_MAX_CONNECTIONS);
  const front = createRequestListener((request, response) => pages(request, response), read);
  const server = createGuardedServer(front, {
    connections,
    // A page may wait for several backend calls in turn and sends nothing meanwhile.
    idle: Math.max(60_000, 3 * read.NUSA_BACKEND_TIMEOUT),
  });
  const upgraded = routeUpgrades(server, connections / 2, (request, socket, head) => {
    if (!dev || !hotReloadServer.emit('upgrade', request, socket, head)) socket.destroy();
  });
  stopOnSignals(server, upgraded);
  server.on('error', (error) =>
    refuseStart(new Error(listenSentence(wanted, error) ?? error.message)),
  );
  server.listen(port, hostname, () => {
    const { port: actual } = server.address() as AddressInfo;
    const host = hostname.includes(':') ? `[${hostname}]` : hostname;
    process.stdout.write(`Nusa answers at http://${host}:${actual}\n`);
    process.send?.('ready');
  });
}

main().catch(refuseStart);
