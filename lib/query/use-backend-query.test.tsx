// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { request } from './fetcher';
import { PersonProvider } from './person';
import { noteInput } from './user-input';
import { useBackendQuery } from './use-backend-query';

vi.mock('./fetcher', () => ({ request: vi.fn() }));

const input = { params: { instance_uuid: 'i-1' } };
let answer = { uuid: 'i-1', status: 'Pending' };
let root: Root;
let client: QueryClient;

function Frame() {
  return useBackendQuery('D04', input, { account: 'main', poll: 'fast' }).data?.status;
}
function Tab() {
  return useBackendQuery('D04', input, { account: 'main', poll: 'slow' }).data?.status;
}
function Keys() {
  return useBackendQuery('D48', input, { account: 'main' }).data?.data.length;
}

const show = (content: ReactNode) =>
  act(async () =>
    root.render(
      <PersonProvider value={{ identity: 'me', own: 'main' }}>
        <QueryClientProvider client={client}>{content}</QueryClientProvider>
      </PersonProvider>,
    ),
  );
/** Lets time pass with somebody at the page. @returns calls meanwhile */
async function pass(seconds: number): Promise<number> {
  const before = vi.mocked(request).mock.calls.length;
  noteInput();
  await act(() => vi.advanceTimersByTimeAsync(seconds * 1000));
  return vi.mocked(request).mock.calls.length - before;
}

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.useFakeTimers();
  vi.mocked(request).mockReset();
  vi.mocked(request).mockImplementation(async () => ({ ...answer }) as never);
  client = new QueryClient({ defaultOptions: { queries: { staleTime: 2_000 } } });
  root = createRoot(document.createElement('div'));
});
afterEach(() => {
  act(() => root.unmount());
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('is not asked again by a tab whose frame polls it', async () => {
  await show([<Frame key="frame" />]);
  await pass(2.2); // the answer is stale, and the next poll still to come
  expect(request).toHaveBeenCalledTimes(1);
  vi.mocked(request).mockClear();
  await show([<Frame key="frame" />, <Tab key="tab" />]);
  expect(request).not.toHaveBeenCalled();
});

it('is asked ever less often while the work shows nothing new, and again fast once it does', async () => {
  await show(<Frame />);
  const first = await pass(110);
  expect(first).toBeGreaterThan(20);
  await pass(6 * 60);
  expect(await pass(120)).toBeLessThanOrEqual(3);
  answer = { uuid: 'i-1', status: 'Starting' };
  await pass(60);
  expect(await pass(60)).toBeGreaterThan(10);
});

it('keeps what a machine was made with for minutes', async () => {
  vi.mocked(request).mockImplementation(async () => ({ data: [], page: null }) as never);
  await show(<Keys />);
  expect(await pass(1)).toBe(0);
  await show(null);
  await pass(60);
  await show(<Keys />);
  expect(request).toHaveBeenCalledTimes(1);
});
