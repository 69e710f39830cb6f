'use client';
import { RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { ProblemNote } from '@/components/ui/late-error-state';
import type { Problem } from '@/lib/problem';
import { storeTroubleOf } from './store-trouble';

/** A problem between the console and the storage, in a sentence of its own where it has one. */
export function StoreProblem({
  problem,
  what,
  onRetry,
  retrying,
  actions,
}: {
  problem: Problem;
  /** What failed, as a sentence. */
  what: string;
  onRetry?: () => void;
  retrying?: boolean;
  actions?: ReactNode;
}) {
  const t = useTranslations('object-storage');
  const trouble = storeTroubleOf(problem);
  if (trouble === null) return <ProblemNote {...{ problem, what, onRetry, retrying, actions }} />;
  return (
    <Callout
      tone="danger"
      role="alert"
      title={what}
      actions={
        onRetry || actions ? (
          <>
            {actions}
            {onRetry ? (
              <Button
                size="sm"
                loading={retrying}
                icon={<RotateCw aria-hidden />}
                onClick={onRetry}
              >
                {t('retry')}
              </Button>
            ) : null}
          </>
        ) : undefined
      }
    >
      <p>{t(`trouble.${trouble}`)}</p>
    </Callout>
  );
}
