/**
 * Sends one HTTP request to a backend: pooled, with limits of size and time, cancellable. It knows nothing of
 * operations.
 */
import { Pool, type Dispatcher, type FormData } from 'undici';
import { perProcess } from '@/lib/log/per-process';

export interface Outgoing {
  method: Dispatcher.HttpMethod;
  /** From the root of the origin, with its query. */
  path: string;
  headers: Record<string, string>;
  body: string | FormData | null;
  /** Most bytes of the answer. */
  most: number;
}

export interface Incoming {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/**
 * Why there is no answer:
 * - `aborted`: our caller disconnected; `timeout`: the time limit passed
 * - `refused`: no connection; `broken`: the connection broke later
 * - `too_large`: more bytes than allowed; `bad_request`: it can't be sent at all (a line break in a key)
 */
export type SendFailure =
  'aborted' | 'timeout' | 'refused' | 'broken' | 'too_large' | 'bad_request';

/** A call without an answer. Its message contains no address: a backend's URL must not reach logs or browsers. */
export class SendError extends Error {
  override readonly name = 'SendError';
  constructor(
    readonly failure: SendFailure,
    /** The system's or undici's code, such as `ECONNREFUSED`. */
    readonly code: string,
  ) {
    super(`${failure} (${code})`);
  }
}

const refusedCodes = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function failureOf(error: unknown): SendError {
  if (error instanceof SendError) return error;
  const { code } = error as { code?: unknown };
  const name = typeof code === 'string' ? code : error instanceof Error ? error.name : 'unknown';
  if (name === 'UND_ERR_INVALID_ARG') return new SendError('bad_request', name);
  const tls =
    name.startsWith('ERR_TLS') ||
    name.startsWith('CERT_') ||
    name.includes('SELF_SIGNED') ||
    name.includes('VERIFY');
  return new SendError(refusedCodes.has(name) || tls ? 'refused' : 'broken', name);
}

function poolOf(origin: string): Pool {
  const pools = perProcess('pools', () => new Map<string, Pool>());
  let pool = pools.get(origin);
  if (!pool) {
    pool = new Pool(origin, {
      connections: 64,
      pipelining: 1,
      keepAliveTimeout: 10_000,
      connect: { timeout: 10_000 },
      // Our own time limit covers the whole exchange.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    pools.set(origin, pool);
  }
  return pool;
}

/**
 * Sends a request and reads the whole answer. Redirects are answers and are not followed.
 * @param milliseconds until the exchange times out
 * @throws SendError
 */
export function send(
  origin: string,
  { most, ...outgoing }: Outgoing,
  milliseconds: number,
  signal?: AbortSignal,
): Promise<Incoming> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(new SendError('aborted', 'before'));
      return;
    }
    let running: Dispatcher.DispatchController | null = null;
    let over: SendError | null = null;
    const settle = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
    const stop = (failure: SendFailure, code: string) => {
      if (over) return;
      over = new SendError(failure, code);
      settle();
      running?.abort(over);
      reject(over);
    };
    const onAbort = () => stop('aborted', 'during');
    const timer = setTimeout(() => stop('timeout', 'limit'), milliseconds);
    signal?.addEventListener('abort', onAbort, { once: true });

    let status = 0;
    let headers: Incoming['headers'] = {};
    let size = 0;
    const chunks: Buffer[] = [];
    const handler: Dispatcher.DispatchHandler = {
      onRequestStart(controller) {
        running = controller;
        if (over) controller.abort(over); // aborted while it was in the queue
      },
      onResponseStart(_, code, given) {
        status = code;
        headers = given;
      },
      onResponseData(_, chunk) {
        size += chunk.length;
        if (size > most) stop('too_large', 'limit');
        else chunks.push(chunk);
      },
      onResponseEnd() {
        if (over) return;
        settle();
        resolve({
          status,
          headers,
          body: chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks),
        });
      },
      onResponseError(_, error) {
        if (over) return;
        settle();
        reject(failureOf(error));
      },
    };
    try {
      poolOf(origin).dispatch(outgoing, handler);
    } catch (error) {
      settle();
      reject(failureOf(error));
    }
  });
}

/** Closes every pooled connection; for the end of the process and of tests. */
export async function closePools(): Promise<void> {
  const pools = perProcess('pools', () => new Map<string, Pool>());
  const all = [...pools.values()];
  pools.clear();
  await Promise.allSettled(all.map((pool) => pool.destroy()));
}
