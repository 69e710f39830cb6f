'use client';
import { useTranslations } from 'use-intl';
import { Instant } from '@/components/ui/instant';
import { Status } from '@/components/ui/status';
import type { SetPolicy } from './policies';

const groups = { public: 'run', private: 'off' } as const;

/** Whether a bucket is public, as far as it was set in this tab. */
export function PolicyStatus({ set, chip }: { set: SetPolicy | undefined; chip?: boolean }) {
  const t = useTranslations('object-storage.policy');
  if (!set)
    return (
      <Status group="unknown" chip={chip}>
        {t('unknown')}
      </Status>
    );
  return (
    <span className="flex flex-col max-md:items-end">
      <Status group={groups[set.policy]} chip={chip}>
        {t(set.policy)}
      </Status>
      {chip ? null : (
        <span className="text-faint text-xs">
          {t('setHere')} <Instant iso={set.at} as="relative" />
        </span>
      )}
    </span>
  );
}
