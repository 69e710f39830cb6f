'use client';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { useTranslations } from 'use-intl';
import { ErrorState } from '@/components/ui/error-state';
import type { Problem } from '@/lib/problem';
import { askFresh } from '@/lib/query/page-requests';

/** Replaces the wizard if the choices couldn't be read, with a button that reads them again. */
export function CatalogueProblem({ problem }: { problem: Problem }) {
  const t = useTranslations('vms.wizard');
  const router = useRouter();
  const [asking, ask] = useTransition();
  return (
    <ErrorState
      problem={problem}
      what={t('failed')}
      onRetry={() => {
        askFresh();
        ask(() => router.refresh());
      }}
      retrying={asking}
    />
  );
}
