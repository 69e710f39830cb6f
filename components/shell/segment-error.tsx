'use client';
import { PageError } from './page-error';

/** What every `error.tsx` shows: the shell stays, the page's part can be tried again. Default export because Next asks for one. */
export default function SegmentError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return <PageError digest={error.digest} onRetry={reset} />;
}
