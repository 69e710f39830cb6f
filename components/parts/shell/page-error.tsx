'use client';
import { RotateCw } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';

/** Shown when a page fails unexpectedly. `digest` finds the error in the server's log. */
export function PageError({
  digest,
  onRetry,
}: {
  digest?: string | undefined;
  onRetry: () => void;
}) {
  const t = useTranslations('shell');
  return (
    <div className="mx-auto w-full max-w-2xl py-8">
      <h1 className="sr-only">{t('errorTitle')}</h1>
      <Callout
        tone="danger"
        role="alert"
        title={t('errorTitle')}
        actions={
          <Button size="sm" icon={<RotateCw aria-hidden />} onClick={onRetry}>
            {t('errorRetry')}
          </Button>
        }
      >
        <p>{t('errorText')}</p>
        {digest ? <p className="text-muted text-sm">{t('errorDigest', { digest })}</p> : null}
      </Callout>
    </div>
  );
}
