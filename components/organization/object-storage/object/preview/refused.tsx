'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Callout } from '@/components/ui/callout';
import type { Problem } from '@/lib/problem';
import { StoreProblem } from '../../store-problem';

/** Says why an object isn't shown: it isn't what its name or type says, or the store or the console refused. */
export function Refused({
  problem,
  onRetry,
  actions,
}: {
  problem: Problem;
  onRetry: () => void;
  /** What else can be done with content that isn't what it seems to be. */
  actions?: ReactNode;
}) {
  const t = useTranslations('storage-object.preview');
  if (problem.code !== 'unsupported')
    return <StoreProblem problem={problem} what={t('failed')} onRetry={onRetry} />;
  return (
    <Callout tone="warn" role="status" title={t('notWhatItSays')} actions={actions}>
      <p>{t('notWhatItSaysText')}</p>
    </Callout>
  );
}
