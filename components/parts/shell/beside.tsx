'use client';
import { Suspense } from 'react';
import { lazyNamed } from '@/components/ui/lazy-named';
import { useInBrowser } from '@/components/ui/use-in-browser';
import type { Watched } from './session-watcher';

/** Without a network it can't load and isn't needed: nobody gets to another page, and the next call fails, too. */
const Watchers = lazyNamed(() => import('./watchers'), 'Watchers', 'quiet');

/** Loads beside the page what no first paint needs: the session's watcher, and the focus after a navigation. */
export function Beside(watched: Watched) {
  const inBrowser = useInBrowser();
  if (!inBrowser) return null;
  return (
    <Suspense fallback={null}>
      <Watchers {...watched} />
    </Suspense>
  );
}
