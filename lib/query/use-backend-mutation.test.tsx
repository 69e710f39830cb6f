// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, useEffect } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PersonProvider } from './person';
import { useBackendMutation, type BackendMutation } from './use-backend-mutation';

let hook: BackendMutation<'D10'>;
let root: Root;

function Probe() {
  const now = useBackendMutation('D10', { account: 'main' });
  useEffect(() => {
    hook = now;
  });
  return null;
}

const start = (uuid: string) => hook.run({ params: { instance_uuid: uuid } });

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  root = createRoot(document.createElement('div'));
  act(() =>
    root.render(
      <PersonProvider value={{ identity: 'me', own: 'main' }}>
        <QueryClientProvider client={new QueryClient()}>
          <Probe />
        </QueryClientProvider>
      </PersonProvider>,
    ),
  );
});

afterEach(() => {
  act(() => root.unmount());
  vi.unstubAllGlobals();
});

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh() {} }) }));

describe('run', () => {
  it('sends different inputs side by side, an equal one once', async () => {
    const answers: (() => void)[] = [];
    const fetched = vi.fn(
      (url: string) =>
        new Promise<Response>((done) =>
          answers.push(() => done(new Response(JSON.stringify({ message: url })))),
        ),
    );
    vi.stubGlobal('fetch', fetched);
    let runs: Promise<unknown>[] = [];
    await act(async () => {
      runs = [start('a'), start('b'), start('a')];
    });
    await vi.waitFor(() => expect(fetched).toHaveBeenCalledTimes(2));
    expect(hook.pending).toBe(true);
    await act(async () => {
      answers[1]?.();
      await runs[1];
    });
    expect(hook.pending).toBe(true);
    await act(async () => {
      answers[0]?.();
      await Promise.all(runs);
    });
    expect(await runs[0]).toMatchObject({ message: expect.stringContaining('/a/') });
    expect(await runs[1]).toMatchObject({ message: expect.stringContaining('/b/') });
    expect(await runs[2]).toBe(await runs[0]);
    expect(hook.pending).toBe(false);
  });
});
