'use client';
import { useTranslations } from 'use-intl';
import { NoAccess } from '../no-access';

/** Says that this person's role may not read the object storage. */
export function NoStorageAccess() {
  const t = useTranslations('object-storage');
  return (
    <NoAccess title={t('noAccess')} lacking={{ area: 'objects', see: true }}>
      {t('noAccessText')}
    </NoAccess>
  );
}
