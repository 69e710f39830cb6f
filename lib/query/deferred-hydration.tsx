'use client';
import { HydrationBoundary, type DehydratedState } from '@tanstack/react-query';
import { use, type ReactNode } from 'react';

/** A `HydrationBoundary` whose answers are still loading. The content waits for them in the HTML only. */
export function DeferredHydration({
  state,
  children,
}: {
  state: Promise<DehydratedState>;
  children: ReactNode;
}) {
  return <HydrationBoundary state={use(state)}>{children}</HydrationBoundary>;
}
