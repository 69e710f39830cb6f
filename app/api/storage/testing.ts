/** For tests of transfers: the sandbox's store, a linked key, and the server's front before the routes of streams. */
import { request as httpRequest, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGuardedServer, type ConnectionLimits } from '@/lib/front/connections';
import { keepStorageKey } from '@/lib/session/storage-keys';
import type { Session } from '@/lib/session/session';
import {
  applyCookies,
  cookieHeader,
  fakeSession,
  TEST_ORIGIN,
  useSettings as setSettings,
} from '@/lib/session/testing';
import { closeStorePools } from '@/lib/storage/store-stream';
import { handleStream, streamOf } from '@/lib/storage/stream';

export const group = '00000000-0000-4000-8000-0000000000a1';
const base = `/api/storage/organizations/${group}`;

/** The `Cookie` header of a person with a linked key of the store. */
export async function cookieWithKey(
  session: Session = fakeSession(),
  key = { accessKey: 'OWNER', secretKey: 'owner-secret' },
): Promise<string> {
  const linked = { groupType: 'organizations', group, ...key, since: 1000 } as const;
  const lines = await keepStorageKey(new Map(), session.identity, linked);
  return applyCookies(await cookieHeader(session), lines);
}

/** An answer that was read to its end, or as far as it came. */
export interface Answered {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
  /** Whether it broke off. */
  broken: boolean;
  json: () => unknown;
}

/** What a test sends. */
export interface Sent {
  method?: string;
  route: string;
  query?: Record<string, string | number>;
  headers?: Record<string, string>;
  body?: Buffer | string | AsyncIterable<Buffer>;
}

/** A front with the routes of streams. */
export interface Front {
  cookie: string;
  server: Server;
  url: string;
  /** Sends a request as a page would. */
  send: (sent: Sent) => Promise<Answered>;
  close: () => Promise<void>;
}

/** The target of a route with its query, as a browser writes it. */
export const targetOf = ({ route, query = {} }: Sent): string => {
  const pairs = Object.entries(query).map(([name, value]) => [name, String(value)]);
  return `${base}/${route}?${new URLSearchParams(pairs).toString()}`;
};

async function answered(incoming: IncomingMessage): Promise<Answered> {
  const chunks: Buffer[] = [];
  let broken = false;
  try {
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
  } catch {
    broken = true;
  }
  const body = Buffer.concat(chunks);
  const { statusCode: status = 0, headers } = incoming;
  return { status, headers, body, broken, json: () => JSON.parse(body.toString()) as unknown };
}

/** Starts a front before the store at this address. */
export async function startFront(
  endpoint: string,
  {
    settings = {},
    limits = {},
  }: { settings?: Record<string, string>; limits?: Partial<ConnectionLimits> } = {},
): Promise<Front> {
  setSettings({ NUSA_AWANIO_S3_ENDPOINT: endpoint, ...settings });
  const cookie = await cookieWithKey();
  const server = createGuardedServer((request, response) => {
    const stream = streamOf(request.url ?? '');
    if (stream) void handleStream(request, response, stream);
    else response.writeHead(404).end();
  }, limits);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const send = (sent: Sent) =>
    new Promise<Answered>((resolve, reject) => {
      const { method = 'GET', body, headers = {} } = sent;
      const own = {
        cookie,
        host: new URL(TEST_ORIGIN).host,
        ...(method === 'GET' || method === 'HEAD' ? {} : { origin: TEST_ORIGIN }),
      };
      const outgoing = httpRequest(
        {
          host: '127.0.0.1',
          port,
          method,
          path: targetOf(sent),
          headers: { ...own, ...headers },
          agent: false,
        },
        (incoming) => void answered(incoming).then(resolve, reject),
      );
      outgoing.once('error', reject);
      if (body === undefined || typeof body === 'string' || Buffer.isBuffer(body))
        outgoing.end(body);
      else
        void (async () => {
          for await (const chunk of body)
            if (!outgoing.write(chunk)) await new Promise((go) => outgoing.once('drain', go));
          outgoing.end();
        })().catch(() => outgoing.destroy());
    });
  return {
    cookie,
    server,
    url: `http://127.0.0.1:${port}`,
    send,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await closeStorePools();
    },
  };
}
