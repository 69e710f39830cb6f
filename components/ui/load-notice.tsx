'use client';
import { RotateCw } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { leaveFor } from '@/lib/query/hide-page';
import { consoleAnswers } from '@/lib/session/fetcher';
import { newVersion } from '@/lib/session/build';
import { useStore } from '@/lib/store';
import { Button } from './button';
import { Callout } from './callout';
import type { LoadNoticeProps } from './load-guard';
import { useListener } from './use-listener';

const openModal = (element: HTMLDialogElement) => {
  element.showModal();
  return () => element.close();
};

/**
 * Says that code of the page did not come, and asks for it again when the person wants or the network is back. If it is
 * gone because the server runs a new version, it offers a reload instead.
 */
export function LoadNotice({ missing, onClose, again, busy = false }: LoadNoticeProps) {
  const t = useTranslations('ui');
  const newer = useStore(newVersion);
  const [asking, setAsking] = useState(false);
  useEffect(() => void consoleAnswers(), []); // hears which version answers
  const retry = () => {
    setAsking(true);
    void again()
      .catch(() => {})
      .finally(() => setAsking(false));
  };
  useListener('online', retry);
  if (missing === 'quiet') return null;
  const button = newer ? (
    <Button size="sm" variant="primary" onClick={() => leaveFor(window.location.href)}>
      {t('reload')}
    </Button>
  ) : (
    <Button size="sm" loading={asking || busy} icon={<RotateCw aria-hidden />} onClick={retry}>
      {t('tryAgain')}
    </Button>
  );
  const notice = (
    <Callout
      tone="warn"
      role="alert"
      title={newer ? t('newVersion') : t('partFailed')}
      actions={
        <>
          {button}
          {onClose ? (
            <Button size="sm" onClick={onClose}>
              {t('close')}
            </Button>
          ) : null}
        </>
      }
    >
      <p>{newer ? t('partGone') : t('partFailedText')}</p>
    </Callout>
  );
  if (missing !== 'over') return notice;
  return (
    <dialog
      ref={openModal}
      data-over-cover=""
      aria-label={newer ? t('newVersion') : t('partFailed')}
      onCancel={(event) => {
        event.preventDefault(); // whoever opened it decides
        onClose?.();
      }}
      className="bg-raised shadow-raised w-[calc(100vw-2rem)] max-w-md rounded-md text-left text-base font-normal whitespace-normal"
    >
      {notice}
    </dialog>
  );
}
