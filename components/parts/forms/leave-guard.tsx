'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { plainClick } from '@/components/ui/plain-click';
import { isLeaving } from '@/lib/query/hide-page';

/** The URL that a click opens, if it leaves this page; otherwise null. */
function leaving(event: MouseEvent): URL | null {
  const url = plainClick(event)?.url;
  return url && url.pathname !== window.location.pathname ? url : null;
}

/** Where the person was going: a page of the console, or an entry of the browser's history. */
type LeaveTarget = { url: URL } | { key: string };

/**
 * Stops Back and Forward in browsers with the Navigation API. The browser doesn't allow it twice in a row without input
 * in between; then only the draft keeps what was typed. `hold` gets the key of the history entry.
 */
function holdHistory(hold: (key: string) => void, released: { current: boolean }): () => void {
  const history = (window as { navigation?: Navigation }).navigation;
  if (!history) return () => {};
  const navigate = (event: NavigateEvent) => {
    if (event.navigationType !== 'traverse' || !event.cancelable || released.current) return;
    if (new URL(event.destination.url).pathname === window.location.pathname) return;
    event.preventDefault();
    hold(event.destination.key);
  };
  history.addEventListener('navigate', navigate);
  return () => history.removeEventListener('navigate', navigate);
}

/**
 * Asks before a form with unsent input is left by a link, Back, a reload or closing the tab.
 * @param words of the question, where something else than input would be lost
 */
export function LeaveGuard({
  active,
  words,
}: {
  active: boolean;
  words?: { title: string; text: string };
}) {
  const t = useTranslations('ui');
  const router = useRouter();
  const released = useRef(false);
  const [to, setTo] = useState<LeaveTarget | null>(null);
  useEffect(() => {
    if (!active) return;
    const free = holdHistory((key) => setTo({ key }), released);
    const unload = (event: BeforeUnloadEvent) => {
      if (!isLeaving()) event.preventDefault();
    };
    const click = (event: MouseEvent) => {
      const url = leaving(event);
      if (!url) return;
      event.preventDefault();
      event.stopPropagation();
      setTo({ url });
    };
    window.addEventListener('beforeunload', unload);
    document.addEventListener('click', click, { capture: true });
    return () => {
      free();
      window.removeEventListener('beforeunload', unload);
      document.removeEventListener('click', click, { capture: true });
    };
  }, [active]);
  if (to === null) return null;
  // Rendered outside of the form: browsers ignore a submit button of a form inside a form.
  return createPortal(
    <ConfirmDialog
      open
      onClose={() => setTo(null)}
      title={words?.title ?? t('leaveTitle')}
      confirmLabel={t('leave')}
      onConfirm={async () => {
        if ('url' in to) return router.push(`${to.url.pathname}${to.url.search}${to.url.hash}`);
        released.current = true;
        window.navigation.traverseTo(to.key).finished?.catch(() => {}); // it is rejected when the page is left
      }}
    >
      <p>{words?.text ?? t('leaveText')}</p>
    </ConfirmDialog>,
    document.body,
  );
}
