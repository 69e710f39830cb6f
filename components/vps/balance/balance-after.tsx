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

/**
 * Says when the balance runs out after things are deleted; shows nothing when a price isn't known.
 * @param hourly the prices of the deleted things in rupiah an hour
 */
export function BalanceAfterRemoval({ hourly }: { hourly: readonly (number | null)[] }) {
  const saved = wholeSum(hourly);
  return <BalanceAfter added={saved === null || saved === 0 ? null : -saved} />;
}
