'use client';
import { useTranslations } from 'use-intl';
import type { Problem } from '@/lib/problem';

interface ProblemWords {
  title: string;
  text: string;
  todo: string;
}

/** Gives the words of a problem: what happened, what is untouched, what to do. */
export function useProblemWords(): (problem: Problem) => ProblemWords {
  const t = useTranslations('problems');
  return (problem) => {
    const { code, outcome, looked, createdBefore, perMinute } = problem;
    if (createdBefore !== undefined)
      return {
        title: t('createdBefore.title'),
        text: t('createdBefore.text', { name: createdBefore }),
        todo: t('createdBefore.todo'),
      };
    const kind = `kinds.${code}` as const;
    if (perMinute !== undefined)
      return {
        title: t(`${kind}.title`),
        text: t('perMinute', { count: perMinute }),
        todo: t(`${kind}.todo`),
      };
    if (outcome !== 'unknown')
      return { title: t(`${kind}.title`), text: t(`${kind}.text`), todo: t(`${kind}.todo`) };
    return {
      title: t('unknown.title'),
      text: t(`${kind}.text`),
      todo: t(`unknown.${looked ?? 'check'}`),
    };
  };
}
