import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { problem } from '@/lib/problem';
import type { FirstPages, PageRead } from './read-pages';
import { mostWhole, readWhole } from './whole-read';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const idOf = (row: string) => row;

/** A list of so many pages of two rows; `before` may refuse a call. */
function list(pages: number, before: (page: number, call: number) => void = () => {}) {
  let calls = 0;
  return vi.fn<PageRead<string>>(async (page) => {
    before(page, (calls += 1));
    return { data: [`${page}a`, `${page}b`], page: { last_page: pages, total: 2 * pages } };
  });
}

/** Reads it whole, and gives what is saved. */
function begin(read: PageRead<string>) {
  const saved = vi.fn<(whole: FirstPages<string>) => Promise<void>>(async () => {});
  return { whole: readWhole(read, idOf, saved), saved };
}

describe('readWhole', () => {
  it('reads all pages and saves them once', async () => {
    const { whole, saved } = begin(list(3));
    await vi.runAllTimersAsync();
    expect(saved).toHaveBeenCalledTimes(1);
    expect(saved.mock.calls[0]?.[0].rows).toEqual(['1a', '1b', '2a', '2b', '3a', '3b']);
    expect(whole.progress.current()).toMatchObject({
      read: 3,
      pages: 3,
      done: { count: 6, more: false, changed: false },
    });
  });

  it('waits as long as the limit asks for, and goes on with the same page', async () => {
    const read = list(3, (page, call) => {
      if (page === 2 && call === 2)
        throw problem('too_many_requests', 429, 'wait', { retryAfter: 30 });
    });
    const { whole, saved } = begin(read);
    await vi.advanceTimersByTimeAsync(29_000);
    expect(whole.progress.current()).toMatchObject({ read: 1, pages: 3, waits: 30 });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(whole.progress.current().waits).toBeNull();
    expect(saved.mock.calls[0]?.[0].rows).toHaveLength(6);
    expect(read.mock.calls.map(([page]) => page)).toEqual([1, 2, 2, 3]);
  });

  it('keeps within the calls a minute, and reads fifty pages at most', async () => {
    const at: number[] = [];
    const read = list(80, () => at.push(Date.now()));
    const { whole } = begin(read);
    await vi.runAllTimersAsync();
    expect(read).toHaveBeenCalledTimes(mostWhole);
    const busiest = Math.max(
      ...at.map((from) => at.filter((t) => t >= from && t < from + 60_000).length),
    );
    expect(busiest).toBeLessThanOrEqual(50);
    expect(whole.progress.current().done).toEqual({
      count: 100,
      total: 160,
      more: true,
      changed: false,
    });
  });

  it('stops at a problem, and goes on with the pages that are missing', async () => {
    const read = list(3, (page, call) => {
      if (page === 3 && call === 3) throw problem('backend_error', 500, 'no');
    });
    const { whole, saved } = begin(read);
    await vi.runAllTimersAsync();
    expect(whole.progress.current().problem?.code).toBe('backend_error');
    expect(saved).not.toHaveBeenCalled();
    whole.again();
    await vi.runAllTimersAsync();
    expect(read.mock.calls.map(([page]) => page)).toEqual([1, 2, 3, 3]);
    expect(whole.progress.current()).toMatchObject({ problem: null, done: { count: 6 } });
  });

  it('saves nothing once it is cancelled, also while it waits', async () => {
    const { whole, saved } = begin(
      list(2, (page) => {
        if (page === 2) throw problem('too_many_requests', 429, 'wait', { retryAfter: 30 });
      }),
    );
    await vi.advanceTimersByTimeAsync(1_000);
    whole.cancel();
    await vi.runAllTimersAsync();
    expect(saved).not.toHaveBeenCalled();
    expect(whole.progress.current()).toMatchObject({ problem: null, done: null });
  });

  it('is cancelled when its progress is no longer shown', async () => {
    const read = list(40);
    const { whole, saved } = begin(read);
    const leave = whole.progress.subscribe(() => {});
    await vi.advanceTimersByTimeAsync(3_000);
    leave();
    await vi.runAllTimersAsync();
    expect(read.mock.calls.length).toBeLessThan(15);
    expect(saved).not.toHaveBeenCalled();
  });
});
