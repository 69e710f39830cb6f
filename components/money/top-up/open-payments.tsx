'use client';
import { Suspense } from 'react';
import { lazyNamed } from '@/components/ui/lazy-named';
import { useInBrowser } from '@/components/ui/use-in-browser';
import type { MoneyScope } from '@/lib/paths';

const OpenCards = lazyNamed(() => import('./open-cards'), 'OpenCards', 'quiet');

/**
 * Shows the unfinished payments of a scope on each of its pages. Its code loads after the page.
 * @param words address of the messages of the cards
 */
export function OpenPayments({ of, words }: { of: MoneyScope; words: string }) {
  if (!useInBrowser()) return null;
  return (
    <Suspense fallback={null}>
      <OpenCards {...{ of, words }} />
    </Suspense>
  );
}
