'use client';
import { ExternalLink } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useShell } from '@/components/parts/shell/context';
import { buttonClass } from '@/components/ui/button-class';
import { OutsideLink } from '@/components/ui/text-link';

/** Links to the provider's portal. Renders nothing if the operator has set none. */
export function PortalLink({ button }: { button?: boolean }) {
  const t = useTranslations('problems'); // always loaded, so pages of any namespace can use it
  const { portal } = useShell().provider;
  if (!portal) return null;
  if (!button) return <OutsideLink href={portal}>{t('portal')}</OutsideLink>;
  return (
    <a href={portal} target="_blank" rel="noopener noreferrer" className={buttonClass()}>
      {t('portal')}
      <ExternalLink aria-hidden />
    </a>
  );
}
