'use client';
import type { DehydratedState } from '@tanstack/react-query';
import { use, type ReactNode } from 'react';
import { Hydrated } from './hydrated';

/** A `Hydrated` whose answers are still loading; its content waits for them only in the HTML. */
export function DeferredHydration({
  state,
  children,
}: {
  state: Promise<DehydratedState>;
  children: ReactNode;
}) {
  return <Hydrated state={use(state)}>{children}</Hydrated>;
}
