'use client';
import { useLocale, useTranslations } from 'use-intl';
import { gigabytes, megabytes, number } from '@/lib/format';

export interface Size {
  vcpu: number | null;
  /** MB */
  ram: number | null;
  /** GB */
  disk: number | null;
}

/** Keeps a number and its unit on one line. */
export const whole = (text: string) => text.replaceAll(' ', '\u00a0');

/** A machine's size on one line: `2 vCPU · 4 GB · 60 GB disk`; what isn't said or 0 is left out. */
export function useSizeWords(): (size: Size) => string {
  const t = useTranslations('vms.wizard');
  const locale = useLocale();
  return ({ vcpu, ram, disk }) =>
    [
      vcpu ? t('vcpu', { count: number(vcpu, locale) }) : null,
      ram ? megabytes(ram, locale) : null,
      disk ? t('disk', { size: gigabytes(disk, locale) }) : null,
    ]
      .filter((part) => part !== null)
      .map(whole)
      .join(' · ');
}
