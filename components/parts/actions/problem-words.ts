'use client';
import { useTranslations } from 'use-intl';
import type { Problem } from '@/lib/problem';

/** Describes a problem in a line or two: what happened, the backend's own words, what to do. */
export function useProblemWords(): (problem: Problem) => string {
  const t = useTranslations('problems');
  return ({ code, backendMessage }) =>
    [t(`kinds.${code}.title`), backendMessage, t(`kinds.${code}.todo`)]
      .filter(Boolean)
      .map((each) => String(each).replace(/([^.!?])$/, '$1.'))
      .join(' ');
}
