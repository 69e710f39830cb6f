'use client';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Live } from '@/components/parts/answers/live';
import type { QueryState } from '@/components/parts/answers/trouble';
import { Skeleton } from '@/components/ui/skeleton';
import { whenInView } from '@/components/ui/use-in-view';

/** Says once that its content has come into view. @param onSeen the first render's counts */
export function Looked({ onSeen, children }: { onSeen: () => void; children: ReactNode }) {
  const [watch] = useState(() => (box: HTMLDivElement) => whenInView(box, onSeen));
  return <div ref={watch}>{children}</div>;
}

/** A part of the form with its own read: it shows the read's loading state and problems in its place. */
export function Part<T>({
  query,
  children,
}: {
  query: QueryState<T>;
  children: (data: T) => ReactNode;
}) {
  const t = useTranslations('instances.wizard');
  return (
    <Live
      part
      query={query}
      failed={t('partFailed')}
      noAccess={t('partNoAccess')}
      stale={null}
      outline={
        <div role="status" aria-label={t('loading')} className="grid gap-2 sm:grid-cols-2">
          <Skeleton className="h-14" />
          <Skeleton className="h-14" />
        </div>
      }
    >
      {children}
    </Live>
  );
}
