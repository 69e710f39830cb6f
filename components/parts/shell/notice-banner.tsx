'use client';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import { NoticeLine } from './notice-line';
import { rememberNotice } from './preferences';
import type { Notice } from './provider';

/** The operator's notice, which a reader can dismiss unless it warns of danger. */
export function NoticeBanner({ notice }: { notice: Notice }) {
  const t = useTranslations('shell');
  const [gone, setGone] = useState<string | null>(null);
  if (gone === notice.id) return null;
  const dismiss = () => {
    rememberNotice(notice.id);
    setGone(notice.id);
  };
  const button = (
    <IconButton
      size="sm"
      label={t('noticeDismiss')}
      icon={<X aria-hidden />}
      onClick={dismiss}
      className="!text-inherit"
    />
  );
  return (
    <NoticeLine
      notice={notice}
      label={t('notice')}
      more={t('noticeMore')}
      action={notice.level === 'danger' ? null : button}
    />
  );
}
