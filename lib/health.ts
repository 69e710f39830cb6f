/** Liveness: the process answers. The production server says so in front of Next, `app/api/health` where Next stands alone. */
import type { IncomingMessage } from 'node:http';

export const healthAnswer = {
  body: JSON.stringify({ ok: true }),
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
};

/** Whether a request asks for it; other methods than GET and HEAD are left to Next, which refuses them. */
export function asksForHealth({ method, url = '' }: Pick<IncomingMessage, 'method' | 'url'>) {
  return /^\/api\/health(?:\?|$)/.test(url) && (method === 'GET' || method === 'HEAD');
}
