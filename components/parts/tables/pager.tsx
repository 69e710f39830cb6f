'use client';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';

/** The pages of a list that the backend pages. */
export function Pager({
  page,
  pages,
  onTurn,
}: {
  page: number;
  pages: number;
  /** Called with 1 for the next page, -1 for the one before. */
  onTurn: (by: 1 | -1) => void;
}) {
  const t = useTranslations('ui');
  return (
    <nav
      aria-label={t('pages')}
      data-pages=""
      className="border-line flex items-center justify-end gap-1 border-t px-3 py-1.5"
    >
      <span className="text-muted tabular mr-2 text-sm" aria-live="polite">
        {t('pageOf', { page, pages })}
      </span>
      <IconButton
        label={t('previousPage')}
        icon={<ChevronLeft aria-hidden />}
        disabledReason={page > 1 ? null : t('firstPage')}
        onClick={() => onTurn(-1)}
      />
      <IconButton
        label={t('nextPage')}
        icon={<ChevronRight aria-hidden />}
        disabledReason={page < pages ? null : t('lastPage')}
        onClick={() => onTurn(1)}
      />
    </nav>
  );
}
