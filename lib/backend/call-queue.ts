/**
 * How many calls of one credential are under way at once. The pool of connections is everybody's: without this, one
 * person with a hanging backend holds all of it. Calls beyond the limit wait in order, changes before reads, and one
 * place is kept for changes, so that hanging reads can't keep a person from stopping a machine.
 */
import { problem } from '@/lib/problem';

export interface QueueLimits {
  /** Calls under way at most. */
  most: number;
  /** Of these, kept for changes. */
  reserve: number;
  /** Calls of one kind that wait at most. */
  queue: number;
}

/** Of a person's own token or key. */
export const credentialQueue: QueueLimits = { most: 8, reserve: 1, queue: 100 };
/** Of everybody who isn't signed in, together: sign-in and sign-up, whose addresses are limited before. */
export const anonymousQueue: QueueLimits = { most: 24, reserve: 0, queue: 200 };

/** Seconds to wait that a full queue names: long enough for some of it to be through. */
const fullWait = 2;

export type QueuedKind = 'read' | 'write';

interface Waiting {
  go: () => void;
}

export interface QueueRequest {
  kind: QueuedKind;
  /** Milliseconds that a call may wait here. */
  waitAtMost: number;
  /** The caller went away. */
  signal?: AbortSignal | undefined;
}

/** Gives a place back; a second call does nothing. */
export type Release = () => void;

export class CallQueue {
  private underWay = 0;
  private readingNow = 0;
  private readonly waiting: Record<QueuedKind, Set<Waiting>> = {
    read: new Set(),
    write: new Set(),
  };

  constructor(private readonly limits: QueueLimits) {}

  /** Calls under way, and calls that wait; for tests. */
  get load(): { underWay: number; waiting: number } {
    return {
      underWay: this.underWay,
      waiting: this.waiting.read.size + this.waiting.write.size,
    };
  }

  /**
   * Waits for a place.
   * @returns gives the place back; call it when the call is over, however it ended
   * @throws ProblemError `too_many_requests` where the queue is full, or a change found no place in time (nothing was
   *   sent then); `backend_timeout` where a read found none; `cancelled`
   */
  enter({ kind, waitAtMost, signal }: QueueRequest): Promise<Release> {
    if (signal?.aborted) return Promise.reject(wentAway());
    if (this.waiting[kind].size === 0 && this.hasRoom(kind))
      return Promise.resolve(this.take(kind));
    if (this.waiting[kind].size >= this.limits.queue)
      return Promise.reject(tooMany('Too many calls of this credential are waiting already.'));
    return new Promise((resolve, reject) => {
      const settle = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', away);
        this.waiting[kind].delete(entry);
      };
      const entry: Waiting = {
        go: () => {
          settle();
          resolve(this.take(kind));
        },
      };
      const away = () => {
        settle();
        reject(wentAway());
      };
      const timer = setTimeout(() => {
        settle();
        reject(kind === 'read' ? tooLate() : tooMany('Other calls of this credential hang.'));
      }, waitAtMost);
      signal?.addEventListener('abort', away, { once: true });
      this.waiting[kind].add(entry);
    });
  }

  private hasRoom(kind: QueuedKind): boolean {
    const { most, reserve } = this.limits;
    if (this.underWay >= most) return false;
    return kind === 'write' || this.readingNow < most - reserve;
  }

  private take(kind: QueuedKind): Release {
    this.underWay += 1;
    if (kind === 'read') this.readingNow += 1;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.underWay -= 1;
      if (kind === 'read') this.readingNow -= 1;
      this.advance();
    };
  }

  private advance(): void {
    for (const kind of ['write', 'read'] as const) {
      for (const { go } of this.waiting[kind]) {
        if (!this.hasRoom(kind)) break;
        go();
      }
    }
  }
}

const wentAway = () => problem('cancelled', 499, 'The caller went away.');
const tooLate = () =>
  problem('backend_timeout', 504, 'Other calls of this credential got no answer in time.');
const tooMany = (message: string) =>
  problem('too_many_requests', 429, message, { retryAfter: fullWait });
