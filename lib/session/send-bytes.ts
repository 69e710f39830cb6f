/**
 * Sends bytes by XMLHttpRequest, which alone tells how many of them have left: `fetch` has no progress of a request's
 * body. To the console with the page's person, as `./fetcher` does; to an address that was signed for a store without. Browser-safe.
 */
import { elapsed, hearServer } from '@/lib/clock';
import { isOffline } from '@/lib/online';
import { problem, ProblemError } from '@/lib/problem';
import { hearBuild } from './build';
import { problemOf, unreachable } from './fetcher';
import { identityHeaders } from './page-identity';

export interface Bytes {
  body: Blob;
  signal: AbortSignal;
  /** Hears how many bytes have left. */
  onProgress: (sent: number) => void;
}

/** Milliseconds without a byte that leaves after which a request is given up: a device that slept keeps dead connections. */
const stalled = 60_000;
/** Milliseconds in which the answer must come, once all bytes have left. */
const answerWithin = 180_000;

/** What a request that got no answer ends with: whether the browser had no network then. */
class NoAnswer extends Error {
  readonly offline = isOffline();
}

/** Puts the bytes. @throws NoAnswer; DOMException `AbortError` */
function put(
  url: string,
  { body, signal, onProgress }: Bytes,
  headers: Record<string, string>,
): Promise<XMLHttpRequest> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const request = new XMLHttpRequest();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const within = (limit: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => request.abort(), limit);
    };
    const abort = () => request.abort();
    // What is under way can't arrive any more; the browser itself would find that out only after its own time-outs.
    window.addEventListener('offline', abort);
    request.open('PUT', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded }) => {
      within(stalled);
      onProgress(loaded);
    });
    request.upload.addEventListener('load', () => within(answerWithin));
    request.addEventListener('load', () => resolve(request));
    request.addEventListener('error', () => reject(new NoAnswer()));
    request.addEventListener('abort', () =>
      reject(signal.aborted ? new DOMException('It was stopped.', 'AbortError') : new NoAnswer()),
    );
    request.addEventListener('loadend', () => {
      clearTimeout(timer);
      window.removeEventListener('offline', abort);
      signal.removeEventListener('abort', abort);
    });
    signal.addEventListener('abort', abort);
    within(stalled);
    request.send(body);
  });
}

/** Whether the browser can still read a file: it may have been changed or deleted since it was chosen. */
const readable = (body: Blob): Promise<boolean> =>
  body
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );

/** @throws ProblemError `offline`, `console_unreachable`, `no_file` where the file can't be read; DOMException `AbortError` */
async function delivered(work: Promise<XMLHttpRequest>, body: Blob): Promise<XMLHttpRequest> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    if (!(await readable(body))) throw problem('no_file', 0, 'The file can no longer be read.');
    throw unreachable(error.offline, { outcome: 'unknown' });
  }
}

/**
 * Puts bytes at a URL of the console.
 * @returns the JSON of its answer
 * @throws ProblemError also `no_file`, where the file can no longer be read; DOMException `AbortError`
 */
export async function sendBytes(url: string, bytes: Bytes): Promise<unknown> {
  const asked = elapsed();
  const headers = {
    accept: 'application/json',
    'content-type': 'application/octet-stream',
    ...identityHeaders(),
  };
  const request = await delivered(put(url, bytes, headers), bytes.body);
  const { status } = request;
  const told = new Headers();
  for (const line of request.getAllResponseHeaders().trim().split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) told.append(line.slice(0, colon), line.slice(colon + 1).trim());
  }
  const answer = new Response(status === 204 ? null : request.responseText, {
    status,
    headers: told,
  });
  hearServer(answer, asked);
  hearBuild(answer);
  if (!answer.ok) throw new ProblemError(await problemOf(answer, { method: 'PUT' }));
  try {
    return await answer.json();
  } catch {
    throw problem('backend_unreadable', status, 'The answer was cut short.', {
      outcome: 'unknown',
    });
  }
}

/**
 * Puts bytes at an address that was signed for a store.
 * @returns its status, and its ETag with the quotes; null where the store's CORS doesn't show it
 * @throws ProblemError where it got no answer; DOMException `AbortError`
 */
export async function sendBytesOutside(
  url: string,
  bytes: Bytes,
): Promise<{ status: number; etag: string | null }> {
  // A type of its own would be a header that the signature and the bucket's CORS don't know.
  const body = bytes.body.slice(0, bytes.body.size, '');
  const request = await delivered(put(url, { ...bytes, body }, {}), body);
  return { status: request.status, etag: request.getResponseHeader('etag') };
}
