import type { Backend } from '@/lib/contract/operation';
import { settings } from '@/lib/settings';
import { clientAddress } from '@/lib/access/client-address';
import { serve } from './serve';

export interface HandleContext {
  mount: Backend;
  /**
   * The client's address, for limits on people who aren't signed in. Taken from X-Forwarded-For if a proxy is trusted.
   */
  clientIp?: string;
}

/** The chunks of a web stream; leaving the loop early cancels it. */
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/**
 * The proxy as a web handler, which Next's route handlers export.
 * @returns the decoded result as JSON, or `application/problem+json`
 */
export async function handle(
  request: Request,
  { mount, clientIp }: HandleContext,
): Promise<Response> {
  const url = new URL(request.url);
  const prefix = `/api/${mount}/`;
  const forwarded = settings().NUSA_TRUST_PROXY ? request.headers.get('x-forwarded-for') : null;
  const address = clientIp ?? clientAddress(forwarded, undefined);
  const { status, headers, body } = await serve({
    mount,
    method: request.method,
    path: url.pathname.startsWith(prefix) ? url.pathname.slice(prefix.length) : '',
    search: url.search,
    header: (name) => request.headers.get(name),
    chunks: request.body ? chunksOf(request.body) : null,
    signal: request.signal,
    clientIp: address,
  });
  // 499 means that the client has gone; a Response accepts it like any other status.
  return new Response(request.method === 'HEAD' ? null : body, { status, headers });
}
