'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import type { Folder } from './use-folder';

/**
 * The pages of a folder that the storage lists. It tells a page only by a token that the page before gives, so a page can be gone back to
 * only while this page of the console is open; the first one always.
 * @param next the token of the next page; null on the last one
 */
export function TokenPager({ folder, next }: { folder: Folder; next: string | null }) {
  const t = useTranslations('object-storage.pages');
  const { page, token, turn } = folder;
  const place = `${folder.name} ${folder.start}`;
  // The token of the page before, by the token of a page.
  const [before, setBefore] = useState<ReadonlyMap<string, string>>(new Map());
  if (page === 1 && next === null) return null;
  const previous = page === 2 ? '' : before.get(`${place} ${token}`);
  const forward = () => {
    if (next === null) return;
    setBefore((known) => new Map(known).set(`${place} ${next}`, token));
    turn(page + 1, next);
  };
  return (
    <nav aria-label={t('label')} className="mt-2 flex flex-wrap items-center justify-end gap-2">
      <span className="text-muted tabular mr-2 text-sm" aria-live="polite">
        {t('page', { page })}
      </span>
      <Button
        size="sm"
        disabledReason={page === 1 ? t('isFirst') : null}
        onClick={() => turn(1, '')}
      >
        {t('first')}
      </Button>
      <Button
        size="sm"
        disabledReason={page === 1 ? t('isFirst') : previous === undefined ? t('noPrevious') : null}
        onClick={() => turn(page - 1, previous ?? '')}
      >
        {t('previous')}
      </Button>
      <Button size="sm" disabledReason={next === null ? t('isLast') : null} onClick={forward}>
        {t('next')}
      </Button>
    </nav>
  );
}
