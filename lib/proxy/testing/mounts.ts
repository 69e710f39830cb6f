/** One interface for the two entries of the proxy: Next's route handlers, and Node's server before Next. */
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { handleNode, mountOf } from '../node';

export interface Sent {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  signal?: AbortSignal;
}

export interface Got {
  status: number;
  header: (name: string) => string | null;
  text: string;
  json: () => Record<string, unknown>;
}

export interface Mount {
  name: string;
  /** Sends a request. @param target raw, as in the request line */
  send: (target: string, sent?: Sent) => Promise<Got>;
  close: () => Promise<void>;
}

const host = 'console.example.test';

function got(status: number, header: Got['header'], text: string): Got {
  return { status, header, text, json: () => JSON.parse(text) as Record<string, unknown> };
}

type Handlers = Record<string, (request: Request) => Promise<Response>>;

/** @param routes the modules of the route handlers by mount */
export function routeMount(routes: { awanio: Handlers; dewavps: Handlers }): Mount {
  return {
    name: 'route handlers',
    async send(target, { method = 'GET', headers = {}, body, signal } = {}) {
      const handler = routes[target.startsWith('/api/awanio') ? 'awanio' : 'dewavps'][method];
      if (!handler) throw new Error(`the route handlers export no ${method}`);
      const request = new Request(`http://${host}${target}`, {
        method,
        headers: { host, ...headers },
        body,
        signal,
      });
      const response = await handler(request);
      return got(response.status, (name) => response.headers.get(name), await response.text());
    },
    close: () => Promise.resolve(),
  };
}

export async function nodeMount(): Promise<Mount> {
  const server = createServer((request, response) => {
    const mount = mountOf(request.url ?? '');
    if (mount) void handleNode(request, response, mount);
    else response.writeHead(404).end('not the proxy');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    name: 'node server',
    send: (target, { method = 'GET', headers = {}, body, signal } = {}) =>
      new Promise((resolve, reject) => {
        const request = httpRequest({
          port,
          host: '127.0.0.1',
          path: target,
          method,
          headers: { host, ...headers },
          signal,
        });
        request.on('error', reject);
        request.on('response', (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const header = (name: string) => response.headers[name]?.toString() ?? null;
            resolve(got(response.statusCode ?? 0, header, Buffer.concat(chunks).toString('utf8')));
          });
        });
        if (body === undefined) request.end();
        else if (headers['transfer-encoding'] ?? headers['content-length']) request.end(body);
        else request.setHeader('content-length', Buffer.byteLength(body)).end(body);
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
