/** What the front answers itself, before Next: requests that no page and no handler is there for. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { log } from '@/lib/log/log';

export interface Refusal {
  status: 303 | 400 | 404 | 405;
  /** From a closed set, for the log. */
  reason: string;
  headers?: Record<string, string>;
}

const pageMethods = ['GET', 'HEAD'];
const handlerMethods = [...pageMethods, 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** The path that Next will route by: without its query, dots followed. */
export function routedPath(target: string): string {
  const path = target.split(/[?#]/, 1)[0] ?? '';
  if (!/\/(?:\.|%2e)/i.test(path)) return path;
  return new URL(`http://here.invalid${path}`).pathname;
}

const notAllowed = (methods: readonly string[]): Refusal => ({
  status: 405,
  reason: 'method',
  headers: { allow: methods.join(', ') },
});

/** A POST to a page. There are no server actions, so what calls one is wrong. */
function refusePost(target: string, { headers }: Pick<IncomingMessage, 'headers'>): Refusal {
  const type = headers['content-type'] ?? '';
  if (headers['next-action'] !== undefined || /^multipart\//i.test(type))
    return { status: 404, reason: 'server action' };
  // A form sent before its page was ready. The page comes anew, and nothing of the form stands in a URL.
  if (/^application\/x-www-form-urlencoded/i.test(type) && /^\/(?![/\\])/.test(target))
    return { status: 303, reason: 'form', headers: { location: target } };
  return notAllowed(pageMethods);
}

/**
 * Why a request gets no page and no handler; null when it may.
 * @param dev Next's development server has paths of its own, and they take what they like
 */
export function refusalOf(
  request: Pick<IncomingMessage, 'method' | 'headers'>,
  target: string,
  dev: boolean,
): Refusal | null {
  const path = routedPath(target);
  const method = request.method ?? '';
  if (dev && /^\/(?:_next\/|__nextjs)/.test(path)) return null;
  if (path.startsWith('/api/'))
    return handlerMethods.includes(method) ? null : notAllowed(handlerMethods);
  // Next's own files are all in static; its images and its page for a server that failed are nobody's to ask for.
  const internal = path.startsWith('/_next/') && !path.startsWith('/_next/static/');
  if (internal || path === '/_global-error') return { status: 404, reason: 'internal path' };
  if (method === 'POST') return refusePost(target, request);
  return pageMethods.includes(method) ? null : notAllowed(pageMethods);
}

const words: Record<Refusal['status'], string> = {
  303: '',
  400: 'This request names no path.',
  404: 'There is nothing here.',
  405: 'This path does not take that method.',
};

/** Answers a refused request, and notes it in one line that holds nothing of what the client wrote. */
export function sendRefusal(
  { method }: IncomingMessage,
  response: ServerResponse,
  { status, reason, headers }: Refusal,
): void {
  log().info({ method, status, reason }, 'refused at the front');
  response
    .writeHead(status, {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      ...headers,
    })
    .end(method === 'HEAD' ? undefined : words[status]);
}
