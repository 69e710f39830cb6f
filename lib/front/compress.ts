/** Compresses answers. Which answers may be compressed is their handler's decision. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Shorter answers fit into one packet, compressed or not. In bytes. */
const worth = 1000;

/** The coding that a client takes, ours first: brotli is smaller than gzip at the same cost. */
export function codingFor(accepted: string | null | undefined): 'br' | 'gzip' | null {
  const takes = new Set(
    (accepted ?? '')
      .toLowerCase()
      .split(',')
      .map((part) => part.trim().split(/\s*;\s*/))
      .filter(([, ...rest]) => !rest.some((weight) => /^q=0(?:\.0*)?$/.test(weight)))
      .map(([name]) => name),
  );
  return takes.has('br') ? 'br' : takes.has('gzip') ? 'gzip' : null;
}

/**
 * An answer as the client takes it, with the headers that say so.
 * @param accepted the request's `accept-encoding`
 */
export async function compressed(
  body: Buffer,
  accepted: string | null | undefined,
): Promise<{ body: Buffer; headers: { 'content-encoding'?: string } }> {
  const coding = body.byteLength > worth ? codingFor(accepted) : null;
  if (coding === null) return { body, headers: {} };
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 4,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
  };
  const smaller = coding === 'br' ? await brotli(body, { params }) : await zip(body);
  if (smaller.byteLength >= body.byteLength) return { body, headers: {} };
  return { body: smaller, headers: { 'content-encoding': coding } };
}

/**
 * Compresses what a handler of Next answers, once all of it is written: Next compresses pages and files, but no handler's
 * answer, and takes away their `content-encoding`. For answers of some kilobytes, since it keeps them whole.
 */
export function compressWhole(request: IncomingMessage, response: ServerResponse): void {
  const accepted = request.headers['accept-encoding']?.toString();
  response.setHeader('vary', 'Accept-Encoding');
  if (request.method !== 'GET' || codingFor(accepted) === null) return;
  const parts: Buffer[] = [];
  const keep = (chunk: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) parts.push(Buffer.from(chunk));
  };
  const end = response.end.bind(response) as (body: Buffer) => void;
  const send = async () => {
    const whole = Buffer.concat(parts);
    Reflect.deleteProperty(response, '_implicitHeader');
    // A handler that wrote its own head, or compressed itself, has said what the body is.
    if (response.headersSent || response.hasHeader('content-encoding')) return end(whole);
    const { body, headers } = await compressed(whole, accepted);
    if (response.destroyed) return;
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.setHeader('content-length', body.byteLength);
    end(body);
  };
  Object.assign(response, {
    flushHeaders: () => undefined,
    // Next's own compression, which lets these answers pass, sends the head before the first piece by this.
    _implicitHeader: () => undefined,
    write: (chunk: unknown) => {
      keep(chunk);
      return true;
    },
    end: (chunk?: unknown) => {
      keep(chunk);
      send().catch(() => response.destroy());
      return response;
    },
  });
}
