'use client';
import { Suspense, useSyncExternalStore } from 'react';
import { lazyNamed } from '@/components/ui/lazy-named';
import type { Watched } from './session-watcher';

/** Without a network the watcher can't load and isn't needed: the next call fails, too. */
const Watcher = lazyNamed(() => import('./session-watcher'), 'SessionWatcher', 'quiet');

const never = () => () => {};

/** Loads the session watcher after the first paint (`./session-watcher`). */
export function LazySessionWatcher(watched: Watched) {
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!inBrowser) return null;
  return (
    <Suspense fallback={null}>
      <Watcher {...watched} />
    </Suspense>
  );
}
