'use client';
import { WifiOff } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useOffline } from '@/lib/online';

/** Stands beside the button of a form while the browser has no network. Its place is always there, so that it is heard. */
export function OfflineNote() {
  const t = useTranslations('ui');
  const offline = useOffline();
  return (
    <div role="status" className="empty:hidden">
      {offline ? (
        <p className="text-warn flex items-start gap-2 text-sm">
          <WifiOff aria-hidden className="mt-0.5 size-4 shrink-0" />
          {t('offline')}
        </p>
      ) : null}
    </div>
  );
}
