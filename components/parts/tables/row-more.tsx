'use client';
import { useTranslations } from 'use-intl';
import { Cell } from '@/components/ui/table';

/**
 * On narrow screens, the last cell of a row of two lines: it opens what the lines leave out. It is plain HTML, so it works before any
 * code has loaded.
 */
export function RowMore() {
  const t = useTranslations('ui.table');
  return (
    <Cell data-more>
      <details>
        <summary aria-label={t('rest')} />
      </details>
    </Cell>
  );
}
