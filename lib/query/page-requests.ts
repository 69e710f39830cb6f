/**
 * Keeps a page while the next one can't be fetched. Next's router leaves the page by a whole load when its request fails,
 * which ends at the browser's own error page. Here the request waits until the console answers again.
 */
import { FRESH_HEADER } from '@/lib/header-names';
import { isOffline } from '@/lib/online';
import { consoleAnswers } from '@/lib/session/fetcher';
import { makeStore } from '@/lib/store';

/** What page requests wait for; null if none waits. */
export const heldFor = makeStore<'network' | 'console' | null>(null);

/** Milliseconds between two questions whether the console is back. */
const pause = 2_000;
/** What a gateway says in the console's place. */
const gone: readonly number[] = [502, 503, 504];

type Fetch = typeof fetch;
let waiting = new Set<() => void>();

/** Whether it is a request of Next's router for a page. */
const asksForPage = (init: RequestInit | undefined): boolean =>
  new Headers(init?.headers).has('rsc');

/** Until when the next request for a page is marked as one that somebody asked for, by `performance.now()`. */
let freshUntil = -Infinity;
/** Milliseconds within which Next's router sends the request of a refresh. */
const soon = 2_000;

/** Call this before `router.refresh()` where a person asks for it: the page then gets no answer that the server kept. */
export function askFresh(): void {
  freshUntil = performance.now() + soon;
}

/** The request of a page, marked if somebody asked for it. Prefetches are nobody's wish. */
function marked(init: RequestInit | undefined): RequestInit | undefined {
  const headers = new Headers(init?.headers);
  if (performance.now() > freshUntil || headers.has('next-router-prefetch')) return init;
  freshUntil = -Infinity;
  headers.set(FRESH_HEADER, '1');
  return { ...init, headers };
}

/** Resolves once the console answers. Those who wait ask together. */
function untilBack(): Promise<void> {
  const coming = new Promise<void>((resolve) => waiting.add(resolve));
  if (heldFor.current() === null) void watch(waiting);
  return coming;
}

async function watch(mine: Set<() => void>): Promise<void> {
  do {
    heldFor.set(isOffline() ? 'network' : 'console');
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pause);
      const now = () => {
        clearTimeout(timer);
        resolve();
      };
      window.addEventListener('online', now, { once: true });
    });
    if (mine !== waiting) return; // given up
  } while (!(await consoleAnswers()));
  if (mine !== waiting) return;
  forgetHeld();
  for (const go of mine) go();
}

/** Nothing waits any more. What waited so far never goes on. */
function forgetHeld(): void {
  waiting = new Set();
  heldFor.set(null);
}

/** Gives up the page that is waited for: as if the person had gone back to where they are. */
export function stayHere(): void {
  forgetHeld();
  window.dispatchEvent(new PopStateEvent('popstate', { state: window.history.state as unknown }));
}

/** Lets the requests of Next's router wait from now on. @returns how to end it */
export function waitForPages(): () => void {
  const page: { fetch: Fetch } = window;
  const plain = page.fetch;
  page.fetch = patient((...given) => plain(...given));
  return () => {
    page.fetch = plain;
  };
}

/** `fetch`, except that a request for a page waits while the console can't be reached. */
export const patient =
  (ask: Fetch): Fetch =>
  async (input, init) => {
    if (!asksForPage(init)) return ask(input, init);
    const request = marked(init);
    for (;;) {
      try {
        const answer = await ask(input, request);
        if (!gone.includes(answer.status)) return answer;
      } catch (error) {
        if (!(error instanceof TypeError)) throw error; // aborted by its caller
      }
      await untilBack();
    }
  };
