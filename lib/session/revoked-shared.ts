/**
 * Keeps the list of signed-out sessions equal at all replicas, by a shared store.
 *
 * - A sign-out is written to the store and sent to all listening replicas. Each replica has a copy of the whole list,
 * so a request needs no call of the store.
 * - Whenever the store is reached (again), the lists are made equal in both directions: a replica adds the store's
 * entries, and writes and sends those that the store lacks. So a failed write is repeated later, and a store that has
 * lost everything gets it back from any running replica.
 * - While the store can't be reached, replicas continue with their own lists. Refusing everybody would make one small
 * store able to stop the whole console; the risk is only a stolen copy of a cookie that was signed out elsewhere
 * within these minutes.
 */
import { log } from '@/lib/log/log';

/** The name of a session in the list, and its end in milliseconds since 1970. */
export type Revocation = readonly [name: string, end: number];

/** The list of one process. */
export interface OwnList {
  all(): Revocation[];
  note(revocations: readonly Revocation[]): void;
}

/** The operations that the shared list needs of its store; tests pass their own. */
export interface Store {
  /** @param reached called each time it is reached (again) @param lost each time that it is lost, with why */
  open(events: {
    reached(): void;
    lost(why: string): void;
    heard(revocations: readonly Revocation[]): void;
  }): void;
  /** The entries that haven't expired. */
  load(now: number): Promise<Revocation[]>;
  /** Writes entries and sends them to every replica. */
  add(revocations: readonly Revocation[]): Promise<void>;
}

export interface SharedList {
  /** Resolves when the list was first read, or can't be read now. */
  known: Promise<void>;
  /** Sends it to the others. Never rejects, and resolves after at most one second. */
  tell(revocation: Revocation): Promise<void>;
}

/**
 * Milliseconds that the first requests wait for the list, that a sign-out waits for its writing, and until a new try
 * after a failure.
 */
const WAITS = { first: 2_000, told: 1_000, again: 2_000 };

const within = (milliseconds: number, work: Promise<unknown>): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    const done = () => {
      clearTimeout(timer);
      resolve();
    };
    work.then(done, done);
  });

/** Starts to share the list of this process by a store. */
export function shareList(own: OwnList, store: Store): SharedList {
  let first = () => {};
  const read = new Promise<void>((resolve) => (first = resolve));
  let retry: ReturnType<typeof setTimeout> | undefined;
  let down = false;
  const lost = (why: string) => {
    if (down) return;
    down = true;
    log().warn({ why }, 'Redis can not be reached: sign-outs of other replicas are not known here');
  };
  const later = () => {
    clearTimeout(retry);
    retry = setTimeout(() => void equal(), WAITS.again);
    retry.unref();
  };
  const equal = async () => {
    try {
      const now = Date.now();
      const held = await store.load(now);
      const known = new Set(held.map(([name]) => name));
      own.note(held);
      const missing = own.all().filter(([name, end]) => end > now && !known.has(name));
      if (missing.length > 0) await store.add(missing);
      first();
      if (down) log().info('Redis is reached again');
      down = false;
    } catch {
      later();
    }
  };
  store.open({ reached: () => void equal(), lost, heard: (some) => own.note(some) });
  return {
    known: within(WAITS.first, read),
    tell: (revocation) => within(WAITS.told, store.add([revocation]).catch(later)),
  };
}
