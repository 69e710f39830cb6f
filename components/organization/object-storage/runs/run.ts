/**
 * Runs one change on many objects, a few calls at a time, so that its progress shows, it can be stopped, and what failed can be tried
 * again. It knows nothing of the screen, nor of what the change is.
 */
import { ProblemError, type Problem } from '@/lib/problem';
import { makeStore, type Store } from '@/lib/store';

/** An item that the change failed for, and why: the storage's own words. */
export interface Failure<Item> {
  item: Item;
  why: string;
}

/** What one call did. An item that is in none of the lists is done. */
export interface Outcome<Item> {
  /** Objects that are done; a folder has many. */
  done: number;
  failed?: readonly Failure<Item>[];
  /** Items whose target exists. */
  conflicts?: readonly Item[];
  /** Items that aren't finished, and go on at the next attempt. */
  left?: readonly Item[];
}

export interface RunProgress<Item> {
  /** `stopping`: the calls under way finish, and no more begin. */
  state: 'working' | 'stopping' | 'ended';
  done: number;
  /** The same array in every progress: it only grows while the run works. */
  failed: readonly Failure<Item>[];
  conflicts: readonly Item[];
  /** Items that weren't begun, or not finished. */
  left: number;
  /** Why it ended before its end. */
  problem: Problem | null;
  /** Whether it waits, since there were too many requests. */
  waits: boolean;
}

/** Whether nothing is left to do or to tell. */
export const isWell = ({ state, failed, conflicts, left }: RunProgress<unknown>): boolean =>
  state === 'ended' && failed.length === 0 && conflicts.length === 0 && left === 0;

export interface Run<Item> {
  progress: Store<RunProgress<Item>>;
  stop: () => void;
  /** Goes on with what failed and what is left. */
  again: () => void;
  /** Takes the conflicts away, and goes on with what `change` makes of them; with null they are left as they are. */
  resolve: (change: ((item: Item) => Item) | null) => void;
}

/** For a work of several steps. */
export interface During {
  /** Whether it should end after the present step. */
  stopping: () => boolean;
  /** Told of objects that are done meanwhile; they don't count in the outcome. */
  did: (count: number) => void;
}

interface Options<Item> {
  items: readonly Item[];
  /** The most items of one call. */
  batch: (item: Item) => number;
  /** Calls at a time. */
  limit: number;
  /** Does some items. @throws ProblemError */
  work: (items: readonly Item[], during: During) => Promise<Outcome<Item>>;
  /** Waits so many milliseconds; tests replace it. */
  wait?: (milliseconds: number) => Promise<void>;
}

/** So often a call is made again that came too early or took too long. */
const mostTries = 4;
const defaultWait = 5;
const inTime = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Problems that every other call would meet, too. */
const forAll: readonly Problem['code'][] = [
  'not_signed_in',
  'viewing',
  'no_access',
  'not_configured',
  'offline',
  'console_unreachable',
  'backend_unreachable',
  'too_many_requests',
  'not_offered',
  'bad_origin',
];
const endsAll = ({ code, storage }: Problem): boolean =>
  storage === undefined
    ? forAll.includes(code)
    : ['NoKey', 'NoSuchBucket', 'InvalidAccessKeyId', 'SignatureDoesNotMatch'].includes(storage);

/** The words for a failure: what the storage calls it. */
export const whyOf = ({ storage, backendMessage, message }: Problem): string =>
  storage ?? backendMessage ?? message;

/**
 * Makes a call again while there are too many requests, or while it takes too long.
 * @param onWait told when it begins and ends to wait
 * @throws ProblemError of the last try
 */
export async function patiently<T>(
  call: () => Promise<T>,
  onWait: (waits: boolean) => void = () => {},
  wait = inTime,
): Promise<T> {
  for (let tries = 1; ; tries += 1)
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const { code, retryAfter } = error.problem;
      const passes = code === 'too_many_requests' || code === 'backend_timeout';
      if (!passes || tries === mostTries) throw error;
      onWait(true);
      await wait((retryAfter ?? defaultWait) * 1000);
      onWait(false);
    }
}

/** Starts at once. */
export function startRun<Item>({
  items,
  batch,
  limit,
  work,
  wait = inTime,
}: Options<Item>): Run<Item> {
  let queue = [...items];
  let failed: Failure<Item>[] = [];
  let conflicts: Item[] = [];
  /** What waits for another attempt. */
  let rest: Item[] = [];
  let [next, workers] = [0, 0];
  const progress = makeStore<RunProgress<Item>>({
    ...{ state: 'working', done: 0, failed, conflicts, left: queue.length },
    ...{ problem: null, waits: false },
  });
  const tell = (change: Partial<RunProgress<Item>> = {}) =>
    progress.set({
      ...progress.current(),
      ...{ failed, conflicts, left: queue.length - next + rest.length },
      ...change,
    });
  const working = () => progress.current().state === 'working';
  const did = (count: number) => tell({ done: progress.current().done + count });
  const during: During = { stopping: () => !working(), did };
  /** Takes the next items that fit into one call. */
  const take = (): Item[] => {
    const first = queue[next];
    if (first === undefined || !working()) return [];
    const most = batch(first);
    let end = next + 1;
    while (end < queue.length && end - next < most && batch(queue[end] as Item) === most) end += 1;
    const taken = queue.slice(next, end);
    next = end;
    return taken;
  };
  const doOne = async (taken: readonly Item[]) => {
    try {
      const outcome = await patiently(
        () => work(taken, during),
        (waits) => tell({ waits }),
        wait,
      );
      failed.push(...(outcome.failed ?? []));
      conflicts.push(...(outcome.conflicts ?? []));
      rest.push(...(outcome.left ?? []));
      did(outcome.done);
    } catch (error) {
      const problem: Problem =
        error instanceof ProblemError
          ? error.problem
          : { code: 'internal', status: 0, message: String(error) };
      if (endsAll(problem)) {
        rest.push(...taken);
        tell({ state: 'stopping', problem });
      } else {
        failed.push(...taken.map((item) => ({ item, why: whyOf(problem) })));
        tell();
      }
    }
  };
  const worker = async () => {
    for (let taken = take(); taken.length > 0; taken = take()) await doOne(taken);
    workers -= 1;
    if (workers === 0) tell({ state: 'ended', waits: false });
  };
  const begin = (more: readonly Item[]) => {
    queue = [...queue.slice(next), ...rest, ...more];
    [next, rest] = [0, []];
    tell({ state: 'working', problem: null });
    workers = limit;
    for (let each = 0; each < limit; each += 1) void Promise.resolve().then(worker);
  };
  const ended = () => progress.current().state === 'ended';
  begin([]);
  return {
    progress,
    stop: () => void (working() && tell({ state: 'stopping' })),
    again: () => {
      if (!ended()) return;
      const more = failed.map(({ item }) => item);
      failed = [];
      begin(more);
    },
    resolve: (change) => {
      if (!ended()) return;
      const more = change ? conflicts.map(change) : [];
      conflicts = [];
      if (more.length > 0) begin(more);
      else tell();
    },
  };
}
