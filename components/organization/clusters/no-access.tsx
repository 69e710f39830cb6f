'use client';
import { useTranslations } from 'use-intl';
import { NoAccess } from '../no-access';

/** Says that this person's role may not read clusters. */
export function NoClusterAccess() {
  const t = useTranslations('clusters');
  return (
    <NoAccess title={t('noAccess')} lacking={{ area: 'kubernetes', see: true }}>
      {t('noAccessText')}
    </NoAccess>
  );
}
