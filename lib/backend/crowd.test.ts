/** Many calls of one credential at once, against a backend that hangs. */
import { setMaxListeners } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { json, startFakeBackend, type FakeBackend } from '@/lib/proxy/testing/fake-backend';
import { applySettings } from '@/lib/proxy/testing/world';
import type { ProblemError } from '@/lib/problem';
import { callRaw } from './call';
import { closePools } from './send';

let backend: FakeBackend;
let number = 0;
/** Requests that wait for `letGo`. */
let hanging: (() => void)[] = [];
let underWay = 0;
let mostAtOnce = 0;
const key = () => ({ backend: 'dewavps', key: `fake-key-of-crowd-${(number += 1)}` }) as const;
const page = (of: ReturnType<typeof key>, at: number, signal?: AbortSignal) =>
  callRaw('D02', { query: { page: at } }, of, { signal });
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'ok',
    (error: ProblemError) => error.problem.code,
  );
/** A caller with many calls, who can disconnect. */
function leaving(): AbortController {
  const gone = new AbortController();
  setMaxListeners(0, gone.signal);
  return gone;
}
const letGo = () => hanging.splice(0).forEach((go) => go());

beforeAll(async () => {
  backend = await startFakeBackend();
});
beforeEach(() => {
  backend.asked.length = 0;
  [hanging, underWay, mostAtOnce] = [[], 0, 0];
  backend.respond = async (_asked, response) => {
    underWay += 1;
    mostAtOnce = Math.max(mostAtOnce, underWay);
    await new Promise<void>((go) => hanging.push(go));
    underWay -= 1;
    json(response, 200, { data: [] });
  };
  applySettings({ NUSA_DEWAVPS_URL: backend.url, NUSA_CALLS_PER_MINUTE: '6000' });
});
afterAll(async () => {
  await closePools();
  await backend.close();
});

describe('one credential', () => {
  it('has eight calls under way at most, and all of its calls are answered', async () => {
    const mine = key();
    const reads = Array.from({ length: 30 }, (_, at) => code(page(mine, at + 1)));
    const changes = Array.from({ length: 5 }, (_, at) =>
      code(callRaw('D72', { params: { ssh_id: String(at) } }, mine)),
    );
    let over = false;
    const all = Promise.all([...reads, ...changes]).finally(() => (over = true));
    await vi.waitFor(() => {
      letGo();
      expect(over).toBe(true);
    });
    expect(new Set(await all)).toEqual(new Set(['ok']));
    expect(mostAtOnce).toBe(8);
    expect(backend.asked).toHaveLength(35);
    // The changes were behind 30 reads, and were sent before those that had not begun.
    const changed = backend.asked.map(({ method }, at) => (method === 'DELETE' ? at : -1));
    expect(Math.max(...changed)).toBeLessThan(20);
  });

  it('keeps nobody else from being answered, though all of its calls hang', async () => {
    const mine = key();
    const gone = leaving();
    const held = Array.from({ length: 90 }, (_, at) => code(page(mine, at + 1, gone.signal)));
    await vi.waitFor(() => expect(underWay).toBe(7));
    backend.respond = (_asked, response) => json(response, 200, { data: [] });
    expect(await code(page(key(), 1))).toBe('ok');
    // A caller who disconnects leaves the queue, too, so nothing of theirs is sent.
    gone.abort();
    expect(new Set(await Promise.all(held))).toEqual(new Set(['cancelled']));
    letGo();
    expect(await code(page(mine, 1000))).toBe('ok');
    expect(backend.asked).toHaveLength(9);
  });

  it('joins identical reads before they take a place', async () => {
    const mine = key();
    const same = Array.from({ length: 20 }, () => code(page(mine, 1)));
    await vi.waitFor(() => expect(underWay).toBe(1));
    letGo();
    expect(new Set(await Promise.all(same))).toEqual(new Set(['ok']));
    expect(backend.asked).toHaveLength(1);
  });

  it('waits for its turn within the time limit of the call', async () => {
    applySettings({
      NUSA_DEWAVPS_URL: backend.url,
      NUSA_CALLS_PER_MINUTE: '6000',
      NUSA_BACKEND_TIMEOUT: '300',
    });
    const mine = key();
    const begun = performance.now();
    const all = await Promise.all(Array.from({ length: 20 }, (_, at) => code(page(mine, at + 1))));
    expect(new Set(all)).toEqual(new Set(['backend_timeout']));
    expect(performance.now() - begun).toBeLessThan(580); // less than two limits in a row
    letGo();
  });

  it('is told to come back where its queue is full', async () => {
    const mine = key();
    const gone = leaving();
    const all = Array.from({ length: 120 }, (_, at) => code(page(mine, at + 1, gone.signal)));
    // A call of the test before may still arrive, and counts along.
    await vi.waitFor(() => expect(underWay).toBeGreaterThanOrEqual(7));
    gone.abort();
    const codes = await Promise.all(all);
    expect(codes.filter((one) => one === 'too_many_requests')).toHaveLength(120 - 107);
    letGo();
  });
});
