'use client';
import { useTranslations } from 'use-intl';
import { NoAccess } from '../no-access';

/** Says that this person's role may not read machines or, with `create`, that it may read but not create them. */
export function NoMachineAccess({ create }: { create?: boolean }) {
  const t = useTranslations('vms');
  return (
    <NoAccess
      title={create ? t('noAccess.create') : t('noAccess.title')}
      lacking={{ area: 'vms', see: !create }}
    >
      {create ? t('noWrite') : t('noAccess.text')}
    </NoAccess>
  );
}
