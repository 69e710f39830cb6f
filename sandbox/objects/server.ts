/** The S3 endpoint of the own store: the wire's handler, with the troubles that tests ask for. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Store } from '../db';
import { findKey } from './keys';
import type { OwnEngine } from './own-engine';
import { stopInMiddle, type Trouble } from './trouble';
import { objectsHandler } from './wire/handler';

/** The access key that a request names, whether or not it is signed with it. */
function namedKey({ headers, url }: IncomingMessage): string | undefined {
  const named =
    /Credential=([^/,\s]+)/.exec(headers.authorization ?? '') ??
    /[?&]X-Amz-Credential=([^&/%]+)/i.exec(url ?? '');
  return named?.[1];
}

/** Makes the server. @param store where the keys are */
export function storageServer(store: Store, own: OwnEngine): Server {
  const troubleOf = (request: IncomingMessage): Trouble | null => {
    const key = findKey(store, namedKey(request) ?? '');
    return key && own.trouble(key.owner);
  };
  const handle = objectsHandler({
    store: own.disk,
    keys: (accessKey) => findKey(store, accessKey),
    now: (request) => new Date(Date.now() + (troubleOf(request)?.clockOff ?? 0) * 1000),
    onError: (error) => process.emitWarning(error instanceof Error ? error : String(error)),
  });
  const server = createServer((request, response) => {
    const stop = troubleOf(request)?.stop;
    if (stop) stopInMiddle(response, stop);
    void handle(request, response);
  });
  // A large object takes as long as its client needs.
  server.requestTimeout = 0;
  return server;
}
