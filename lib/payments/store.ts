/**
 * Where payments under way are held: in this process, or in the Redis that the replicas share where `REDIS_URL` is set.
 * Without it, each replica knows its own payments only, and a restart forgets them.
 */
import { perProcess } from '@/lib/log/per-process';
import { settings } from '@/lib/settings';

/** Texts by key. Each expires after `holdFor`. */
export interface PaymentStore {
  read(key: string): Promise<string | null>;
  /** Puts a text where none stands. @returns whether it did */
  claim(key: string, text: string): Promise<boolean>;
  /** Replaces `before`, or removes it for null, where it still stands. @returns whether it did */
  swap(key: string, before: string, after: string | null): Promise<boolean>;
  put(key: string, text: string): Promise<void>;
}

/** Milliseconds that a payment is held: longer than any method gives time to pay. */
export const holdFor = 3 * 24 * 3_600_000;
/** Most texts of a process; the oldest are dropped first. */
const most = 50_000;

/** A store in the memory of this process. */
export function memoryStore(now: () => number = Date.now): PaymentStore {
  const held = new Map<string, { text: string; end: number }>();
  const get = (key: string) => {
    const found = held.get(key);
    return found && found.end > now() ? found.text : null;
  };
  const set = (key: string, text: string) => {
    held.delete(key);
    held.set(key, { text, end: now() + holdFor });
    for (const [old, { end }] of held) {
      if (held.size <= most && end > now()) break;
      held.delete(old);
    }
  };
  // Nothing waits between the look and the change, so no other request comes between.
  return {
    read: async (key) => get(key),
    async claim(key, text) {
      if (get(key) !== null) return false;
      set(key, text);
      return true;
    },
    async swap(key, before, after) {
      if (get(key) !== before) return false;
      if (after === null) held.delete(key);
      else set(key, after);
      return true;
    },
    put: async (key, text) => set(key, text),
  };
}

/** The store of this deployment. */
export function paymentStore(): Promise<PaymentStore> {
  return perProcess('payments.store', async () => {
    const url = settings().REDIS_URL;
    if (url === undefined) return memoryStore();
    const { redisPayments } = await import('./store-redis');
    return redisPayments(url);
  });
}
