/** Asks the server who is signed in by the browser's cookies now. */
import { hearServerTime } from '@/lib/clock';
import type { SessionView } from '@/lib/session/session';

let pending: Promise<SessionView | null> | null = null;

async function ask(): Promise<SessionView | null> {
  try {
    const answer = await fetch('/api/session', { cache: 'no-store', credentials: 'same-origin' });
    hearServerTime(Date.parse(answer.headers.get('date') ?? ''));
    return answer.ok ? ((await answer.json()) as SessionView) : null;
  } catch {
    return null;
  }
}

/** The session as the server knows it, or null if the server can't be reached. Calls at the same time share one request. */
export function checkSession(): Promise<SessionView | null> {
  pending ??= ask().finally(() => (pending = null));
  return pending;
}
