'use client';
import { Suspense } from 'react';
import { lazyNamed } from '@/components/ui/lazy-named';
import { transfersAsked } from '@/lib/query/transfers-asked';
import { useStore } from '@/lib/store';

const Transfers = lazyNamed(
  () => import('@/components/organization/object-storage/transfers/transfers'),
  'Transfers',
  'quiet',
);

/** The uploads of the page; nothing is loaded until there are some. @param words address of their messages */
export function ConsoleTransfers({ words }: { words: string }) {
  return useStore(transfersAsked) ? (
    <Suspense fallback={null}>
      <Transfers words={words} />
    </Suspense>
  ) : null;
}
