'use client';
import type { ComponentProps, ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { RadioCards } from '@/components/ui/radio-cards';
import { pricePerHour } from '@/lib/format';

interface AddressCardsProps extends Pick<
  ComponentProps<typeof RadioCards>,
  'name' | 'value' | 'onChange' | 'onBlur' | 'ref' | 'error'
> {
  /** Rupiah an hour of a new address; null or undefined if it isn't known. */
  price: number | null | undefined;
  existing: {
    description: string;
    aside?: ReactNode;
    /** Why no existing address can be chosen. */
    reason: string | null;
  };
  /** How a machine without an address is reached. */
  none: string;
}

/** Asks for the public address: `new`, `existing` or `none`. Needs the messages `order`. */
export function AddressCards({ price, existing, none, ...field }: AddressCardsProps) {
  const t = useTranslations('order');
  const locale = useLocale();
  return (
    <RadioCards
      legend={t('address')}
      columns={1}
      {...field}
      cards={[
        {
          value: 'new',
          title: t('addressNew'),
          description: t('addressNewText'),
          aside: pricePerHour(price, locale),
        },
        {
          value: 'existing',
          title: t('addressExisting'),
          description: existing.description,
          aside: existing.aside,
          disabledReason: existing.reason,
        },
        { value: 'none', title: t('addressNone'), description: none },
      ]}
    />
  );
}
