'use client';
import { Suspense } from 'react';
import { lazyNamed } from '@/components/ui/lazy-named';
import { useInBrowser } from '@/components/ui/use-in-browser';

// Loads beside the page, so that it is at hand without a network.
const load = () => import('./trouble');
const Trouble = lazyNamed(load, 'Trouble', 'quiet');
const PageError = lazyNamed(load, 'PageError');

/**
 * The place in the dock where trouble is told (`./trouble`). Always there, so that screen readers hear it. The
 * server draws nothing into it: it would stream it after the page.
 */
export function TroubleBanner({ problem }: { problem: boolean }) {
  const inBrowser = useInBrowser();
  return (
    <div role="status">
      <Suspense fallback={null}>{inBrowser ? <Trouble problem={problem} /> : null}</Suspense>
    </div>
  );
}

/**
 * The content of every `error.tsx`: the shell stays, and the page can be tried again. It is in a module that the layout
 * loads, since each segment bundles its error boundary separately and would ship a copy.
 */
export function SegmentError(given: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <Suspense fallback={null}>
      <PageError {...given} />
    </Suspense>
  );
}
