/** How many streams run at the same time. Each holds a connection to the browser and one to the store. */
import { perProcess } from '@/lib/log/per-process';
import { problem } from '@/lib/problem';

/** A browser makes about six at once; a person may have several open. */
const MOST_OF_PERSON = 24;
const MOST = 500;

/**
 * Counts a stream of a person.
 * @returns ends the counting; calling it again does nothing
 * @throws ProblemError `too_many_requests`
 */
export function takeStream(identity: string): () => void {
  const running = perProcess('storage.streams', () => ({
    all: 0,
    of: new Map<string, number>(),
  }));
  const own = running.of.get(identity) ?? 0;
  if (own >= MOST_OF_PERSON || running.all >= MOST)
    throw problem('too_many_requests', 429, 'Too many transfers run at the same time.', {
      retryAfter: 2,
    });
  running.all += 1;
  running.of.set(identity, own + 1);
  let over = false;
  return () => {
    if (over) return;
    over = true;
    running.all -= 1;
    const left = (running.of.get(identity) ?? 1) - 1;
    if (left > 0) running.of.set(identity, left);
    else running.of.delete(identity);
  };
}
