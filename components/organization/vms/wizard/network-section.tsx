'use client';
import { useTranslations } from 'use-intl';
import { ChoiceField } from '@/components/parts/forms/choice-field';
import type { BackendForm } from '@/components/parts/forms/use-backend-form';
import { AddressCards } from '@/components/parts/machines/order/address-cards';
import { Checkbox } from '@/components/ui/checkbox';
import { Panel } from '@/components/ui/panel';
import type { AddressChoice } from '../../addresses/use-address-choice';
import type { OrderTerms, VmValues } from '../values';

interface NetworkSectionProps {
  shell: BackendForm<VmValues>;
  values: VmValues;
  terms: OrderTerms;
  /** The reserved addresses without a machine. */
  addresses: AddressChoice;
  /** Rupiah an hour of an external address; null if it isn't known. */
  price: number | null;
}

/** Asks for the external address: none, a new one that is kept or not, or a reserved one. */
export function NetworkSection({ shell, values, terms, addresses, price }: NetworkSectionProps) {
  const t = useTranslations('vms.wizard');
  const reusable = terms.addressField !== null;
  return (
    <Panel title={t('network')} description={t('networkText')}>
      <div className="flex flex-col gap-3">
        <AddressCards
          price={price}
          existing={{
            description: t('externalExistingText'),
            reason: reusable ? null : t('externalExistingOff'),
          }}
          none={t('externalNoneText')}
          {...shell.field('external')}
        />
        {values.external === 'new' ? (
          <Checkbox label={t('reserve')} hint={t('reserveText')} {...shell.field('reserve')} />
        ) : null}
        {values.external === 'existing' && reusable ? (
          <ChoiceField
            form={shell}
            name="address"
            choice={addresses}
            label={t('address')}
            hint={
              addresses.first === null
                ? t('addressHint')
                : t('addressFirst', { count: addresses.first })
            }
          />
        ) : null}
      </div>
    </Panel>
  );
}
