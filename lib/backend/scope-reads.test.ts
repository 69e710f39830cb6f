import { describe, expect, it, vi } from 'vitest';
import { problem } from '@/lib/problem';
import { isScopeRead, keptScopeRead } from './scope-reads';

let keys = 0;
/** A reader of a credential of its own. */
function reader() {
  const key = `key ${(keys += 1)}`;
  let generation = 1;
  return {
    changes: () => (generation += 1),
    read: (ask: () => Promise<unknown>, fresh = false) =>
      keptScopeRead(key, { generation: () => generation, fresh }, ask),
  };
}
const busy = () => Promise.reject(problem('too_many_requests', 429, 'busy', { retryAfter: 30 }));
const says = (word: string) => vi.fn(async () => word);

describe('the reads that the navigation stands on', () => {
  it('are A04 and A15', () => {
    expect((['A04', 'A15', 'A25', 'D02'] as const).filter(isScopeRead)).toEqual(['A04', 'A15']);
  });

  it('are asked once in 45 seconds, and anew after a change or when asked for', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    try {
      const { read, changes } = reader();
      const first = says('first');
      await read(first);
      vi.advanceTimersByTime(44_000);
      expect(await read(first)).toBe('first');
      expect(first).toHaveBeenCalledTimes(1);
      expect(await read(says('wanted'), true)).toBe('wanted');
      vi.advanceTimersByTime(46_000);
      expect(await read(says('later'))).toBe('later');
      changes();
      expect(await read(says('changed'))).toBe('changed');
    } finally {
      vi.useRealTimers();
    }
  });

  it('give the last known answer when the limit is reached or the backend is down', async () => {
    const { read, changes } = reader();
    await expect(read(busy)).rejects.toMatchObject({ problem: { code: 'too_many_requests' } });
    await read(says('known'));
    changes();
    expect(await read(busy)).toBe('known');
    const down = () => Promise.reject(problem('backend_unreachable', 502, 'down'));
    expect(await read(down)).toBe('known');
  });

  it('give the last known answer when the backend hangs, and take the new one when it comes', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    try {
      const { read } = reader();
      await read(says('known'));
      vi.advanceTimersByTime(60_000);
      let answer: (word: string) => void = () => undefined;
      const hangs = () => new Promise<unknown>((resolve) => (answer = resolve));
      expect(await read(hangs)).toBe('known');
      answer('new');
      await Promise.resolve();
      expect(await read(says('newer'))).toBe('new');
    } finally {
      vi.useRealTimers();
    }
  });

  it('give nothing to a refused credential', async () => {
    const { read, changes } = reader();
    await read(says('known'));
    changes();
    const refused = () => Promise.reject(problem('credential_refused', 401, 'no'));
    await expect(read(refused)).rejects.toMatchObject({ problem: { code: 'credential_refused' } });
  });
});
