/**
 * Runs one action on many rows, a few at a time, and records each result. It knows nothing of the screen, so it
 * survives changes of the list.
 */
import { ProblemError, type Problem } from '@/lib/problem';

/** The state of a row. `stopped` rows have not run, and run after a retry. */
export type BulkState = 'waiting' | 'working' | 'done' | 'failed' | 'stopped';

/** A row and its state. */
export interface BulkItem {
  id: string;
  state: BulkState;
  /** Why it failed. */
  problem?: Problem;
}

/** The progress of the work at one moment. */
export interface BulkSnapshot {
  /** In the given order. */
  items: readonly BulkItem[];
  /** No row is waiting or running. */
  settled: boolean;
  /** The backend answered 429: when the next row starts (ms since 1970), else null. */
  pausedUntil: number | null;
}

/** Work on many rows that was started. */
export interface BulkRun {
  snapshot: () => BulkSnapshot;
  subscribe: (listener: () => void) => () => void;
  /** Starts no more rows; running ones finish. */
  stop: () => void;
  /** Runs failed and stopped rows again. */
  retry: () => void;
  /** Closes the result. */
  close: () => void;
  closed: () => boolean;
}

/** What to do on which rows; tests replace `sleep` and `now`. */
export interface BulkOptions {
  ids: readonly string[];
  /** @throws ProblemError */
  work: (id: string) => Promise<unknown>;
  /** Most rows that run at once. */
  limit?: number;
  /** Waits so many milliseconds. */
  sleep?: (milliseconds: number) => Promise<void>;
  now?: () => number;
}

/** How often a row is repeated after 429 before it counts as failed. */
const mostTries = 6;
/** Milliseconds to wait if a 429 doesn't say how long. */
const defaultWait = 5_000;

const problemOf = (error: unknown): Problem =>
  error instanceof ProblemError
    ? error.problem
    : { code: 'internal', status: 0, message: 'The console failed at this row.' };

/** The rows with their states, and their listeners. */
function bulkRows(ids: readonly string[], now: () => number) {
  const listeners = new Set<() => void>();
  const items = new Map<string, BulkItem>(ids.map((id) => [id, { id, state: 'waiting' }]));
  let pausedUntil = 0;
  const draw = (): BulkSnapshot => {
    const list = [...items.values()];
    const settled = !list.some(({ state }) => state === 'waiting' || state === 'working');
    const paused = !settled && pausedUntil > now();
    return { items: list, settled, pausedUntil: paused ? pausedUntil : null };
  };
  let shown = draw();
  const tell = () => {
    shown = draw();
    for (const listener of listeners) listener();
  };
  return {
    tell,
    snapshot: () => shown,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    next: () => [...items.values()].find(({ state }) => state === 'waiting'),
    set: (item: BulkItem) => {
      items.set(item.id, item);
      tell();
    },
    turn: (from: readonly BulkState[], to: BulkState) => {
      for (const { id, state } of items.values())
        if (from.includes(state)) items.set(id, { id, state: to });
      tell();
    },
    pause: (wait: number) => {
      pausedUntil = Math.max(pausedUntil, now() + wait);
    },
    /** Milliseconds until the next row may start. */
    wait: () => pausedUntil - now(),
  };
}

const inTime = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Starts at once. */
export function startBulkRun({
  ids,
  work,
  limit = 3,
  sleep = inTime,
  now = Date.now,
}: BulkOptions): BulkRun {
  const rows = bulkRows(ids, now);
  const tries = new Map<string, number>();
  let workers = 0;
  let stopped = false;
  let closed = false;

  const doOne = async (id: string) => {
    rows.set({ id, state: 'working' });
    try {
      await work(id);
      rows.set({ id, state: 'done' });
    } catch (error) {
      const problem = problemOf(error);
      const tried = (tries.get(id) ?? 0) + 1;
      tries.set(id, tried);
      if (problem.code !== 'too_many_requests' || tried >= mostTries) {
        rows.set({ id, state: 'failed', problem });
        return;
      }
      rows.pause(problem.retryAfter === undefined ? defaultWait : problem.retryAfter * 1000);
      rows.set({ id, state: stopped ? 'stopped' : 'waiting' });
    }
  };
  const worker = async () => {
    for (let item = rows.next(); item; item = rows.next()) {
      const wait = rows.wait();
      if (wait > 0) {
        await sleep(wait);
        rows.tell();
      } else {
        await doOne(item.id);
      }
    }
    workers -= 1;
  };
  const begin = () => {
    while (workers < limit && rows.next()) {
      workers += 1;
      void worker();
    }
  };
  begin();
  return {
    snapshot: rows.snapshot,
    subscribe: rows.subscribe,
    close: () => {
      closed = true;
    },
    closed: () => closed,
    stop: () => {
      stopped = true;
      rows.turn(['waiting'], 'stopped');
    },
    retry: () => {
      stopped = false;
      tries.clear();
      rows.turn(['failed', 'stopped'], 'waiting');
      begin();
    },
  };
}
