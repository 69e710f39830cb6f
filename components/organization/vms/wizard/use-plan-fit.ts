'use client';
import { useLocale, useTranslations } from 'use-intl';
import type { BackendForm } from '@/components/parts/forms/use-backend-form';
import type { FieldProps } from '@/components/parts/forms/use-problem-form';
import { gigabytes } from '@/lib/format';
import { findChoice, fits, type Grouped, type ImageChoice, type PlanChoice } from '../catalogue';
import type { VmValues } from '../values';
import { usePlanReason } from './plan-section';

interface Offers {
  images: readonly Grouped<ImageChoice>[];
  plans: readonly Grouped<PlanChoice>[];
  /** Says in words why the plan was cleared after the person had chosen it. */
  setWhyCleared: (why: string | null) => void;
}

/** The fields of image and plan. Clears the plan if the person then chooses an image that doesn't fit on it. */
export function usePlanFit(
  { form, field }: Pick<BackendForm<VmValues>, 'form' | 'field'>,
  { images, plans, setWhyCleared }: Offers,
): { chooseImage: (uuid: string) => void; imageField: FieldProps; planField: FieldProps } {
  const t = useTranslations('vms.wizard');
  const locale = useLocale();
  const reasonOf = usePlanReason();
  const imageField = field('image', { required: true });
  const planField = field('plan', {
    required: true,
    check: (uuid) => {
      const plan = findChoice(plans, uuid);
      return plan ? reasonOf(plan, findChoice(images, form.getValues('image'))) : null;
    },
  });
  const chooseImage = (uuid: string) => {
    form.setValue('image', uuid, { shouldDirty: true, shouldTouch: true });
    const image = findChoice(images, uuid);
    const plan = findChoice(plans, form.getValues('plan'));
    if (!image || !plan) return;
    if (fits(plan, image)) return setWhyCleared(null);
    form.setValue('plan', '', { shouldDirty: true });
    const size = gigabytes(image.minDisk, locale);
    setWhyCleared(t('planDeselected', { plan: plan.name, image: image.name, size }));
  };
  return { chooseImage, imageField, planField };
}
