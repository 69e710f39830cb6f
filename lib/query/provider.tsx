'use client';
/** The browser's cache of answers, one for each person. Only the console's layout uses it. */
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { ProblemError, type ProblemCode } from '@/lib/problem';
import { setPageIdentity } from '@/lib/session/page-identity';
import { onInput } from './user-input';
import { wantsSignIn } from './fetcher';
import { PersonProvider, type Person } from './person';
import { isBackendKey } from './key';
import { operations } from './operations';
import { askToSignIn } from './sign-in-gate';

/** Problems after which a read is repeated once at once. Others wait for the next poll or a click. */
const transient: readonly ProblemCode[] = [
  'backend_unreachable',
  'backend_error',
  'console_unreachable',
];

function makeClient(own: string | null): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError(error, query) {
        const key = query.queryKey;
        if (!isBackendKey(key)) return;
        const [, account, ref] = key;
        if (!wantsSignIn(error, ref, account === '' ? undefined : account, own)) return;
        void askToSignIn('ended').then(() => client.invalidateQueries());
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 2_000,
        networkMode: 'always',
        retry: (count, error) =>
          count < 1 && error instanceof ProblemError && transient.includes(error.problem.code),
        retryDelay: 1_000,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  return client;
}

/** Milliseconds until what the tabs need is loaded once more, after it didn't come. */
const loadAgain = 10_000;

/** Shares answers with the person's other tabs, and chooses the one that polls. @returns ends it */
function joinTabs(client: QueryClient, identity: string): () => void {
  let left = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stops: (() => void)[] = [];
  const join = async () => {
    try {
      const { sharingOf, joinLeaderElection } = await operations();
      if (left) return;
      stops = [sharingOf(client, identity).open(), joinLeaderElection(identity)];
    } catch {
      if (!left) timer = setTimeout(() => void join(), loadAgain); // a call that needs it reports the failure
    }
  };
  void join();
  return () => {
    left = true;
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}

function Client({ person, children }: { person: Person; children: ReactNode }) {
  const [client] = useState(() => {
    setPageIdentity(person.identity);
    return makeClient(person.own);
  });
  useEffect(() => {
    const leave = joinTabs(client, person.identity);
    const stop = onInput((rested) => void (rested && client.refetchQueries({ type: 'active' })));
    return () => {
      leave();
      stop();
    };
  }, [client, person.identity]);
  return (
    <PersonProvider value={person}>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </PersonProvider>
  );
}

/** Provides the cache to the pages inside. Another person gets another cache. */
export function QueryProvider({ person, children }: { person: Person; children: ReactNode }) {
  return (
    <Client key={person.identity} person={person}>
      {children}
    </Client>
  );
}
