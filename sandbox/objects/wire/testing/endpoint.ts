/** An endpoint of its own for tests, with a store that is gone at the end. */
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { S3Client } from '@aws-sdk/client-s3';
import { DiskStore } from '../../disk/disk-store';
import type { AccessKey } from '../authenticate';
import { objectsHandler } from '../handler';

/** The keys of the endpoint: of two owners, one that may only read, and one revoked. */
export const serverKeys: Record<string, AccessKey> = {
  OWNER: { secret: 'owner-secret', owner: 'owner-1', readOnly: false, revoked: false },
  READER: { secret: 'reader-secret', owner: 'owner-1', readOnly: true, revoked: false },
  REVOKED: { secret: 'revoked-secret', owner: 'owner-1', readOnly: false, revoked: true },
  OTHER: { secret: 'other-secret', owner: 'owner-2', readOnly: false, revoked: false },
};

/** A running endpoint. */
export interface TestEndpoint {
  url: string;
  store: DiskStore;
  /** What nobody foresaw; empty in a good run. */
  errors: unknown[];
  /** How many milliseconds the clock is ahead. */
  clock: { ahead: number };
  /** The newest SDK with one of the keys. */
  client(key?: string, secret?: string): S3Client;
  close(): Promise<void>;
}

export async function testEndpoint(): Promise<TestEndpoint> {
  const store = new DiskStore(':memory:');
  const errors: unknown[] = [];
  const clock = { ahead: 0 };
  const handle = objectsHandler({
    store,
    keys: (accessKey) => serverKeys[accessKey] ?? null,
    now: () => new Date(Date.now() + clock.ahead),
    onError: (error) => void errors.push(error),
  });
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clients: S3Client[] = [];
  return {
    url,
    store,
    errors,
    clock,
    client(key = 'OWNER', secret = serverKeys[key]?.secret ?? '') {
      const credentials = { accessKeyId: key, secretAccessKey: secret };
      const settings = { region: 'us-east-1', forcePathStyle: true, maxAttempts: 1 };
      const client = new S3Client({ endpoint: url, credentials, ...settings });
      clients.push(client);
      return client;
    },
    async close() {
      for (const client of clients) client.destroy();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      store.close();
    },
  };
}

/** The name of the refusal that a call of the SDK ends in, or null. */
export async function refusal(call: Promise<unknown>): Promise<string | null> {
  try {
    await call;
    return null;
  } catch (error) {
    const { name, Code } = error as { name?: string; Code?: string };
    return Code ?? name ?? String(error);
  }
}

/** Sends a call byte for byte: no URL class reads its path. */
export function sendRaw(
  url: string,
  call: { method: string; path: string; headers?: Record<string, string>; body?: Buffer },
): Promise<{ status: number; text: string; headers: Record<string, unknown> }> {
  const { method, path, headers = {}, body } = call;
  const { hostname: host, port } = new URL(url);
  return new Promise((done, fail) => {
    const sent = httpRequest({ host, port, path, method, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (piece: string) => (text += piece));
      answer.on('end', () =>
        done({ status: answer.statusCode ?? 0, text, headers: answer.headers }),
      );
    });
    sent.on('error', fail);
    sent.end(body);
  });
}
