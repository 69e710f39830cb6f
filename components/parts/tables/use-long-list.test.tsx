// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Result } from '@/lib/contract/types';
import { problem } from '@/lib/problem';
import type { Beginning } from '@/lib/query/beginning';
import { request } from '@/lib/query/fetcher';
import { PersonProvider } from '@/lib/query/person';
import { useLongList } from './use-long-list';

vi.mock('@/lib/query/fetcher', () => ({ request: vi.fn() }));

const input = { params: { group_type: 'organizations' as const, uuid: 'kopi' } };
const list = (...names: string[]) =>
  ({ data: names.map((uuid) => ({ uuid })), page: null }) as Result<'A25'>;
const beginning: Beginning<Result<'A25'>> = { answer: list('1', '2'), total: 3 };

let root: Root;
let place: HTMLElement;
/** Told what a person who waits for all rows gets. */
const told = vi.fn();

function List({ from = beginning }: { from?: typeof beginning | null }) {
  const { list: answer, rest } = useLongList('A25', input, from, {});
  const names = answer.data?.data.map(({ uuid }) => uuid).join();
  return (
    <button onClick={() => void rest?.all().then(told, told)}>
      {`${names} of ${rest?.total ?? 'all'}${answer.error ? ' failed' : ''}`}
    </button>
  );
}

const show = (client: QueryClient, from?: null) =>
  act(async () =>
    root.render(
      <PersonProvider value={{ identity: 'me', own: 'main' }}>
        <QueryClientProvider client={client}>
          <List from={from} />
        </QueryClientProvider>
      </PersonProvider>,
    ),
  );
const press = () => place.querySelector('button')?.click();
/** React Query tells of an answer a moment later. */
const settled = () => act(() => new Promise((soon) => setTimeout(soon, 20)));
const plain = () =>
  new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 2_000 } } });

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.mocked(request).mockReset();
  told.mockReset();
  place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
});
afterEach(() => {
  act(() => root.unmount());
  place.remove();
  vi.unstubAllGlobals();
});

it('shows the beginning until all rows are there, and reads them once', async () => {
  let answer: (whole: Result<'A25'>) => void = () => {};
  vi.mocked(request).mockReturnValue(new Promise((done) => (answer = done as never)));
  await show(plain());
  expect(place.textContent).toBe('1,2 of 3');
  press();
  await act(async () => answer(list('1', '2', '3')));
  await settled();
  expect(place.textContent).toBe('1,2,3 of all');
  expect(told).toHaveBeenCalledWith(list('1', '2', '3').data);
  expect(request).toHaveBeenCalledTimes(1);
});

it('keeps the beginning where the others can’t be read, and says so to who waits for them', async () => {
  vi.mocked(request).mockRejectedValue(problem('backend_unreachable', 502, ''));
  await show(plain());
  await act(() => vi.waitFor(() => expect(request).toHaveBeenCalled()));
  await settled();
  expect(place.textContent).toBe('1,2 of 3 failed');
  await act(async () => press());
  await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1));
  expect(told.mock.lastCall?.[0]).toMatchObject({ problem: { code: 'backend_unreachable' } });
});

it('reads a list that came whole no second time', async () => {
  const client = plain();
  client.setQueryData(['me', '', 'A25', input], list('1'));
  await show(client, null);
  expect(place.textContent).toBe('1 of all');
  expect(request).not.toHaveBeenCalled();
});
