// @vitest-environment happy-dom
import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { problem } from '@/lib/problem';
import { request } from '@/lib/query/fetcher';
import { noteInput } from '@/lib/query/user-input';
import { gate, watchProjects } from './read-projects';

vi.mock('@/lib/query/fetcher', () => ({ request: vi.fn() }));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const inputs = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    params: { group_type: 'projects' as const, uuid: `p-${index}` },
  }));

it('runs so much at once, and the rest in its order', async () => {
  const ends: (() => void)[] = [];
  const begun: number[] = [];
  const inTurn = gate(2);
  const done = [0, 1, 2].map((each) =>
    inTurn(() => {
      begun.push(each);
      return new Promise<void>((end, fail) => ends.push(each === 0 ? fail : end));
    }),
  );
  done[0]?.catch(() => {});
  expect(begun).toEqual([0, 1]);
  ends[0]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(begun).toEqual([0, 1, 2]);
});

it('reads each project once, and what met the limit again', async () => {
  noteInput();
  const limit = problem('too_many_requests', 429, '', { retryAfter: 20 });
  vi.mocked(request).mockImplementation((_, { params }: { params?: { uuid?: string } }) =>
    params?.uuid === 'p-4' && vi.mocked(request).mock.calls.length <= 5
      ? Promise.reject(limit)
      : (Promise.resolve({ data: [] }) as never),
  );
  const watch = watchProjects(
    new QueryClient({ defaultOptions: { queries: { retry: false } } }),
    'me',
    'A25',
    inputs(5),
  );
  const stop = watch.subscribe(() => {});
  await vi.advanceTimersByTimeAsync(1000);
  expect(request).toHaveBeenCalledTimes(5);
  expect(watch.current().map(({ isSuccess }) => isSuccess)).toEqual([
    true,
    true,
    true,
    true,
    false,
  ]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(request).toHaveBeenCalledTimes(6);
  expect(watch.current().every(({ isSuccess }) => isSuccess)).toBe(true);
  stop();
});
