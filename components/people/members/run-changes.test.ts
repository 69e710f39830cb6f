import { describe, expect, it, vi } from 'vitest';
import { problem as problemOf, type ProblemCode } from '@/lib/problem';
import { memberWith } from './testing';
import type { Member } from './member';
import { runChanges, type ChangeRun } from './run-changes';

/** A list to which people are added one after the other, until one is refused, as the sandbox does. */
function place(known: readonly string[], code: ProblemCode = 'not_found', atomic = false) {
  const list = new Map<string, Member>();
  const calls: string[] = [];
  const add = (ids: readonly string[]) => {
    const bad = ids.find((id) => !known.includes(id) || list.has(id));
    if (atomic && bad) throw problemOf(code, 404, bad);
    for (const id of ids) {
      if (id === bad) throw problemOf(code, 404, bad);
      list.set(id, memberWith(id, { user_level: 2 }));
    }
  };
  const run = (ids: readonly string[], more: Partial<ChangeRun> = {}) =>
    runChanges({
      ids,
      many: async (some) => {
        calls.push(some.join());
        add(some);
      },
      one: async (id) => {
        calls.push(id);
        add([id]);
      },
      read: async () => [...list.values()],
      holds: (member) => member?.user_level === 2,
      sleep: async () => {},
      ...more,
    });
  return { list, calls, run };
}

const inWords = (outcomes: Awaited<ReturnType<typeof runChanges>>) =>
  outcomes.map(({ id, state, problem }) => [id, state, problem?.code ?? ''].join(' ').trim());

describe('runChanges', () => {
  it('changes all by one call', async () => {
    const { run, calls } = place(['a', 'b', 'c']);
    expect(inWords(await run(['a', 'b', 'c']))).toEqual(['a done', 'b done', 'c done']);
    expect(calls).toEqual(['a,b,c']);
  });

  it.each([
    ['keeps what it did before', false, ['a,x,b,y,c', 'x', 'b', 'y', 'c']],
    ['does all or nothing', true, ['a,x,b,y,c', 'a', 'x', 'b', 'y', 'c']],
  ])('finds out who was refused where the backend %s', async (_, atomic, made) => {
    const { run, calls } = place(['a', 'b', 'c'], 'not_found', atomic);
    expect(inWords(await run(['a', 'x', 'b', 'y', 'c']))).toEqual([
      'a done',
      'x failed not_found',
      'b done',
      'y failed not_found',
      'c done',
    ]);
    expect(calls).toEqual(made);
  });

  it('believes the list where an answer is lost', async () => {
    const { run, list } = place(['a', 'b']);
    const lost = async () => {
      list.set('a', memberWith('a', { user_level: 2 }));
      throw problemOf('backend_timeout', 504, 'late', { outcome: 'unknown' });
    };
    expect(inWords(await run(['a', 'b'], { many: lost }))).toEqual([
      'a done',
      'b unknown backend_timeout',
    ]);
  });

  it('says that nobody knows where the list can not be read', async () => {
    const { run } = place(['a', 'b']);
    const read = async () => {
      throw problemOf('backend_error', 500, 'down');
    };
    expect(inWords(await run(['a', 'b'], { read }))).toEqual([
      'a unknown backend_error',
      'b unknown backend_error',
    ]);
  });

  it('says that nobody knows where the answer is yes and the list says no', async () => {
    const { run } = place(['a']);
    expect(inWords(await run(['a'], { one: async () => {} }))).toEqual(['a unknown']);
  });

  it('stops where every call would be refused', async () => {
    const { run, calls } = place([], 'no_access');
    expect(inWords(await run(['a', 'b', 'c']))).toEqual([
      'a failed no_access',
      'b failed no_access',
      'c failed no_access',
    ]);
    expect(calls).toEqual(['a,b,c']);
  });

  it('goes one by one where no operation takes several, and waits out the limit', async () => {
    const { run, list } = place(['a', 'b']);
    const sleep = vi.fn(async () => {});
    let refused = false;
    const one = async (id: string) => {
      if (!refused) {
        refused = true;
        throw problemOf('too_many_requests', 429, 'slow down', { retryAfter: 7 });
      }
      list.set(id, memberWith(id, { user_level: 2 }));
    };
    const told: number[] = [];
    const tell = (count: number) => void told.push(count);
    expect(inWords(await run(['a', 'b'], { many: null, one, sleep, tell }))).toEqual([
      'a done',
      'b done',
    ]);
    expect(sleep).toHaveBeenCalledWith(7000);
    expect(told).toEqual([1, 2]);
  });

  it('shows the level that somebody has instead', async () => {
    const { run, list } = place(['a']);
    const one = async () => {
      list.set('a', memberWith('a', { user_level: 1 }));
      throw problemOf('backend_error', 500, 'second call');
    };
    const [outcome] = await run(['a'], { many: null, one });
    expect([outcome?.state, outcome?.member?.user_level]).toEqual(['failed', 1]);
  });
});
