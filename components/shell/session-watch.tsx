'use client';
import { lazy, Suspense, useSyncExternalStore } from 'react';
import type { Accounts } from './session-watcher';

/** A page that has lost its network can't be told much anyway; its next call tells. */
const Watcher = lazy(() => import('./session-watcher').catch(() => ({ default: () => null })));

const never = () => () => {};

/** Keeps the page its person's (`./session-watcher`). No first paint needs its code, so that comes beside the page. */
export function SessionWatch({ accounts }: { accounts: Accounts }) {
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
