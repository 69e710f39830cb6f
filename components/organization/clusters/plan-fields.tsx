'use client';
import { useLocale, useTranslations } from 'use-intl';
import { Live } from '@/components/parts/answers/live';
import type { QueryState } from '@/components/parts/answers/trouble';
import type { FieldProps } from '@/components/parts/forms/use-problem-form';
import { RadioCards, type RadioCard } from '@/components/ui/radio-cards';
import { Select } from '@/components/ui/select';
import { gigabytes, megabytes, number, pricePerHour, pricePerMonth } from '@/lib/format';
import { isSoldOut, podRam } from '../vms/catalogue';
import { priceOf } from '../vms/price';
import type { PlanRow } from './order';

/** Chooses the plan of a cluster's nodes, with its price for one node. One that is sold out can't be chosen. */
export function PlanField({
  query,
  plans,
  none,
  field: { error, ...field },
}: {
  /** The read of all prices, A34. */
  query: QueryState<unknown>;
  plans: readonly PlanRow[];
  /** Why none can be chosen, in words; null if one can. */
  none: string | null;
  field: FieldProps;
}) {
  const t = useTranslations('clusters.create');
  const locale = useLocale();
  const card = (plan: PlanRow): RadioCard => {
    const { perHour, perMonth } = priceOf(plan);
    const ram = podRam(plan.ram_mb);
    const words = [
      plan.vcpu_core ? t('vcpu', { count: number(plan.vcpu_core, locale) }) : null,
      ram === null ? null : megabytes(ram, locale),
    ];
    const size = words.filter((word) => word !== null).join(' · ');
    return {
      value: plan.uuid,
      title: plan.instance_type ?? plan.uuid,
      description: size,
      disabledReason: isSoldOut(plan) ? t('soldOut', { size }) : null,
      aside: (
        <span className="flex flex-col text-right">
          <span className="font-medium">{pricePerMonth(perMonth, locale)}</span>
          <span className="text-faint">{pricePerHour(perHour, locale)}</span>
        </span>
      ),
    };
  };
  return (
    <Live part query={query} failed={t('plansFailed')} stale={null}>
      {() =>
        plans.length === 0 ? (
          <p className="text-muted">{none}</p>
        ) : (
          <RadioCards
            legend={t('plan')}
            columns={1}
            cards={plans.map(card)}
            {...field}
            error={error ?? null}
          />
        )
      }
    </Live>
  );
}

/** Chooses the plan of the cluster's volume, or none. */
export function VolumePlanField({
  plans,
  field,
}: {
  plans: readonly PlanRow[];
  field: FieldProps;
}) {
  const t = useTranslations('clusters.create');
  const all = useTranslations('clusters');
  const locale = useLocale();
  return (
    <Select label={t('volume')} hint={t('volumeHint')} optional={all('optional')} {...field}>
      <option value="">{t('noVolume')}</option>
      {plans.map((plan) => (
        <option key={plan.uuid} value={plan.uuid} disabled={isSoldOut(plan)}>
          {t('volumeOption', {
            size: gigabytes(plan.storage_gb, locale),
            plan: plan.instance_type ?? plan.uuid,
            price: pricePerMonth(priceOf(plan).perMonth, locale),
          })}
        </option>
      ))}
    </Select>
  );
}
