'use client';
import { lazy, Suspense } from 'react';

// On demand, since each segment's boundary is bundled by itself: three copies of what nearly nobody sees would
// stand in every page's first load. If even that can't be loaded, `global-error.tsx` shows.
const PageError = lazy(() => import('./page-error').then((each) => ({ default: each.PageError })));

/** What every `error.tsx` shows: the shell stays, the page's part can be tried again. Default export because Next asks for one. */
export default function SegmentError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <Suspense fallback={null}>
      <PageError digest={error.digest} onRetry={reset} />
    </Suspense>
  );
}
