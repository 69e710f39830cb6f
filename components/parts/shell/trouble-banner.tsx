'use client';
import { TriangleAlert } from 'lucide-react';
import { Suspense, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { lazyNamed } from '@/components/ui/lazy-named';
import { outageStore } from '@/lib/query/outage';

function subscribeOnline(listener: () => void) {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** Says over the page that the network, the console or a provider can't be reached; what is shown may be old. */
export function TroubleBanner({ problem }: { problem: boolean }) {
  const t = useTranslations('shell');
  const online = useSyncExternalStore(
    subscribeOnline,
    () => navigator.onLine,
    () => true,
  );
  const trouble = useSyncExternalStore(
    outageStore.subscribe,
    outageStore.current,
    outageStore.onServer,
  );
  const words = !online
    ? t('offline')
    : trouble
      ? t(trouble.console ? 'consoleDown' : 'backendDown')
      : problem
        ? t('scopesMissing')
        : null;
  return (
    <div role="status">
      {words ? (
        <p className="border-line bg-warn-soft text-warn flex items-start gap-2 border-b px-4 py-2 text-sm">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {words}
        </p>
      ) : null}
    </div>
  );
}

// What nearly nobody sees loads on demand; if even that can't be loaded, `global-error.tsx` shows.
const PageError = lazyNamed(() => import('./page-error'), 'PageError');

/**
 * What every `error.tsx` shows: the shell stays, the page's part can be tried again. It stands here, in a module
 * that the layout loads: each segment's boundary is bundled by itself, and would bring a copy of its own.
 */
export function SegmentError({
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
