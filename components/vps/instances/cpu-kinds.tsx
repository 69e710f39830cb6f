'use client';
import type { ComponentProps } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { RadioCards } from '@/components/ui/radio-cards';
import type { Result } from '@/lib/contract/types';
import { pricePerHour } from '@/lib/format';

interface CpuKindsProps extends Pick<
  ComponentProps<typeof RadioCards>,
  'columns' | 'name' | 'error' | 'value' | 'onChange'
> {
  /** The unit prices of the tier; undefined while they load. */
  prices: Result<'D77'>['data'] | undefined;
}

/** Asks for shared or dedicated cores and shows the price of each. Needs the messages `instances` and `machines`. */
export function CpuKinds({ prices, ...field }: CpuKindsProps) {
  const t = useTranslations('instances');
  const m = useTranslations('machines');
  const locale = useLocale();
  const cards = (['shared', 'dedicated'] as const).map((value) => {
    const core = prices?.find(({ component }) => component === `cpu_${value}`)?.price_per_hour;
    return {
      value,
      title: m(value),
      description: t(`wizard.${value}Text`),
      aside: t('wizard.perCore', { price: pricePerHour(core, locale) }),
    };
  });
  return <RadioCards legend={t('wizard.cpuKind')} {...field} cards={cards} />;
}
