import { afterEach, describe, expect, test, vi } from 'vitest';
import { makeStore } from '@/lib/store';
import { dropRun, hideRun, keepRun, pageRuns } from './page-runs';
import type { Run, RunProgress } from './run';

const working: RunProgress<string> = {
  ...{ state: 'working', done: 0, failed: [], conflicts: [], left: 2 },
  ...{ problem: null, waits: false },
};

/** Keeps a run whose progress the test sets. */
function keep() {
  const progress = makeStore(working);
  const onChanged = vi.fn();
  const nothing = () => {};
  const run: Run<string> = { progress, stop: nothing, again: nothing, resolve: nothing };
  const id = keepRun<string>({
    ...{ run, title: 'Delete 2 selected?', total: 2, verb: 'deleted', onChanged },
    nameOf: (item) => item,
    done: () => null,
  });
  return { id, progress, onChanged };
}

const ids = () => pageRuns.current().map(({ id }) => id);

afterEach(() => pageRuns.set([]));

describe('the runs of a page', () => {
  test('go once they have ended well, and what they changed is read again', () => {
    const { id, progress, onChanged } = keep();
    progress.set({ ...working, done: 1, left: 1 });
    expect(ids()).toEqual([id]);
    expect(onChanged).not.toHaveBeenCalled();
    progress.set({ ...working, state: 'ended', done: 2, left: 0 });
    expect(ids()).toEqual([]);
    expect(onChanged).toHaveBeenCalledTimes(1);
  });

  test('stay with what is left, and what a hidden one changed is read again once', () => {
    const { id, progress, onChanged } = keep();
    hideRun(id);
    progress.set({ ...working, state: 'ended', done: 1, left: 1 });
    expect(ids()).toEqual([id]);
    expect(onChanged).toHaveBeenCalledTimes(1);
    progress.set({ ...working, state: 'ended', done: 1, left: 1 });
    expect(onChanged).toHaveBeenCalledTimes(1);
    dropRun(id);
    expect(ids()).toEqual([]);
  });

  test('of two, only the one meant goes', () => {
    const [first, second] = [keep(), keep()];
    dropRun(first.id);
    expect(ids()).toEqual([second.id]);
  });
});
