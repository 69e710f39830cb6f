'use client';
import { ShieldX } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '@/components/ui/empty-state';

/** Says that this person's role may not read machines or, with `create`, that it may read but not create them. */
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
