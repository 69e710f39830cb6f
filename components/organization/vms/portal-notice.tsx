'use client';
import { useTranslations } from 'use-intl';
import { useShell } from '@/components/parts/shell/context';
import { Callout } from '@/components/ui/callout';
import { PortalLink } from '../portal-link';

/** Says before an order what this console can't do with a machine later. */
export function PortalNotice() {
  const t = useTranslations('vms.portal');
  const { portal } = useShell().provider;
  return (
    <Callout title={t('title')} actions={portal ? <PortalLink /> : undefined}>
      <p>{t('text')}</p>
    </Callout>
  );
}
