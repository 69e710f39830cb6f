/** Asks the server who is signed in now, by the browser's cookies. */
import { fetchJson } from '@/lib/session/fetcher';
import type { SessionView } from '@/lib/session/session';

let pending: Promise<SessionView | null> | null = null;

async function ask(): Promise<SessionView | null> {
  return (await fetchJson('/api/session').catch(() => null)) as SessionView | null;
}

/** The session as the server knows it; null if the server can't be reached. Simultaneous calls share one request. */
export function checkSession(): Promise<SessionView | null> {
  pending ??= ask().finally(() => (pending = null));
  return pending;
}
