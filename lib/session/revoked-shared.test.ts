import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { shareList, type Revocation, type SharedList, type Store } from './revoked-shared';
import { useSettings } from './testing';

type Events = Parameters<Store['open']>[0];

/** A store like Redis: it can go down, lose everything, and come back. */
function makeRedis() {
  const held = new Map<string, number>();
  const replicas: Events[] = [];
  let up = true;
  const must = () => {
    if (!up) throw new Error('down');
  };
  const store = (): Store => ({
    open(events) {
      replicas.push(events);
      if (up) events.reached();
      else events.lost('ECONNREFUSED');
    },
    async load(now) {
      must();
      return [...held].filter(([, end]) => end > now);
    },
    async add(revocations) {
      must();
      for (const [name, end] of revocations) held.set(name, end);
      for (const { heard } of replicas) heard(revocations);
    },
  });
  return {
    store,
    held,
    stop(): void {
      up = false;
      for (const { lost } of replicas) lost('ECONNRESET');
    },
    start({ empty = false } = {}): void {
      up = true;
      if (empty) held.clear();
      for (const { reached } of replicas) reached();
    },
  };
}

/** A replica of the console with its own list, which it shares. */
function replica(store: Store) {
  const list = new Map<string, number>();
  const note = (some: readonly Revocation[]) => {
    for (const [name, end] of some) list.set(name, end);
  };
  const shared: SharedList = shareList({ all: () => [...list], note }, store);
  const signOut = (name: string, end = Date.now() + 60_000) => {
    note([[name, end]]);
    return shared.tell([name, end]);
  };
  return { list, shared, signOut };
}

beforeEach(() => {
  useSettings();
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('shareList', () => {
  it('tells every other replica, and one that starts later', async () => {
    const redis = makeRedis();
    const [one, two] = [replica(redis.store()), replica(redis.store())];
    await one.signOut('sari');
    expect(two.list.has('sari')).toBe(true);
    const three = replica(redis.store());
    await three.shared.known;
    expect(three.list.has('sari')).toBe(true);
  });

  it('ignores expired entries', async () => {
    const redis = makeRedis();
    redis.held.set('old', Date.now() - 1);
    const one = replica(redis.store());
    await one.shared.known;
    expect(one.list.size).toBe(0);
  });

  it('writes later what it could not write, and restores what the store has lost', async () => {
    const redis = makeRedis();
    const [one, two] = [replica(redis.store()), replica(redis.store())];
    await one.signOut('before');
    redis.stop();
    const told = one.signOut('during');
    await pass(1_000);
    await told; // a sign-out waits at most a second
    expect(one.list.has('during')).toBe(true);
    expect(two.list.has('during')).toBe(false);
    redis.start({ empty: true });
    await pass(0);
    expect(two.list.has('during')).toBe(true);
    expect([...redis.held.keys()].sort()).toEqual(['before', 'during']);
  });

  it('tries again by itself if a single write failed', async () => {
    const redis = makeRedis();
    const store = redis.store();
    const add = vi.spyOn(store, 'add').mockRejectedValueOnce(new Error('timeout'));
    const [one, two] = [replica(store), replica(redis.store())];
    await one.shared.known;
    await one.signOut('sari');
    expect(two.list.has('sari')).toBe(false);
    await pass(2_000);
    expect(add).toHaveBeenCalledTimes(2);
    expect(two.list.has('sari')).toBe(true);
  });

  it('lets the first requests wait for the list, at most two seconds', async () => {
    const redis = makeRedis();
    redis.stop();
    const one = replica(redis.store());
    const known = vi.fn();
    void one.shared.known.then(known);
    await pass(1_999);
    expect(known).not.toHaveBeenCalled();
    await pass(1);
    expect(known).toHaveBeenCalled();
  });
});
