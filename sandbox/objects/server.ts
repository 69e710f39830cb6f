/** The S3 endpoint of the own store: the wire's handler, with the troubles that tests ask for. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Store } from '../db';
import { findKey } from './keys';
import type { OwnEngine } from './own-engine';
import { stopInMiddle, stopPutInMiddle, type Trouble } from './trouble';
import { objectsHandler } from './wire/handler';

/** The access key that a request names, whether or not it is signed with it. */
function namedKey({ headers, url }: IncomingMessage): string | undefined {
  const named =
    /Credential=([^/,\s]+)/.exec(headers.authorization ?? '') ??
    /[?&]X-Amz-Credential=([^&/%]+)/i.exec(url ?? '');
  return named?.[1];
}

/** The upload and the number of the part that a request puts. */
function partName({ url = '' }: IncomingMessage): string | null {
  const query = new URLSearchParams(url.slice(url.indexOf('?')));
  const [upload, number] = [query.get('uploadId'), query.get('partNumber')];
  return upload && number ? `${upload} ${number}` : null;
}

/** Makes the server. @param store where the keys are */
export function storageServer(store: Store, own: OwnEngine): Server {
  const ownerOf = (request: IncomingMessage) => findKey(store, namedKey(request) ?? '')?.owner;
  const troubleOf = (request: IncomingMessage): Trouble | null => {
    const owner = ownerOf(request);
    return owner === undefined ? null : own.trouble(owner);
  };
  const handle = objectsHandler({
    store: own.disk,
    keys: (accessKey) => findKey(store, accessKey),
    now: (request) => new Date(Date.now() + (troubleOf(request)?.clockOff ?? 0) * 1000),
    lacks: (request) => (troubleOf(request)?.noVersions ? ['versions', 'versioning'] : []),
    onError: (error) => process.emitWarning(error instanceof Error ? error : String(error)),
  });
  const watchPut = (request: IncomingMessage, response: ServerResponse, owner?: string) => {
    if (owner === undefined) return;
    const stop = own.nextStopOfPut(owner);
    if (stop) stopPutInMiddle(request, stop);
    const part = partName(request);
    if (part === null) return;
    // What is stored counts, whether or not its client hears of it.
    response.once(
      'close',
      () => response.statusCode === 200 && response.headersSent && own.notePart(owner, part),
    );
  };
  const turnOf = async (request: IncomingMessage) => {
    const owner = ownerOf(request);
    if (owner !== undefined && request.method !== 'GET' && request.method !== 'HEAD')
      await own.turnToWrite(owner);
  };
  const server = createServer((request, response) => {
    const stop = troubleOf(request)?.stop;
    if (stop) stopInMiddle(response, stop);
    if (request.method === 'PUT') watchPut(request, response, ownerOf(request));
    void turnOf(request).then(() => handle(request, response));
  });
  // A large object takes as long as its client needs.
  server.requestTimeout = 0;
  return server;
}
