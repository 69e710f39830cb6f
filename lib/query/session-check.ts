/** Asks the server whose session the browser's cookies hold now. */
import type { SessionView } from '@/lib/session/session';

let underWay: Promise<SessionView | null> | null = null;

async function ask(): Promise<SessionView | null> {
  try {
    const answer = await fetch('/api/session', { cache: 'no-store', credentials: 'same-origin' });
    return answer.ok ? ((await answer.json()) as SessionView) : null;
  } catch {
    return null;
  }
}

/** What the server holds of the session, or null where it can't be asked. Who asks together, asks once. */
export function lookAtSession(): Promise<SessionView | null> {
  underWay ??= ask().finally(() => (underWay = null));
  return underWay;
}
