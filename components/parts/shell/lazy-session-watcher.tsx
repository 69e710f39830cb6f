'use client';
import { Suspense } from 'react';
import { lazyNamed } from '@/components/ui/lazy-named';
import { useInBrowser } from '@/components/ui/use-in-browser';
import type { Watched } from './session-watcher';

/** Without a network the watcher can't load and isn't needed: the next call fails, too. */
const Watcher = lazyNamed(() => import('./session-watcher'), 'SessionWatcher', 'quiet');

/** Loads the session watcher after the first paint (`./session-watcher`). */
export function LazySessionWatcher(watched: Watched) {
  const inBrowser = useInBrowser();
  if (!inBrowser) return null;
  return (
    <Suspense fallback={null}>
      <Watcher {...watched} />
    </Suspense>
  );
}
