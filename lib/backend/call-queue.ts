/**
 * Limits the simultaneous calls of one credential. Everybody shares the pool of connections: without this limit, one
 * person with a hanging backend would use all of it. Further calls wait in order, changes before reads. One place is
 * reserved for changes, so that hanging reads can't prevent a person from stopping a machine.
 */
import { problem } from '@/lib/problem';

export interface QueueLimits {
  /** Most running calls. */
  most: number;
  /** How many of them are reserved for changes. */
  reserve: number;
  /** Most waiting calls of one kind. */
  queue: number;
}

/** The limits of a person's token or key. */
export const credentialQueue: QueueLimits = { most: 8, reserve: 1, queue: 100 };
/** The limits of all people who aren't signed in together: sign-in and sign-up, which are limited by address before. */
export const anonymousQueue: QueueLimits = { most: 24, reserve: 0, queue: 200 };

/** Seconds to wait after a full queue: by then some of it is done. */
const fullWait = 2;

export type QueuedKind = 'read' | 'write';

interface Waiting {
  go: () => void;
}

export interface QueueRequest {
  kind: QueuedKind;
  /** Milliseconds that a call may wait here. */
  waitAtMost: number;
  /** Aborted when the caller disconnects. */
  signal?: AbortSignal | undefined;
}

/** Frees the place; a second call does nothing. */
export type Release = () => void;

export class CallQueue {
  private underWay = 0;
  private readingNow = 0;
  private readonly waiting: Record<QueuedKind, Set<Waiting>> = {
    read: new Set(),
    write: new Set(),
  };

  constructor(private readonly limits: QueueLimits) {}

  /** Running and waiting calls; for tests. */
  get load(): { underWay: number; waiting: number } {
    return {
      underWay: this.underWay,
      waiting: this.waiting.read.size + this.waiting.write.size,
    };
  }

  /**
   * Waits for a place.
   * @returns frees the place; call it when the call is over, however it ended
   * @throws ProblemError `too_many_requests` if the queue is full, or a change found no place in time (nothing was sent
   *   then); `backend_timeout` if a read found none; `cancelled`
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
