'use client';
import { ShieldX } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '@/components/ui/empty-state';

/** Says that this person's role may not read volumes. */
export function NoVolumeAccess() {
  const t = useTranslations('organization-volumes');
  return (
    <div className="border-line bg-surface rounded-md border">
      <EmptyState icon={<ShieldX aria-hidden />} title={t('noAccess')}>
        {t('noAccessText')}
      </EmptyState>
    </div>
  );
}
