'use client';
import type { ComponentProps } from 'react';
import { useLocale } from 'use-intl';
import { RadioCards } from '@/components/ui/radio-cards';
import type { Row } from '@/lib/contract/types';
import { pricePerHour, pricePerMonth } from '@/lib/format';
import type { Amount } from '@/lib/pricing';

interface TierCardsProps extends Omit<ComponentProps<typeof RadioCards>, 'cards' | 'columns'> {
  tiers: readonly Row<'D76'>[];
  /** Null while the tier's prices aren't known. */
  price: (tier: string) => Amount | null;
  /** Why a tier can't be chosen. */
  blocked?: (tier: string) => string | null;
}

/** The tiers of a location, each with what the machine would cost in it while it runs. */
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
