'use client';
import { useLocale, useTranslations } from 'use-intl';
import type { FieldProps } from '@/components/parts/forms/use-problem-form';
import { Checkbox } from '@/components/ui/checkbox';
import { Panel } from '@/components/ui/panel';
import { RadioCards } from '@/components/ui/radio-cards';
import { pricePerHour } from '@/lib/format';

/** Asks whether the machine gets an external address, and whether that is kept when the machine is deleted. */
export function NetworkSection({
  price,
  wanted,
  external: { error, ...external },
  reserve,
}: {
  /** Rupiah an hour of an external address; null if it isn't known. */
  price: number | null;
  /** The person has chosen a new address. */
  wanted: boolean;
  external: FieldProps;
  reserve: FieldProps;
}) {
  const t = useTranslations('vms.wizard');
  const locale = useLocale();
  return (
    <Panel title={t('network')} description={t('networkText')}>
      <div className="flex flex-col gap-3">
        <RadioCards
          legend={t('external')}
          legendHidden
          cards={[
            {
              value: 'none',
              title: t('externalNone'),
              description: t('externalNoneText'),
            },
            {
              value: 'new',
              title: t('externalNew'),
              description: t('externalNewText'),
              aside: price === null ? undefined : `+ ${pricePerHour(price, locale)}`,
            },
          ]}
          {...external}
          error={error ?? null}
        />
        {wanted ? <Checkbox label={t('reserve')} hint={t('reserveText')} {...reserve} /> : null}
      </div>
    </Panel>
  );
}
