// @vitest-environment happy-dom
import { dehydrate, QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { act } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { Hydrated } from './hydrated';

const key = ['a'];
const ask = vi.fn(async () => 'asked');

function Shown() {
  return useQuery({ queryKey: key, queryFn: ask, staleTime: 2_000 }).data ?? 'nothing';
}

/** The state that a server sends when its clock is at `at`. */
function stateOf(at: number) {
  const client = new QueryClient();
  client.setQueryData(key, 'handed on', { updatedAt: at });
  return dehydrate(client);
}

it.each([
  ['seconds ago, on a slow device', -8_000],
  ['three hours ago', -3 * 3_600_000],
  ['in three hours', 3 * 3_600_000],
])('what the server read %s isn’t asked for again', async (_, apart) => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const place = document.createElement('div');
  const root = createRoot(place);
  const client = new QueryClient();
  await act(async () =>
    root.render(
      <QueryClientProvider client={client}>
        <Hydrated state={stateOf(Date.now() + apart)}>
          <Shown />
        </Hydrated>
      </QueryClientProvider>,
    ),
  );
  expect(place.textContent).toBe('handed on');
  expect(ask).not.toHaveBeenCalled();
  const age = Date.now() - (client.getQueryState(key)?.dataUpdatedAt ?? 0);
  expect(Math.abs(age)).toBeLessThan(60_000);
  act(() => root.unmount());
});

it('what the browser has read meanwhile doesn’t change what the HTML was drawn from', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const client = new QueryClient();
  const page = (of: QueryClient) => (
    <QueryClientProvider client={of}>
      <Hydrated state={stateOf(Date.now())}>
        <Shown />
      </Hydrated>
    </QueryClientProvider>
  );
  const place = document.createElement('div');
  place.innerHTML = renderToString(page(new QueryClient()));
  // A follower of changes, which shows nothing itself.
  client.setQueryData(key, 'read meanwhile', { updatedAt: Date.now() - 1 });
  const complaint = vi.fn();
  const root = await act(async () =>
    hydrateRoot(place, page(client), { onRecoverableError: complaint }),
  );
  expect(complaint).not.toHaveBeenCalled();
  expect(place.textContent).toBe('handed on');
  act(() => root.unmount());
});
