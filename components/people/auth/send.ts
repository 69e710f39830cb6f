/** Posts JSON to the session's own routes and tells what came of it. Small on purpose: these pages hold no query library. */
import { isProblem, type Problem } from '@/lib/problem';

/** Null when it went well. Never throws. */
export async function send(path: string, body: Record<string, string>): Promise<Problem | null> {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      cache: 'no-store',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (answer.ok) {
      await answer.text(); // a body left unread keeps its connection
      return null;
    }
    const said: unknown = await answer.json().catch(() => null);
    if (isProblem(said)) return said;
    return { code: 'internal', status: answer.status, message: 'The console said nothing of use.' };
  } catch {
    return { code: 'backend_unreachable', status: 0, message: 'The console could not be reached.' };
  }
}
