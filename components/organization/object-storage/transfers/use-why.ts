'use client';
import { useTranslations } from 'use-intl';
import type { Problem } from '@/lib/problem';
import { storeTroubleOf } from '../store-trouble';
import type { Why } from './upload';
import { isFull } from './verdict';

/** What a problem means for an upload: a sentence of its own for what stores refuse, else the problem's title and text. */
function useProblemWords(): (problem: Problem) => string {
  const t = useTranslations('transfers.why');
  const store = useTranslations('object-storage.trouble');
  const p = useTranslations('problems');
  return (problem) => {
    if (isFull(problem)) return t('full');
    const trouble = storeTroubleOf(problem);
    if (trouble) return store(trouble);
    return `${p(`kinds.${problem.code}.title`)}. ${p(`kinds.${problem.code}.text`)}`;
  };
}

/** Why an upload is where it is, in a sentence; null where nothing is to be said. */
export function useWhy(why: Why | null): string | null {
  const t = useTranslations('transfers.why');
  const words = useProblemWords();
  if (!why) return null;
  if (why.what === 'problem') return words(why.problem);
  if (why.what === 'again') return `${words(why.problem)} ${t('again')}`;
  return t(why.what);
}
