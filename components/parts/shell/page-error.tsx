'use client';
import { useTranslations } from 'use-intl';
import { RotateCw } from 'lucide-react';
import { useTransition } from 'react';
import { useRouter } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { LoadNotice } from '@/components/ui/load-notice';
import { isLoadError } from '@/lib/load-error';

/** Shown when a page fails, or code of it doesn't come. `digest` finds the error in the server's log. */
export function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslations('shell');
  const router = useRouter();
  const [busy, start] = useTransition();
  // The answer that failed is kept until another one is asked for.
  const retry = () =>
    start(() => {
      router.refresh();
      reset();
    });
  return (
    <div className="mx-auto w-full max-w-2xl py-8">
      <h1 className="sr-only">{t('errorTitle')}</h1>
      {isLoadError(error) ? (
        <LoadNotice missing="notice" again={async () => retry()} busy={busy} />
      ) : (
        <Callout
          tone="danger"
          role="alert"
          title={t('errorTitle')}
          actions={
            <Button size="sm" loading={busy} icon={<RotateCw aria-hidden />} onClick={retry}>
              {t('errorRetry')}
            </Button>
          }
        >
          <p>{t('errorText')}</p>
          {error.digest ? (
            <p className="text-muted text-sm">{t('errorDigest', { digest: error.digest })}</p>
          ) : null}
        </Callout>
      )}
    </div>
  );
}
