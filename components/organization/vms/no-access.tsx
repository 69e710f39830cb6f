'use client';
import { ShieldX } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '@/components/ui/empty-state';

/** In place of machines that this person's level doesn't include. `create`: looking is allowed, making isn't. */
export function NoMachineAccess({ create }: { create?: boolean }) {
  const t = useTranslations('vms');
  return (
    <div className="border-line bg-surface rounded-md border">
      <EmptyState
        icon={<ShieldX aria-hidden />}
        title={create ? t('noAccess.create') : t('noAccess.title')}
      >
        {create ? t('noWrite') : t('noAccess.text')}
      </EmptyState>
    </div>
  );
}
