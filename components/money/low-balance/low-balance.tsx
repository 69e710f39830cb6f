'use client';
import { Suspense } from 'react';
import { lazyNamed } from '@/components/ui/lazy-named';
import { useInBrowser } from '@/components/ui/use-in-browser';

const Bars = lazyNamed(() => import('./low-balance-bars'), 'LowBalanceBars', 'quiet');

/** The place at the top of every page where a low balance is told. Its code loads beside the page. */
export function LowBalance() {
  const inBrowser = useInBrowser();
  return (
    <div role="status">
      <Suspense fallback={null}>{inBrowser ? <Bars /> : null}</Suspense>
    </div>
  );
}
