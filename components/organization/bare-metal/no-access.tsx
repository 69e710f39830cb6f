'use client';
import { useTranslations } from 'use-intl';
import { NoAccess } from '../no-access';

/** Says that this person's role may not read bare-metal machines. */
export function NoMetalAccess() {
  const t = useTranslations('bare-metal');
  return (
    <NoAccess title={t('noAccess')} lacking={{ area: 'baremetal', see: true }}>
      {t('noAccessText')}
    </NoAccess>
  );
}
