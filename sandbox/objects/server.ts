/** The S3 endpoint of the own store: the wire's handler, with the troubles that tests ask for. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Store } from '../db';
import { findKey } from './keys';
import type { OwnEngine } from './own-engine';
import { stopInMiddle } from './trouble';

/** The owner whose key a request names, whether or not it is signed with it. */
function ownerOf(store: Store, { headers, url }: IncomingMessage): string | null {
  const named =
    /Credential=([^/,\s]+)/.exec(headers.authorization ?? '') ??
    /[?&]X-Amz-Credential=([^&/%]+)/i.exec(url ?? '');
  const key = named?.[1] === undefined ? null : findKey(store, named[1]);
  return key?.owner ?? null;
}

/** Makes the server. @param store where the keys are */
export function storageServer(store: Store, own: OwnEngine): Server {
  return createServer((request, response) => {
    const owner = ownerOf(store, request);
    const trouble = owner === null ? null : own.trouble(owner);
    if (trouble?.stop) stopInMiddle(response, trouble.stop);
    response.writeHead(501).end();
  });
}
