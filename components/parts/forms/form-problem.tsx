'use client';
import { useTranslations } from 'use-intl';
import { Callout } from '@/components/ui/callout';
import { ProblemNote } from '@/components/ui/error-state';
import type { Problem } from '@/lib/problem';
import { lookingStore } from '@/lib/query/lost-answer/looking';
import { useStore } from '@/lib/store';

export interface FormProblemProps {
  problem: Problem | null;
  /** Field errors that no field shows. */
  loose?: readonly string[];
}

/**
 * Why the last submit was refused. Stands above the buttons. While the console looks whether a lost change was made, it
 * says so.
 */
export function FormProblem({ problem, loose = [] }: FormProblemProps) {
  const t = useTranslations('problems');
  const looking = useStore(lookingStore) > 0;
  if (looking && !problem) return <Callout tone="warn" role="status" title={t('looking')} />;
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
