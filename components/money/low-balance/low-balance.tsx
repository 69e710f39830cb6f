'use client';
import { Suspense } from 'react';
import { lazyNamed } from '@/components/ui/lazy-named';
import { useInBrowser } from '@/components/ui/use-in-browser';

const Notices = lazyNamed(() => import('./low-balance-notices'), 'LowBalanceNotices', 'quiet');

/** Tells of low balances among the notices of every page. Its code loads beside the page. */
export function LowBalance() {
  return useInBrowser() ? (
    <Suspense fallback={null}>
      <Notices />
    </Suspense>
  ) : null;
}
