'use client';
import { useLocale } from 'use-intl';
import { RadioCards } from '@/components/ui/radio-cards';
import type { Row } from '@/lib/contract/types';
import { pricePerHour, pricePerMonth } from '@/lib/format';
import type { Amount } from '@/lib/pricing';

/** The tiers of a location, each with what the machine would cost in it while it runs. */
export function TierCards({
  legend,
  hint,
  name,
  error = null,
  tiers,
  value,
  onPick,
  price,
  blocked,
}: {
  legend: string;
  hint: string;
  name: string;
  error?: string | null | undefined;
  tiers: readonly Row<'D76'>[];
  value: string;
  onPick: (tier: string) => void;
  price: (tier: string) => Amount;
  /** Why a tier can't be chosen. */
  blocked?: (tier: string) => string | null;
}) {
  const locale = useLocale();
  return (
    <RadioCards
      {...{ legend, hint, name, error, value }}
      columns={1}
      onChange={({ target }) => onPick(target.value)}
      cards={tiers.map(({ id, name: title, description }) => {
        const { perHour, perMonth } = price(id);
        return {
          value: id,
          title: title ?? id,
          description,
          disabledReason: blocked?.(id) ?? null,
          aside: (
            <span className="text-right">
              <span className="block">{pricePerMonth(perMonth, locale)}</span>
              <span className="text-muted block text-xs">{pricePerHour(perHour, locale)}</span>
            </span>
          ),
        };
      })}
    />
  );
}
