'use client';
import type { ReactNode } from 'react';
import { useLocale } from 'use-intl';
import { pricePerHour, pricePerMonth } from '@/lib/format';
import type { Amount } from '@/lib/pricing';

/** Shows a price a month, and under it the price an hour. */
export function Figure({ perHour, perMonth }: Amount) {
  const locale = useLocale();
  return (
    <>
      <span className="block">{pricePerMonth(perMonth, locale)}</span>
      <span className="text-muted block text-xs font-normal">{pricePerHour(perHour, locale)}</span>
    </>
  );
}

/** The content of a row's main cell: its name, and a line about it. */
export function RowName({ about, children }: { about?: ReactNode; children: ReactNode }) {
  return (
    <span className="block text-left">
      {children}
      {about ? <span className="text-muted block text-xs font-normal">{about}</span> : null}
    </span>
  );
}
