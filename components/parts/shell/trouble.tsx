'use client';
import { TriangleAlert } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { notices } from '@/components/ui/load-guard';
import { LoadNotice } from '@/components/ui/load-notice';
import { useOffline } from '@/lib/online';
import { leaveFor } from '@/lib/query/hide-page';
import { outageStore } from '@/lib/query/outage';
import { heldFor, stayHere, waitForPages } from '@/lib/query/page-requests';
import { newVersion } from '@/lib/session/build';
import { useStore } from '@/lib/store';

export { PageError } from './page-error';

/** Code that does not come is told of by a notice of this module from now on. */
notices.Load = LoadNotice;

/** Closes the drawer of narrow screens: it would cover what is said here until its page comes. */
function closeDrawer() {
  if (heldFor.current()) document.querySelector<HTMLDialogElement>('dialog[data-drawer]')?.close();
}

/**
 * Keeps the page while the next one can't be fetched. Says at the bottom of the window that the network, the console or a
 * provider can't be reached, so that the page may show old data; that the page somebody asked for waits for it; and that
 * there is a new version.
 */
export function Trouble({ problem }: { problem: boolean }) {
  const t = useTranslations('shell');
  const offline = useOffline();
  const trouble = useStore(outageStore);
  const held = useStore(heldFor);
  const newer = useStore(newVersion);
  useEffect(() => {
    const stop = waitForPages();
    const leave = heldFor.subscribe(closeDrawer);
    return () => {
      stop();
      leave();
    };
  }, []);
  const down = offline || held === 'network' ? 'offline' : 'consoleDown';
  const words = held
    ? t(`held.${down}`)
    : offline || trouble === 'console'
      ? t(down)
      : trouble
        ? t('backendDown')
        : newer
          ? t('newVersion')
          : problem
            ? t('scopesMissing')
            : null;
  const [label, act] = held
    ? [t('held.cancel'), stayHere]
    : words === t('newVersion')
      ? [t('reload'), () => leaveFor(window.location.href)]
      : [];
  if (!words) return null;
  return (
    <div className="border-line bg-warn-soft text-warn flex items-center gap-2 border-t px-4 py-2 text-sm md:px-6">
      <TriangleAlert aria-hidden className="size-4 shrink-0" />
      <p className="min-w-0 grow">{words}</p>
      {label ? (
        <Button size="sm" className="shrink-0" onClick={act}>
          {label}
        </Button>
      ) : null}
    </div>
  );
}
