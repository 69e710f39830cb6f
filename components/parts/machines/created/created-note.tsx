'use client';
import { lazyNamed } from '@/components/ui/lazy-named';
import { Suspense } from 'react';
import { forgetCreated, useCreated } from './created';
import type { CreatedPanelProps } from './created-panel';

const CreatedPanel = lazyNamed(() => import('./created-panel'), 'CreatedPanel');

/** Says once, on the page of a machine that was just created here, how to get into it. */
export function CreatedNote({
  id,
  ...rest
}: { id: string } & Omit<CreatedPanelProps, 'created' | 'onDone'>) {
  const created = useCreated(id);
  if (!created) return null;
  return (
    <Suspense>
      <CreatedPanel {...rest} created={created} onDone={() => forgetCreated(id)} />
    </Suspense>
  );
}
