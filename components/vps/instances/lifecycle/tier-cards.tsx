'use client';
import type { ComponentProps } from 'react';
import { useLocale } from 'use-intl';
import { RadioCards } from '@/components/ui/radio-cards';
import type { Row } from '@/lib/contract/types';
import { pricePerHour, pricePerMonth } from '@/lib/format';
import type { Amount } from '@/lib/pricing';

interface TierCardsProps extends Omit<ComponentProps<typeof RadioCards>, 'cards' | 'columns'> {
  tiers: readonly Row<'D76'>[];
  /** What the machine would cost in a tier; null while its prices aren't known. */
  price: (tier: string) => Amount | null;
  /** Says why a tier can't be chosen; null when it can. */
  blocked?: (tier: string) => string | null;
}

/** The cards of a location's tiers, each with what a running machine would cost in it. */
export function TierCards({ tiers, price, blocked, ...field }: TierCardsProps) {
  const locale = useLocale();
  const cards = tiers.map(({ id, name, description }) => {
    const cost = price(id);
    return {
      value: id,
      title: name ?? id,
      description,
      disabledReason: blocked?.(id) ?? null,
      aside: (
        <span className="text-right">
          <span className="block">{pricePerMonth(cost?.perMonth, locale)}</span>
          <span className="text-muted block text-xs">
            {cost ? pricePerHour(cost.perHour, locale) : null}
          </span>
        </span>
      ),
    };
  });
  return <RadioCards {...field} columns={1} cards={cards} />;
}
