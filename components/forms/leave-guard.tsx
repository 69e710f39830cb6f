'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { plainClick } from '@/components/ui/plain-click';

/** Where a click leads that would leave this page, else null. */
function leaving(event: MouseEvent): URL | null {
  const url = plainClick(event)?.url;
  return url && url.pathname !== window.location.pathname ? url : null;
}

/** Asks before a form with unsent input is left by a link, a reload or closing the tab. */
export function LeaveGuard({ active }: { active: boolean }) {
  const t = useTranslations('ui');
  const router = useRouter();
  const [to, setTo] = useState<URL | null>(null);
  useEffect(() => {
    if (!active) return;
    const unload = (event: BeforeUnloadEvent) => event.preventDefault();
    const click = (event: MouseEvent) => {
      const url = leaving(event);
      if (!url) return;
      event.preventDefault();
      event.stopPropagation();
      setTo(url);
    };
    window.addEventListener('beforeunload', unload);
    document.addEventListener('click', click, { capture: true });
    return () => {
      window.removeEventListener('beforeunload', unload);
      document.removeEventListener('click', click, { capture: true });
    };
  }, [active]);
  return (
    <ConfirmDialog
      open={to !== null}
      onClose={() => setTo(null)}
      title={t('leaveTitle')}
      confirmLabel={t('leave')}
      onConfirm={async () => {
        if (to) router.push(`${to.pathname}${to.search}${to.hash}`);
      }}
    >
      <p>{t('leaveText')}</p>
    </ConfirmDialog>
  );
}
