'use client';
import { Suspense, useSyncExternalStore } from 'react';
import { lazyNamed } from '@/components/ui/lazy-named';
import type { Accounts } from './session-watcher';

/** A page that has lost its network can't be told much anyway; its next call tells. */
const Watcher = lazyNamed(
  () => import('./session-watcher').catch(() => ({ SessionWatcher: () => null })),
  'SessionWatcher',
);

const never = () => () => {};

/** Keeps the page its person's (`./session-watcher`). No first paint needs its code, so that comes beside the page. */
export function LazySessionWatcher({ accounts }: { accounts: Accounts }) {
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!inBrowser) return null;
  return (
    <Suspense fallback={null}>
      <Watcher accounts={accounts} />
    </Suspense>
  );
}
