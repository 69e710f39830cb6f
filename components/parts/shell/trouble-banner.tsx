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

/**
 * Says at the top of the page that the network, the console or a provider can't be reached. The page may show old data
 * then.
 */
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

// Loaded on demand, since it is rarely shown. If it can't be loaded, `global-error.tsx` shows.
const PageError = lazyNamed(() => import('./page-error'), 'PageError');

/**
 * The content of every `error.tsx`: the shell stays, and the page can be tried again. It is in a module that the layout
 * loads, since each segment bundles its error boundary separately and would ship a copy.
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
