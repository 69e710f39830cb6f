'use client';
import { Suspense } from 'react';
import { lazyNamed } from '@/components/ui/lazy-named';
import { wholeSum } from '@/lib/pricing';

const AccountBalance = lazyNamed(() => import('./account-balance'), 'AccountBalance');

/** Says when the balance runs out after a change; shows nothing while `added` is null. Its code loads when it is shown. */
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

/** Says when the balance runs out after things are deleted. @param hourly their prices in rupiah an hour; shows nothing when one is null */
export function BalanceAfterRemoval({ hourly }: { hourly: readonly (number | null)[] }) {
  const saved = wholeSum(hourly);
  return <BalanceAfter added={saved === null || saved === 0 ? null : -saved} />;
}
