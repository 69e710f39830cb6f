'use client';
import { useLocale, useTranslations } from 'use-intl';
import { gigabytes, megabytes } from '@/lib/format';
import type { Metal } from './metal';

type Plan = NonNullable<NonNullable<Metal['machine']>['pricing']>;

/** The provider writes `ssd`, `nvme` and `hdd`. */
const diskKind = (said: string | null | undefined) =>
  said && (/^nvme$/i.test(said) ? 'NVMe' : said.toUpperCase());

/** Gives a function that writes a plan's hardware: `8 cores · 64 GB · 2 × 960 GB SSD`. It leaves out what isn't known. */
export function useHardwareWords(): (plan: Plan | null | undefined) => string {
  const t = useTranslations('machines');
  const locale = useLocale();
  return (plan) => {
    if (!plan) return '';
    const { vcpu_core: cores, ram_mb: ram, storage_gb: storage, meta_storage: disks } = plan;
    const one = disks[0];
    const equal = one && disks.every((disk) => disk.storage_gb === one.storage_gb);
    const size = gigabytes(equal && one.storage_gb ? one.storage_gb : storage, locale);
    return [
      cores ? t('cores', { count: cores }) : null,
      ram ? megabytes(ram, locale) : null,
      equal && one.storage_gb
        ? [`${disks.length} × ${size}`, diskKind(one.disk_type)].filter(Boolean).join(' ')
        : storage
          ? size
          : null,
    ]
      .filter((part) => part !== null)
      .join(' · ');
  };
}
