/** What the routes of streams get: a request whose person, origin and key were checked. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SigningKey } from './sign';

export interface StreamAsked {
  request: IncomingMessage;
  response: ServerResponse;
  search: URLSearchParams;
  key: SigningKey;
  /** Aborted when the browser goes away. */
  signal: AbortSignal;
  requestId: string;
}

/**
 * Reads and drops what is left of a body, since most browsers read no answer before theirs is sent. An iterator that still waits for
 * bytes listens for them, and `resume` does nothing while somebody does; so it stops listening first.
 */
export function dropRest(request: IncomingMessage): void {
  if (request.complete) return;
  request.removeAllListeners('readable');
  request.resume();
}

/** Answers `{ data }`. */
export function sendData({ request, response }: StreamAsked, data: unknown): void {
  dropRest(request);
  const body = Buffer.from(JSON.stringify({ data }));
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': body.byteLength,
    'cache-control': 'no-store',
  });
  response.end(body);
}
