/** Starts the sandbox: one server for both APIs, the inbox and the consoles; control and mail beside it. */
import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer, createWebSocketStream } from 'ws';
import { parseOverrides } from '@/lib/contract/overrides';
import { billMonths } from './awanio/invoice';
import { serveInvoice } from './awanio/invoices';
import { Cloud } from './cloud';
import { SimulatedEngine } from './compute/simulated';
import { controlServer } from './control';
import { Store } from './db';
import { powerOff, rebooted } from './dewavps/power';
import { serveFile } from './files';
import { serveGateway } from './gateway/http';
import { serveApi } from './http';
import './implemented';
import { serveInbox } from './inbox';
import { servePortal } from './portal';
import { servePicture } from './pictures';
import { Machines } from './machines';
import { smtpPost, startCatcher } from './mail';
import { makeRouter } from './route';
import { openOutside, openOwn, type Outside } from './objects/open';
import { demoTenant, seed } from './seed';
import { seedObjects } from './seed-objects';
import { runJob } from './job-handlers';

/** Options of a sandbox; all are optional. */
export interface SandboxOptions {
  host?: string;
  /** The port; 0 takes a free one, here and below. */
  port?: number;
  /** The port of the control API; null for none. */
  controlPort?: number | null;
  smtpPort?: number;
  /** Where the clusters' APIs listen, on loopback. */
  kubernetesPort?: number;
  /** Where S3 is spoken, on loopback. */
  s3Port?: number;
  /** Another S3 endpoint, which keeps the objects in place of the own store. */
  outsideS3?: Outside | undefined;
  /** Another mail server, used in place of the own one. */
  smtpUrl?: string;
  /** The data directory, or `:memory:`. */
  data?: string;
  /** Seconds of tenant time per real second. */
  speed?: number;
  /** Also offers VNC over TCP on loopback. */
  vncTcp?: boolean;
  /** The parsed JSON of overrides, in the console's format: they move or remove operations. */
  paths?: unknown;
  /** Creates the demo data if the data directory is new. */
  demo?: boolean;
}

/** A running sandbox. */
export interface Sandbox {
  /** `http://127.0.0.1:4100`, with the paths `/awanio/v2`, `/dewavps/v1`, `/inbox` and `/console`. */
  apiUrl: string;
  controlUrl: string | null;
  smtpPort: number;
  kubernetesPort: number;
  /** Where the keys of object storages work: `http://127.0.0.1:4166`. */
  s3Url: string;
  close(): Promise<void>;
}

async function listen(server: Server, port: number, host: string): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  const address = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
}

const stop = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** Serves consoles: the ticket in the query opens the screen of one machine. */
function attachConsoles(server: Server, machines: Machines): WebSocketServer {
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has('binary') ? 'binary' : false),
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const url = new URL(request.url ?? '/', 'http://sandbox');
    if (url.pathname !== '/console') {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (connection) => {
      const stream = createWebSocketStream(connection);
      stream.on('error', () => connection.terminate());
      if (!machines.attach(url.searchParams.get('t') ?? '', stream))
        connection.close(1008, 'the ticket opens nothing');
    });
  });
  return sockets;
}

/** Runs the due jobs of all tenants; a tenant's error doesn't stop the others. */
function workOn(cloud: Cloud): void {
  for (const tenantId of cloud.jobs.waiting()) {
    try {
      cloud.catchUp(tenantId);
    } catch (error) {
      process.emitWarning(error instanceof Error ? error : String(error));
    }
  }
}

/** Starts the sandbox; the result's `close` stops it. The state in `data` is kept. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const host = options.host ?? '127.0.0.1';
  const store = new Store(options.data ?? ':memory:');
  const catcher = await startCatcher(store, options.smtpPort ?? 0);
  const engine = new SimulatedEngine({ tcp: options.vncTcp ?? false });
  const machines = new Machines(store, engine);
  const post = smtpPost(() => options.smtpUrl ?? `smtp://127.0.0.1:${catcher.port}`);
  const objects = options.outsideS3
    ? await openOutside(store, options.outsideS3)
    : openOwn(store, options.data ?? ':memory:');
  const speed = options.speed ?? 1;
  const cloud = new Cloud(store, machines, post, objects.engine, speed, runJob, billMonths);
  machines.onPoweroff((uuid) => powerOff(cloud, uuid));
  machines.onReboot((uuid) => rebooted(cloud, uuid));
  const router = makeRouter(parseOverrides(options.paths ?? {}));

  const server = createServer((request, response) => {
    void serveApi(cloud, router, request, response).then((served) => {
      const url = new URL(request.url ?? '/', 'http://sandbox');
      if (served || serveInbox(store, url, response)) return;
      if (servePicture(cloud, url.pathname, response)) return;
      if (serveFile(cloud, url.pathname, response)) return;
      if (serveInvoice(cloud, url.pathname, response)) return;
      if (serveGateway(cloud, request, url.pathname, response)) return;
      if (servePortal(cloud, request, url.pathname, response)) return;
      response.writeHead(404, { 'content-type': 'text/plain' });
      response.end('Not found\n');
    });
  });
  const sockets = attachConsoles(server, machines);
  const apiUrl = await listen(server, options.port ?? 0, host);
  cloud.consoleUrl = `${apiUrl.replace('http', 'ws')}/console`;
  cloud.pictureHost = new URL(apiUrl).host;
  const kubernetesPort = await cloud.clusters.listen(options.kubernetesPort ?? 0);
  await objects.serve((s3) => listen(s3, options.s3Port ?? 0, '127.0.0.1'));
  const control =
    options.controlPort === undefined || options.controlPort === null ? null : controlServer(cloud);
  const controlUrl = control ? await listen(control, options.controlPort ?? 0, '127.0.0.1') : null;

  if (options.demo) {
    seed(cloud);
    await seedObjects(cloud);
    cloud.clock.change(demoTenant, { speed });
  }
  machines.startAll();
  const timer = setInterval(() => workOn(cloud), 250);

  return {
    apiUrl,
    controlUrl,
    smtpPort: catcher.port,
    kubernetesPort,
    s3Url: objects.engine.endpoint,
    async close() {
      clearInterval(timer);
      for (const connection of sockets.clients) connection.terminate();
      machines.close();
      await Promise.all([
        stop(server),
        ...(objects.server ? [stop(objects.server)] : []),
        ...(control ? [stop(control)] : []),
        cloud.clusters.close(),
        catcher.close(),
      ]);
      objects.close();
      store.close();
    },
  };
}
