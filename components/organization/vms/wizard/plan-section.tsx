'use client';
import { useLocale, useTranslations } from 'use-intl';
import type { FieldProps } from '@/components/parts/forms/use-problem-form';
import { Panel } from '@/components/ui/panel';
import { SizeCards, type OfferedSize } from '@/components/parts/machines/order/size-cards';
import { gigabytes, number } from '@/lib/format';
import { fits, type Grouped, type ImageChoice, type PlanChoice } from '../catalogue';

/** Gives a function that says why a plan can't be chosen with an image; null if it can. */
export function usePlanReason(): (
  plan: PlanChoice,
  image: ImageChoice | undefined,
) => string | null {
  const t = useTranslations('vms.wizard');
  const locale = useLocale();
  return (plan, image) => {
    if (plan.soldOut) return t('soldOut');
    if (fits(plan, image)) return null;
    return t('tooSmall', {
      image: image?.name ?? '',
      size: gigabytes(image?.minDisk, locale),
    });
  };
}

/** Chooses the size: plans with their price. A plan that is too small for the image is disabled, with the reason. */
export function PlanSection({
  groups,
  image,
  whyCleared,
  field: { error, ...field },
}: {
  groups: readonly Grouped<PlanChoice>[];
  image: ImageChoice | undefined;
  /** Why the plan was cleared after the person had chosen it. */
  whyCleared: string | null;
  field: FieldProps;
}) {
  const t = useTranslations('vms.wizard');
  const locale = useLocale();
  const reasonOf = usePlanReason();
  const legend = (name: string) => {
    if (name === 'standard' || name === 'high') return t(`plans.${name}`);
    return name === '' ? t('plans.other') : name;
  };
  const sizeOf = (plan: PlanChoice): OfferedSize => ({
    id: plan.uuid,
    name: plan.name,
    cpu: plan.vcpu,
    memory: plan.ram === null ? null : plan.ram / 1024,
    disk: plan.disk,
    more: [
      plan.transfer ? t('transfer', { size: `${number(plan.transfer, locale)} TB` }) : '',
      plan.free ? t('freeUsage', plan.free) : '',
    ],
    perMonth: plan.perMonth,
    perHour: plan.perHour,
    reason: reasonOf(plan, image),
  });
  return (
    <Panel title={t('plan')} description={t('planText')}>
      {groups.length === 0 ? <p className="text-muted">{t('noPlans')}</p> : null}
      <p role="status" className="text-warn mb-3 text-sm empty:hidden">
        {whyCleared}
      </p>
      <div className="flex flex-col gap-4">
        {groups.map(({ name, choices }, index) => (
          <SizeCards
            key={name}
            legend={legend(name)}
            sizes={choices.map(sizeOf)}
            {...field}
            error={index === groups.length - 1 ? (error ?? null) : null}
          />
        ))}
      </div>
    </Panel>
  );
}
