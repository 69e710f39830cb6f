import { describe, expect, it } from 'vitest';
import { credentialQueue, CallQueue, type QueuedKind, type Release } from './call-queue';

const limits = { most: 3, reserve: 1, queue: 2 };
const waitAtMost = 5000;

/** Requests places and records when they are given. */
function asker(queue: CallQueue) {
  const given: string[] = [];
  const places = new Map<string, Release>();
  const ask = (name: string, kind: QueuedKind, signal?: AbortSignal) =>
    queue.enter({ kind, waitAtMost, signal }).then((leave) => {
      given.push(name);
      places.set(name, leave);
    });
  return { given, ask, leave: (name: string) => places.get(name)?.() };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('a queue', () => {
  it('lets eight calls of one credential go, of them one kept for changes', () => {
    expect(credentialQueue).toMatchObject({ most: 8, reserve: 1 });
  });

  it('keeps a place for changes, whatever reads hang', async () => {
    const { given, ask } = asker(new CallQueue(limits));
    await Promise.all([ask('r1', 'read'), ask('r2', 'read')]);
    void ask('r3', 'read').catch(() => undefined);
    await turn();
    expect(given).toEqual(['r1', 'r2']);
    await ask('w1', 'write');
    expect(given).toEqual(['r1', 'r2', 'w1']);
  });

  it('gives places in order, to changes before reads', async () => {
    const { given, ask, leave } = asker(new CallQueue(limits));
    await Promise.all([ask('r1', 'read'), ask('r2', 'read'), ask('w1', 'write')]);
    void ask('r3', 'read');
    void ask('r4', 'read');
    void ask('w2', 'write');
    void ask('w3', 'write');
    await turn();
    for (const name of ['r1', 'w1', 'w2', 'w3', 'r2']) {
      leave(name);
      leave(name); // a place is given back once
      await turn();
    }
    expect(given).toEqual(['r1', 'r2', 'w1', 'w2', 'w3', 'r3', 'r4']);
  });

  it('refuses what its queue has no room for, reads apart from changes', async () => {
    const queue = new CallQueue(limits);
    const { given, ask } = asker(queue);
    for (const name of ['r1', 'r2', 'r3', 'r4']) void ask(name, 'read').catch(() => undefined);
    await turn();
    await expect(ask('r5', 'read')).rejects.toMatchObject({
      problem: { code: 'too_many_requests', status: 429, retryAfter: 2 },
    });
    await ask('w1', 'write');
    expect(given).toEqual(['r1', 'r2', 'w1']);
    expect(queue.load).toEqual({ underWay: 3, waiting: 2 });
  });

  it('lets go of who went away, and of who waited too long', async () => {
    const queue = new CallQueue({ most: 1, reserve: 0, queue: 9 });
    const leave = await queue.enter({ kind: 'write', waitAtMost });
    const page = new AbortController();
    const gone = queue.enter({ kind: 'read', waitAtMost, signal: page.signal });
    page.abort();
    await expect(gone).rejects.toMatchObject({ problem: { code: 'cancelled' } });
    await expect(
      queue.enter({ kind: 'read', waitAtMost, signal: page.signal }),
    ).rejects.toMatchObject({ problem: { code: 'cancelled' } });
    await expect(queue.enter({ kind: 'read', waitAtMost: 10 })).rejects.toMatchObject({
      problem: { code: 'backend_timeout', status: 504 },
    });
    // A change without a place was not sent, so nobody needs to check whether it was made.
    await expect(queue.enter({ kind: 'write', waitAtMost: 10 })).rejects.toMatchObject({
      problem: { code: 'too_many_requests' },
    });
    expect(queue.load).toEqual({ underWay: 1, waiting: 0 });
    leave();
    expect(queue.load.underWay).toBe(0);
  });
});
