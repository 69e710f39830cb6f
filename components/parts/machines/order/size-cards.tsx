'use client';
import type { ComponentProps } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { RadioCards, type RadioCard } from '@/components/ui/radio-cards';
import { gigabytes, pricePerHour, pricePerMonth } from '@/lib/format';

/** A size to choose. */
export interface OfferedSize {
  id: string;
  name: string;
  /** Cores; null if they aren't known. */
  cpu: number | null;
  /** GB. */
  memory: number | null;
  /** GB. */
  disk: number | null;
  /** What else it has, in words. */
  more?: readonly string[];
  /** Rupiah; null if the price isn't known. */
  perMonth: number | null;
  perHour: number | null;
  /** Why it can't be chosen. */
  reason: string | null;
}

interface SizeCardsProps extends Pick<
  ComponentProps<typeof RadioCards>,
  'name' | 'value' | 'onChange' | 'onBlur' | 'ref' | 'error' | 'legend' | 'legendHidden'
> {
  sizes: readonly OfferedSize[];
  /** A card after the sizes, such as for one's own numbers. */
  last?: RadioCard;
}

/** Chooses a size; each card says what it has and costs. Needs the messages `order` and `machines`. */
export function SizeCards({ sizes, last, ...field }: SizeCardsProps) {
  const t = useTranslations('order');
  const m = useTranslations('machines');
  const locale = useLocale();
  /** With no-break spaces, so that a number and its unit stay on one line. */
  const words = ({ cpu, memory, disk, more = [] }: OfferedSize) =>
    [
      cpu === null ? null : m('cores', { count: cpu }),
      memory === null ? null : gigabytes(memory, locale),
      disk === null ? null : t('disk', { size: gigabytes(disk, locale) }),
      ...more,
    ]
      .filter((part) => part !== null && part !== '')
      .map((part) => part?.replaceAll(' ', '\u00a0'))
      .join(' · ');
  const cards = sizes.map((size): RadioCard => {
    const description = words(size);
    return {
      value: size.id,
      title: size.name,
      description,
      disabledReason: size.reason === null ? null : `${description}. ${size.reason}`,
      aside: (
        <span className="flex flex-col text-right">
          <span className="font-medium">{pricePerMonth(size.perMonth, locale)}</span>
          <span className="text-faint">{pricePerHour(size.perHour, locale)}</span>
        </span>
      ),
    };
  });
  return <RadioCards {...field} cards={last ? [...cards, last] : cards} />;
}
