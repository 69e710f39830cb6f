'use client';
import { Suspense } from 'react';
import { lazyNamed } from '@/components/ui/lazy-named';
import { wholeSum } from '@/lib/pricing';

const OrganizationBalance = lazyNamed(
  () => import('./organization-balance'),
  'OrganizationBalance',
);

/**
 * Says when the organization's balance runs out after things are deleted; shows nothing when a price isn't known. Its
 * code loads when it is shown.
 * @param hourly the prices of the deleted things in rupiah an hour
 */
export function BalanceAfterRemoval({ hourly }: { hourly: readonly (number | null)[] }) {
  const saved = wholeSum(hourly);
  if (saved === null || saved === 0) return null;
  return (
    <Suspense fallback={null}>
      <OrganizationBalance added={-saved} />
    </Suspense>
  );
}
