import { describe, expect, it } from 'vitest';
import { credentialLane, Lane, type LaneKind, type Leave } from './lane';

const limits = { most: 3, reserve: 1, queue: 2 };
const patience = 5000;

/** Asks for a place and notes when it is given. */
function asker(lane: Lane) {
  const given: string[] = [];
  const places = new Map<string, Leave>();
  const ask = (name: string, kind: LaneKind, signal?: AbortSignal) =>
    lane.enter({ kind, patience, signal }).then((leave) => {
      given.push(name);
      places.set(name, leave);
    });
  return { given, ask, leave: (name: string) => places.get(name)?.() };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('a lane', () => {
  it('lets eight calls of one credential go, of them one kept for changes', () => {
    expect(credentialLane).toMatchObject({ most: 8, reserve: 1 });
  });

  it('keeps a place for changes, whatever reads hang', async () => {
    const { given, ask } = asker(new Lane(limits));
    await Promise.all([ask('r1', 'read'), ask('r2', 'read')]);
    void ask('r3', 'read').catch(() => undefined);
    await turn();
    expect(given).toEqual(['r1', 'r2']);
    await ask('w1', 'write');
    expect(given).toEqual(['r1', 'r2', 'w1']);
  });

  it('gives places in order, to changes before reads', async () => {
    const { given, ask, leave } = asker(new Lane(limits));
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
    const lane = new Lane(limits);
    const { given, ask } = asker(lane);
    for (const name of ['r1', 'r2', 'r3', 'r4']) void ask(name, 'read').catch(() => undefined);
    await turn();
    await expect(ask('r5', 'read')).rejects.toMatchObject({
      problem: { code: 'too_many_requests', status: 429, retryAfter: 2 },
    });
    await ask('w1', 'write');
    expect(given).toEqual(['r1', 'r2', 'w1']);
    expect(lane.load).toEqual({ underWay: 3, waiting: 2 });
  });

  it('lets go of who went away, and of who waited too long', async () => {
    const lane = new Lane({ most: 1, reserve: 0, queue: 9 });
    const leave = await lane.enter({ kind: 'write', patience });
    const page = new AbortController();
    const gone = lane.enter({ kind: 'read', patience, signal: page.signal });
    page.abort();
    await expect(gone).rejects.toMatchObject({ problem: { code: 'cancelled' } });
    await expect(lane.enter({ kind: 'read', patience, signal: page.signal })).rejects.toMatchObject(
      { problem: { code: 'cancelled' } },
    );
    await expect(lane.enter({ kind: 'read', patience: 10 })).rejects.toMatchObject({
      problem: { code: 'backend_timeout', status: 504 },
    });
    // A change that found no place was not sent: nobody has to look whether it was made.
    await expect(lane.enter({ kind: 'write', patience: 10 })).rejects.toMatchObject({
      problem: { code: 'too_many_requests' },
    });
    expect(lane.load).toEqual({ underWay: 1, waiting: 0 });
    leave();
    expect(lane.load.underWay).toBe(0);
  });
});
