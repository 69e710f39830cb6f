'use client';
import { Suspense, useMemo, useState } from 'react';
import { lazyNamed } from '@/components/ui/lazy-named';
import type { MachineLook } from './machine-news';

const MachineNews = lazyNamed(() => import('./machine-news'), 'MachineNews', 'quiet');

interface NewsProps<M> {
  rows: readonly M[];
  /** What is told of a row; a function of the module, so that it stays the same. */
  look: (row: M) => MachineLook;
}

/**
 * Tells screen readers when machines of a list or page are ready or have failed. What tells it loads after the page; the
 * place of the words is in the page from the start, since screen readers tell only what changes in it.
 */
export function News<M>({ rows, look }: NewsProps<M>) {
  const machines = useMemo(() => rows.map(look), [rows, look]);
  const [first] = useState(machines);
  const [words, tell] = useState('');
  return (
    <>
      <p role="status" className="sr-only">
        {words}
      </p>
      <Suspense fallback={null}>
        <MachineNews {...{ machines, first, tell }} />
      </Suspense>
    </>
  );
}
