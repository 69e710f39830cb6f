/**
 * The proxy's fast path: called by Node's HTTP server before Next. It builds no web Request or Response, which would be
 * most of a proxied call's cost.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Backend } from '@/lib/contract/operation';
import { settings } from '@/lib/settings';
import { clientAddress } from '@/lib/access/client-address';
import { compressed } from '@/lib/front/compress';
import { serve } from './serve';

/** The mount of a raw request target; null if it is Next's. */
export function mountOf(target: string): Backend | null {
  if (target.startsWith('/api/awanio/')) return 'awanio';
  return target.startsWith('/api/dewavps/') ? 'dewavps' : null;
}

function headerOf(request: IncomingMessage): (name: string) => string | null {
  return (name) => {
    const value = request.headers[name];
    return value === undefined ? null : Array.isArray(value) ? value.join(', ') : value;
  };
}

/** Answers one proxied request. Resolves when the answer was passed to the socket. */
export async function handleNode(
  request: IncomingMessage,
  response: ServerResponse,
  mount: Backend,
): Promise<void> {
  const target = request.url ?? '/';
  const cut = target.indexOf('?');
  const pathname = cut < 0 ? target : target.slice(0, cut);
  const gone = new AbortController();
  const onClose = () => {
    if (!response.writableFinished) gone.abort();
  };
  response.once('close', onClose);
  const method = request.method ?? 'GET';
  const forwarded = settings().NUSA_TRUST_PROXY ? headerOf(request)('x-forwarded-for') : null;
  const answer = await serve({
    mount,
    method,
    path: pathname.slice(`/api/${mount}/`.length),
    search: cut < 0 ? '' : target.slice(cut),
    header: headerOf(request),
    // An unread body must not close the socket before the answer is sent.
    chunks: request.iterator({ destroyOnReturn: false }) as AsyncIterableIterator<Uint8Array>,
    signal: gone.signal,
    clientIp: clientAddress(forwarded, request.socket.remoteAddress),
  });
  if (gone.signal.aborted || response.destroyed) return;
  // Reads and drops the rest of a refused body, so that the answer arrives. The server's time limit for requests bounds
  // this.
  if (!request.complete) request.resume();
  const plain = Buffer.from(answer.body, 'utf8');
  const accepted = answer.compressible ? headerOf(request)('accept-encoding') : null;
  const { body, headers } = await compressed(plain, accepted);
  if (response.destroyed) return;
  const length = { 'content-length': body.byteLength };
  response.writeHead(answer.status, { ...answer.headers, ...headers, ...length });
  response.end(method === 'HEAD' ? undefined : body);
}
