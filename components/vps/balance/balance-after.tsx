'use client';
import { Suspense } from 'react';
import { lazyNamed } from '@/components/ui/lazy-named';
import { wholeSum } from '@/lib/pricing';

const AccountBalance = lazyNamed(() => import('./account-balance'), 'AccountBalance');

/** When the balance ends after something changes; nothing before that is known. Loads when it is shown. */
export function BalanceAfter({
  added,
  ordered,
}: {
  added: number | null;
  ordered?: number | null;
}) {
  if (added === null) return null;
  return (
    <Suspense fallback={null}>
      <AccountBalance {...{ added, ordered }} />
    </Suspense>
  );
}

/** When the balance ends without things that cost this much an hour; nothing where one's price isn't known. */
export function Saves({ hourly }: { hourly: readonly (number | null)[] }) {
  const saved = wholeSum(hourly);
  return <BalanceAfter added={saved === null || saved === 0 ? null : -saved} />;
}
