'use client';
/** Keeps plan and image together: a plan whose disk can't hold the image is taken back, and said so. */
import { useState } from 'react';
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
}

export interface PlanFit {
  imageField: FieldProps;
  planField: FieldProps;
  /** Why the chosen plan was taken back, in words. */
  unpicked: string | null;
}

export function usePlanFit(
  { form, field }: Pick<BackendForm<VmValues>, 'form' | 'field'>,
  { images, plans }: Offers,
): PlanFit {
  const t = useTranslations('vms.wizard');
  const locale = useLocale();
  const reasonOf = usePlanReason();
  const [unpicked, setUnpicked] = useState<string | null>(null);
  const imageField = field('image', { required: true });
  const planField = field('plan', {
    required: true,
    check: (uuid) => {
      const plan = findChoice(plans, uuid);
      return plan ? reasonOf(plan, findChoice(images, form.getValues('image'))) : null;
    },
  });
  const chooseImage: FieldProps['onChange'] = async (event) => {
    await imageField.onChange(event);
    const image = findChoice(images, form.getValues('image'));
    const plan = findChoice(plans, form.getValues('plan'));
    if (!image || !plan) return;
    if (fits(plan, image)) return setUnpicked(null);
    form.setValue('plan', '', { shouldDirty: true });
    const size = gigabytes(image.minDisk, locale);
    setUnpicked(t('unpicked', { plan: plan.name, image: image.name, size }));
  };
  return { imageField: { ...imageField, onChange: chooseImage }, planField, unpicked };
}
