'use client';
import { useTranslations } from 'use-intl';
import type { Problem } from '@/lib/problem';
import { blamed } from './plans';

/** Puts a refusal of the backend that names no field at the name or the plan: taken, or sold out meanwhile. */
export function useBlame(): (problem: Problem) => Problem['fields'] {
  const t = useTranslations('organization-volumes');
  return (problem) => {
    const field = blamed(problem);
    if (field === null) return undefined;
    return { [field]: [field === 'label' ? t('labelTaken') : t('planGone')] };
  };
}
