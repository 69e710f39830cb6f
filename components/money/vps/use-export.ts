'use client';
import { useTranslations } from 'use-intl';
import { useProblemWords } from '@/components/ui/problem-words';
import { toast } from '@/components/ui/toast';
import { ProblemError } from '@/lib/problem';
import type * as Exports from './exports';

/**
 * Gives a function that runs an export and tells how it ended: the provider's file, or ours where it gave none. Its code is
 * loaded then. The function answers whether a file was saved.
 */
export function useExport() {
  const t = useTranslations('vps-billing');
  const ui = useTranslations('ui');
  const words = useProblemWords();
  return async (work: (exports: typeof Exports) => Promise<Exports.Exported>): Promise<boolean> => {
    try {
      const { from, rows, left } = await work(await import('./exports'));
      if (from === 'provider') toast({ tone: 'good', title: t('export.provider') });
      else
        toast({
          tone: 'good',
          title: t('export.own'),
          text:
            left === 0
              ? t('export.ownText', { count: rows })
              : t('export.ownPart', { count: rows }),
        });
      return true;
    } catch (error) {
      const told = error instanceof ProblemError ? words(error.problem) : null;
      const [title, text] = told
        ? [told.title, `${told.text} ${told.todo}`]
        : [t('export.failed'), ui('partFailedText')];
      toast({ tone: 'danger', title, text });
      return false;
    }
  };
}
