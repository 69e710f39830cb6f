'use client';
import { Suspense, useMemo } from 'react';
import { lazyNamed } from '@/components/ui/lazy-named';
import type { MachineLook } from './machine-news';

const MachineNews = lazyNamed(() => import('./machine-news'), 'MachineNews', 'quiet');

interface NewsProps<M> {
  rows: readonly M[];
  /** What is told of a row; a function of the module, so that it stays the same. */
  look: (row: M) => MachineLook;
}

/** Tells screen readers when machines of a list or page are ready or have failed. It loads after the page. */
export function News<M>({ rows, look }: NewsProps<M>) {
  const machines = useMemo(() => rows.map(look), [rows, look]);
  return (
    <Suspense fallback={null}>
      <MachineNews machines={machines} />
    </Suspense>
  );
}
