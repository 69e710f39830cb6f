// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Input, Result } from '@/lib/contract/types';
import { problem } from '@/lib/problem';
import { createOnce, fitsMarks } from './create-once';

type Volume = Result<'D64'>['data'][number];

const start = Date.parse('2026-11-28T08:00:00Z');
const volume = (id: string, name: string, at = start): Volume =>
  ({
    id,
    name,
    size_gb: 50,
    location_id: '1',
    created_at: new Date(at).toISOString(),
  }) as Volume;

/** No two tests have a volume of the same id. */
let ids = 0;

/** A backend that creates the volume, and loses the answer as often as told. */
function backend(list: Volume[] = []) {
  let now = start;
  const state = {
    list,
    lost: 0,
    refuses: false,
    unread: 0,
    made: 0,
    reads: 0,
    page: null as unknown,
  };
  const order = (name = 'data', more: { makes?: boolean } = {}) => {
    const input: Input<'DX1'> = {
      body: { name, size: 50, location_id: 1, storage_type: 'ssd' } as never,
    };
    return createOnce('DX1', input, {
      identity: 'me',
      account: 'main',
      now: () => now,
      wait: async (milliseconds) => void (now += milliseconds),
      cached: () => [{ data: [...state.list] }],
      read: (async () => {
        state.reads += 1;
        if (state.unread > 0) {
          state.unread -= 1;
          throw problem('backend_unreachable', 0, 'gone');
        }
        return { data: [...state.list], page: state.page };
      }) as never,
      send: async () => {
        if (state.refuses) throw problem('payment_needed', 402, 'no money');
        const id = `v${(ids += 1)}`;
        if (more.makes ?? true) {
          state.made += 1;
          state.list.push(volume(id, name, now));
        }
        if (state.lost > 0) {
          state.lost -= 1;
          throw problem('backend_unreachable', 0, 'gone', { outcome: 'unknown' });
        }
        return { id } as Result<'DX1'>;
      },
    });
  };
  return { state, order };
}

beforeEach(() => localStorage.clear());

describe('createOnce', () => {
  it('finds what was made although its answer was lost, and sends nothing more', async () => {
    const { state, order } = backend([volume('old', 'data')]);
    state.lost = 1;
    await expect(order()).resolves.toMatchObject({ id: 'v1', name: 'data' });
    expect(state.made).toBe(1);
  });

  it('waits until the list can be read again', async () => {
    const { state, order } = backend();
    state.lost = 1;
    state.unread = 5;
    await expect(order('slow')).resolves.toMatchObject({ name: 'slow' });
    expect(state.made).toBe(1);
  });

  it('says that it isn’t there, and then makes it once', async () => {
    const { state, order } = backend();
    state.lost = 1;
    await expect(order('never', { makes: false })).rejects.toMatchObject({
      problem: { outcome: 'unknown', looked: 'absent' },
    });
    expect(state.reads).toBeGreaterThan(2);
    await order('never');
    expect(state.made).toBe(1);
  });

  it('looks before a second attempt, and sends nothing while the list can’t be read', async () => {
    const { state, order } = backend();
    state.lost = 1;
    state.unread = 1000;
    const unread = { problem: { outcome: 'unknown', looked: 'unread' } };
    await expect(order('twice')).rejects.toMatchObject(unread);
    await expect(order('twice')).rejects.toMatchObject(unread);
    expect(state.made).toBe(1);
    state.unread = 0;
    await expect(order('twice')).resolves.toMatchObject({ name: 'twice' });
    expect(state.made).toBe(1);
  });

  it('tells once of what an earlier attempt with another name has made', async () => {
    const { state, order } = backend();
    state.lost = 1;
    state.unread = 1000;
    await expect(order('first')).rejects.toThrow();
    state.unread = 0;
    await expect(order('second')).rejects.toMatchObject({ problem: { createdBefore: 'first' } });
    expect(state.list.map(({ name }) => name)).toEqual(['first']);
    await order('second');
    expect(state.list.map(({ name }) => name)).toEqual(['first', 'second']);
  });

  it('takes neither an older thing of that name nor one that this page has made', async () => {
    const { state, order } = backend([volume('v0', 'same', start - 86_400_000)]);
    await order('same');
    state.lost = 1;
    await expect(order('same', { makes: false })).rejects.toMatchObject({
      problem: { looked: 'absent' },
    });
  });

  it('keeps no refusal: what was refused wasn’t made', async () => {
    const { state, order } = backend();
    state.refuses = true;
    await expect(order('poor')).rejects.toMatchObject({ problem: { code: 'payment_needed' } });
    state.refuses = false;
    await order('poor');
    expect(state.reads).toBe(0);
  });

  it('takes a deletion as done whose answer was lost and whose thing is gone', async () => {
    const send = vi
      .fn()
      .mockRejectedValueOnce(problem('backend_timeout', 504, 'late', { outcome: 'unknown' }))
      .mockRejectedValue(problem('not_found', 404, 'gone'));
    const erase = (id: string) =>
      createOnce('D68', { params: { block_storage_id: id } }, { send } as never);
    await expect(erase('a')).rejects.toMatchObject({ problem: { outcome: 'unknown' } });
    await expect(erase('a')).resolves.toBeNull();
    await expect(erase('a')).rejects.toMatchObject({ problem: { code: 'not_found' } });
  });
});

describe('fitsMarks', () => {
  it('takes what isn’t known for equal, and neither case nor kind for a difference', () => {
    expect(fitsMarks({ name: 'Web', size: 50 }, { name: 'web', size: '50' })).toBe(true);
    expect(fitsMarks({ name: 'web', place: 1 }, { name: 'web', place: null })).toBe(true);
    expect(fitsMarks({ name: 'web' }, { name: 'db' })).toBe(false);
  });
});
