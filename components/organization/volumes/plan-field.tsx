'use client';
import { useLocale, useTranslations } from 'use-intl';
import { Live } from '@/components/parts/answers/live';
import type { QueryState } from '@/components/parts/answers/trouble';
import type { FieldProps } from '@/components/parts/forms/use-problem-form';
import { RadioCards, type RadioCard } from '@/components/ui/radio-cards';
import { gigabytes, pricePerHour, pricePerMonth } from '@/lib/format';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { volumePlans, type VolumePlan } from './plans';

/** The plans for volumes, and the read that gives them: all prices at once (A34), as other pages read them. */
export interface PlanChoice {
  query: QueryState<unknown>;
  plans: readonly VolumePlan[];
  /** Why none can be chosen, in words; null while it isn't known. */
  none: string | null;
}

/** @param above only plans with more than so many GB */
export function usePlans(above = 0): PlanChoice {
  const t = useTranslations('organization-volumes');
  const locale = useLocale();
  const query = useBackendQuery('A34', {});
  const plans = volumePlans(query.data?.data ?? [], above);
  if (!query.data || plans.some(({ soldOut }) => !soldOut)) return { query, plans, none: null };
  if (plans.length > 0) return { query, plans, none: t('allSoldOut') };
  const none = above === 0 ? t('noPlans') : t('grow.none', { size: gigabytes(above, locale) });
  return { query, plans, none };
}

/** Chooses a plan: its size, name and price. One that is sold out can't be chosen. */
export function PlanField({
  choice: { query, plans, none },
  field: { error, ...field },
}: {
  choice: PlanChoice;
  field: FieldProps;
}) {
  const t = useTranslations('organization-volumes');
  const locale = useLocale();
  const card = (plan: VolumePlan): RadioCard => ({
    value: plan.uuid,
    title: gigabytes(plan.size, locale),
    description: plan.name,
    disabledReason: plan.soldOut ? t('soldOut', { plan: plan.name }) : null,
    aside: (
      <span className="flex flex-col text-right">
        <span className="font-medium">{pricePerMonth(plan.perMonth, locale)}</span>
        <span className="text-faint">{pricePerHour(plan.perHour, locale)}</span>
      </span>
    ),
  });
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
