/** Answers `GET /api/session` in front of Next: every page asks for it once, and Next takes longer than the answer does. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { showSession } from '@/lib/session/session-api';

/** Whether a request asks who is signed in; other methods are left to Next. */
export function asksForSession({ method, url = '' }: Pick<IncomingMessage, 'method' | 'url'>) {
  return method === 'GET' && /^\/api\/session(?:\?|$)/.test(url);
}

export async function answerSession(
  { headers }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const get = (name: string) => {
    const value = headers[name];
    return Array.isArray(value) ? value.join(', ') : (value ?? null);
  };
  const answer = await showSession({ headers: { get } });
  const body = await answer.text();
  response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(body);
}
