'use client';
import { useProblemWords } from '@/components/ui/problem-words';
import type { Problem } from '@/lib/problem';

/** Describes a problem in a line or two: what happened, the backend's own words, what to do. */
export function useProblemLine(): (problem: Problem) => string {
  const words = useProblemWords();
  return (problem) => {
    const { title, todo } = words(problem);
    return [title, problem.backendMessage, todo]
      .filter(Boolean)
      .map((each) => String(each).replace(/([^.!?])$/, '$1.'))
      .join(' ');
  };
}
