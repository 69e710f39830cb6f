'use client';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '@/components/ui/error-state';
import type { Problem } from '@/lib/problem';

export interface FormProblemProps {
  problem: Problem | null;
  /** Field errors that no field shows. */
  loose?: readonly string[];
}

/** Says above the buttons why the last submit was refused. */
export function FormProblem({ problem, loose = [] }: FormProblemProps) {
  const t = useTranslations('problems');
  if (!problem) return null;
  const count = Object.keys(problem.fields ?? {}).length;
  return (
    <>
      <ProblemNote problem={problem} what={count > 0 ? t('summary', { count }) : undefined} />
      {loose.length > 0 ? (
        <ul className="text-danger list-disc pl-5">
          {loose.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
