/**
 * Signed calls to the store whose bodies stream in both directions. Nothing is gathered: a slow reader holds back the
 * writer. The limits are of idle time alone, since a large part takes long on a slow line.
 */
import { Pool, type Dispatcher } from 'undici';
import { perProcess } from '@/lib/log/per-process';
import { problem, ProblemError } from '@/lib/problem';
import { settings } from '@/lib/settings';
import { problemOfName } from './refusal';
import { signCall, type SigningKey, type StoreCall } from './sign';

/** An answer of the store whose body is still to be read, or destroyed. */
export type StoreAnswer = Dispatcher.ResponseData;

/** A body on its way to the store. */
export interface StoreBody {
  chunks: AsyncIterable<Uint8Array>;
  /** Exactly as many bytes; otherwise the call is broken off, and the store keeps nothing. */
  length: number;
}

/** How many bytes of an error's XML are read. */
const errorLimit = 16 * 1024;

function poolOf(origin: string): Pool {
  const pools = perProcess('storage.pools', () => new Map<string, Pool>());
  let pool = pools.get(origin);
  if (!pool) {
    const idle = settings().NUSA_BACKEND_TIMEOUT;
    pool = new Pool(origin, {
      // The number of streams is limited where they begin, by person and in all (`stream-limits`).
      connections: null,
      pipelining: 1,
      keepAliveTimeout: 10_000,
      connect: { timeout: 10_000 },
      // Both count from the last byte that was passed on, and stand still while the browser is the slow one.
      headersTimeout: idle,
      bodyTimeout: idle,
    });
    pools.set(origin, pool);
  }
  return pool;
}

/** Closes the connections to the store; for the end of the process and of tests. */
export async function closeStorePools(): Promise<void> {
  const pools = perProcess('storage.pools', () => new Map<string, Pool>());
  const all = [...pools.values()];
  pools.clear();
  await Promise.allSettled(all.map((pool) => pool.destroy()));
}

/** The problem of a call that got no answer, or whose answer broke off. */
export function brokenCall(error: unknown, signal: AbortSignal): ProblemError {
  if (error instanceof ProblemError) return error;
  if (signal.aborted) return problem('cancelled', 499, 'The request was cancelled.');
  const { code } = (error ?? {}) as { code?: unknown };
  if (code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT')
    return problem('backend_timeout', 504, 'The store did not answer in time.');
  if (code === 'UND_ERR_REQ_CONTENT_LENGTH_MISMATCH')
    return problem('bad_input', 422, 'The body is not as long as it was said to be.', {
      fields: { body: ['length'] },
    });
  return problem('backend_unreachable', 502, 'The store can’t be reached.');
}

/**
 * Makes a call and answers when its head is there.
 * @throws ProblemError where there is no answer
 */
export async function askStore(
  key: SigningKey,
  call: StoreCall,
  signal: AbortSignal,
  body?: StoreBody,
): Promise<StoreAnswer> {
  const { origin, path, headers } = await signCall(key, call);
  try {
    return await poolOf(origin).request({
      method: call.method,
      path,
      headers: body ? { ...headers, 'content-length': String(body.length) } : headers,
      body: (body?.chunks ?? null) as Dispatcher.DispatchOptions['body'],
      signal,
    });
  } catch (error) {
    throw brokenCall(error, signal);
  }
}

/** S3's name of an error: the `Code` of its XML. An answer to HEAD has none. */
async function errorName(body: StoreAnswer['body']): Promise<string | undefined> {
  let text = '';
  try {
    for await (const chunk of body) {
      text += (chunk as Buffer).toString('latin1');
      if (text.length > errorLimit) break;
    }
  } catch {
    // What came of it may still hold the name.
  }
  return /<Code>(\w{1,64})<\/Code>/.exec(text)?.[1];
}

/** Reads the refusal of an answer that isn't a success. */
export async function refusalOf(answer: StoreAnswer): Promise<ProblemError> {
  return problemOfName(await errorName(answer.body), answer.statusCode);
}

/** One value of a header; null where it is missing or given twice. */
export function headerOf({ headers }: StoreAnswer, name: string): string | null {
  const value = headers[name];
  return typeof value === 'string' ? value : null;
}

/** Drops a body that nobody reads, so that its connection serves the next call. */
export async function dropBody({ body }: StoreAnswer): Promise<void> {
  await body.dump({ limit: errorLimit }).catch(() => undefined);
}
