/**
 * Answers `GET /api/session` before Next: every page requests it, and Next would take longer than the answer itself.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { showSession } from '@/lib/session/session-api';

/** Whether a request is `GET /api/session`; Next handles the other methods. */
export function asksForSession({ method, url = '' }: Pick<IncomingMessage, 'method' | 'url'>) {
  return method === 'GET' && /^\/api\/session(?:\?|$)/.test(url);
}

/** Answers with the session of the request's cookies, as `showSession` does. */
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
