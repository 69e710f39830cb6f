'use client';
import { useLocale, useTranslations } from 'use-intl';
import { gigabytes, megabytes } from '@/lib/format';
import type { Plan } from './plans';

/** Gives a function that writes a plan's size: `2 cores · 4 GB · 60 GB`. It leaves out what the plan doesn't have. */
export function usePlanSize(): (plan: Plan) => string {
  const m = useTranslations('machines');
  const locale = useLocale();
  return ({ vcpu, ram, disk }) =>
    [
      vcpu === null ? null : m('cores', { count: vcpu }),
      ram === null ? null : megabytes(ram, locale),
      disk === null ? null : gigabytes(disk, locale),
    ]
      .filter((part) => part !== null)
      .join(' · ');
}
