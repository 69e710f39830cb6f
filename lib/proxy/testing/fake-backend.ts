/** A backend on its own port that gives the test's answers and records the requests. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
  /** Resolves when the connection breaks before the answer is complete. */
  cut: Promise<void>;
}

export type Respond = (asked: Asked, response: ServerResponse) => void | Promise<void>;

export interface FakeBackend {
  url: string;
  asked: Asked[];
  respond: Respond;
  /** Resolves with the next request that arrives. */
  next: () => Promise<Asked>;
  close: () => Promise<void>;
}

export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** An origin where nothing listens: its port was just freed. */
export async function deadOrigin(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

export async function startFakeBackend(): Promise<FakeBackend> {
  const waiting: ((asked: Asked) => void)[] = [];
  const backend: FakeBackend = {
    url: '',
    asked: [],
    respond: (_, response) => json(response, 200, { data: null }),
    next: () => new Promise((resolve) => waiting.push(resolve)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const server = createServer((request, response) => {
    const cut = new Promise<void>((resolve) => {
      response.once('close', () => {
        if (!response.writableFinished) resolve();
      });
    });
    void read(request).then((body) => {
      const asked = {
        method: request.method ?? '',
        url: request.url ?? '',
        headers: request.headers,
        body,
        cut,
      };
      backend.asked.push(asked);
      waiting.splice(0).forEach((tell) => tell(asked));
      return backend.respond(asked, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  backend.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/base`;
  return backend;
}
