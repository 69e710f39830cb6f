/**
 * Liveness: whether the process answers. The production server answers before Next; `app/api/health` answers if Next
 * runs alone.
 */
import type { IncomingMessage } from 'node:http';

/** The body and headers of the answer. */
export const healthAnswer = {
  body: JSON.stringify({ ok: true }),
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
};

/** Whether a request is for `/api/health`. Next handles and refuses methods other than GET and HEAD. */
export function asksForHealth({ method, url = '' }: Pick<IncomingMessage, 'method' | 'url'>) {
  return /^\/api\/health(?:\?|$)/.test(url) && (method === 'GET' || method === 'HEAD');
}
