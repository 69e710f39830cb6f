'use client';
import { useTranslations } from 'use-intl';
import { NoAccess } from '@/components/organization/no-access';

/** Says that this person's role may not read bills. Needs the messages `billing`. */
export function NoBillingAccess() {
  const t = useTranslations('billing.noAccess');
  return (
    <NoAccess title={t('title')} lacking={{ area: 'billing', see: true }}>
      {t('text')}
    </NoAccess>
  );
}
