/**
 * Reads all pages of a list for a file: within the calls a minute, with its progress told, and so that it can be
 * cancelled. Loaded on demand.
 */
import { ProblemError, type Problem } from '@/lib/problem';
import { pollShare } from '@/lib/query/poll-load';
import { makeStore, type Store } from '@/lib/store';
import { readPages, type FirstPages, type Page, type PageRead } from './read-pages';

/** So many pages are read at most. */
export const mostWhole = 50;

/** So many pages are read at once; later ones leave calls for the rest of the console. */
const quickPages = 10;

/** How often a page is asked for again that was refused because of the limit. */
const mostWaits = 5;

/** The longest wait after such a refusal, in seconds. */
const longestWait = 120;

/** How far it is. */
export interface WholeProgress {
  /** Pages that were read. */
  read: number;
  /** Pages to read; null until the first one tells. */
  pages: number | null;
  /** Seconds that it waits because of the limit of calls; null while it doesn't. */
  waits: number | null;
  /** Why it stopped. */
  problem: Problem | null;
  /** What was read, once it is whole. */
  done: (Omit<FirstPages<unknown>, 'rows'> & { count: number }) | null;
}

/** A read under way. */
export interface WholeRead {
  progress: Store<WholeProgress>;
  cancel: () => void;
  /** Goes on after a problem, with the pages that are still missing. */
  again: () => void;
}

/** Waits. @throws AbortError if it is cancelled meanwhile */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', stop, { once: true });
  });
}

const limitOf = (error: unknown): number | null =>
  error instanceof ProblemError && error.problem.code === 'too_many_requests'
    ? Math.min(longestWait, Math.max(1, Math.ceil(error.problem.retryAfter ?? 1)))
    : null;

interface Reading {
  signal: AbortSignal;
  set: (change: Partial<WholeProgress>) => void;
}

/** Reads a page, and waits as long as the backend's limit asks for. */
async function patiently<Row>(read: PageRead<Row>, page: number, { signal, set }: Reading) {
  for (let waited = 0; ; waited += 1)
    try {
      return await read(page, signal);
    } catch (error) {
      const waits = limitOf(error);
      if (waits === null || waited === mostWaits) throw error;
      set({ waits });
      await pause(waits * 1000, signal);
      set({ waits: null });
    }
}

/** The store of a read that is cancelled when nobody shows its progress any more: the person left the page. */
function progressOf(cancel: () => void): Store<WholeProgress> {
  const store = makeStore<WholeProgress>({
    read: 0,
    pages: null,
    waits: null,
    problem: null,
    done: null,
  });
  let shown = 0;
  return {
    ...store,
    subscribe(listener) {
      const leave = store.subscribe(listener);
      shown += 1;
      return () => {
        leave();
        shown -= 1;
        // A component that is only drawn again comes back at once.
        setTimeout(() => (shown === 0 ? cancel() : undefined));
      };
    },
  };
}

const problemOf = (error: unknown): Problem =>
  error instanceof ProblemError
    ? error.problem
    : // The code that makes the file didn't come.
      { code: 'console_unreachable', status: 0, message: String(error) };

/**
 * Begins to read all pages, fifty at most.
 * @param idOf an id that no other row has
 * @param save gets what was read; what it throws is shown like the problem of a read
 */
export function readWhole<Row>(
  read: PageRead<Row>,
  idOf: (row: Row) => string,
  save: (whole: FirstPages<Row>) => Promise<void>,
): WholeRead {
  const controller = new AbortController();
  const { signal } = controller;
  const cancel = () => controller.abort();
  const progress = progressOf(cancel);
  const set = (change: Partial<WholeProgress>) =>
    progress.set({ ...progress.current(), ...change });
  const known = new Map<number, Page<Row>>();
  const one = async (page: number) => {
    const before = known.get(page);
    if (before) return before;
    if (page > quickPages) await pause(pollShare, signal);
    const answer = await patiently(read, page, { signal, set });
    known.set(page, answer);
    set({ read: known.size, pages: Math.min(mostWhole, known.get(1)?.page?.last_page ?? 1) });
    return answer;
  };
  const run = async () => {
    set({ problem: null });
    try {
      const { rows, ...whole } = await readPages(one, idOf, { most: mostWhole, inTurn: true });
      signal.throwIfAborted();
      await save({ rows, ...whole });
      set({ done: { ...whole, count: rows.length } });
    } catch (error) {
      if (!signal.aborted) set({ problem: problemOf(error), waits: null });
    }
  };
  void run();
  return { progress, cancel, again: () => void run() };
}
