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

/** Answers `{ data }`. */
export function sendData({ request, response }: StreamAsked, data: unknown): void {
  if (!request.complete) request.resume();
  const body = Buffer.from(JSON.stringify({ data }));
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': body.byteLength,
    'cache-control': 'no-store',
  });
  response.end(body);
}
