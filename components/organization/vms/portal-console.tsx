'use client';
import { ExternalLink } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useShell } from '@/components/parts/shell/context';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';

/** Leads to the console of a new machine once it runs. Awanio's API has none, so it is in the provider's portal. */
export function PortalConsole({ ready }: { ready: boolean }) {
  const t = useTranslations('created');
  const { portal } = useShell().provider;
  if (!portal) return null;
  if (!ready) {
    return (
      <Button variant="primary" disabledReason={t('consoleWaits')}>
        {t('consoleLater')}
      </Button>
    );
  }
  return (
    <a href={portal} target="_blank" rel="noopener noreferrer" className={buttonClass('primary')}>
      {t('consolePortal')}
      <ExternalLink aria-hidden />
    </a>
  );
}
