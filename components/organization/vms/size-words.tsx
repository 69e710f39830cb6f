'use client';
import { useLocale, useTranslations } from 'use-intl';
import { gigabytes, megabytes, number } from '@/lib/format';

/** The size of a machine. */
export interface Size {
  vcpu: number | null;
  /** MB */
  ram: number | null;
  /** GB */
  disk: number | null;
}

/** Replaces spaces by no-break spaces, so that a number and its unit stay on one line. */
export const whole = (text: string) => text.replaceAll(' ', '\u00a0');

/** Gives a function that writes a machine's size: `2 vCPU · 4 GB · 60 GB disk`. It leaves out null and 0. */
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
