/** Refuses requests that no page and no handler serves, before they reach Next. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { log } from '@/lib/log/log';

/** Why a request is refused, with the status and headers of the answer. */
export interface Refusal {
  status: 303 | 400 | 404 | 405;
  /** For the log: one of a few fixed words. */
  reason: string;
  headers?: Record<string, string>;
}

const pageMethods = ['GET', 'HEAD'];
const handlerMethods = [...pageMethods, 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** The path by which Next will choose a route: without the query, with `.` and `..` resolved. */
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

/** Refuses a POST to a page. We have no server actions, so a request for one is invalid. */
function refusePost(target: string, { headers }: Pick<IncomingMessage, 'headers'>): Refusal {
  const type = headers['content-type'] ?? '';
  if (headers['next-action'] !== undefined || /^multipart\//i.test(type))
    return { status: 404, reason: 'server action' };
  // The browser sent a form before its page was hydrated. Redirect to the page, without the form's values in the URL.
  if (/^application\/x-www-form-urlencoded/i.test(type) && /^\/(?![/\\])/.test(target))
    return { status: 303, reason: 'form', headers: { location: target } };
  return notAllowed(pageMethods);
}

/**
 * Says why a request is refused; null if it is allowed.
 * @param target the path with its query
 * @param dev whether Next's development server runs: its own paths take any method
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
  // All public files of Next are in static. Its image optimizer and its error page are for nobody.
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

/** Answers a refused request and logs one line, which contains no text of the client. */
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
