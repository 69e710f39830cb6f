'use client';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { ButtonLink } from '@/components/ui/button-link';
import { ProblemNote } from '@/components/ui/late-error-state';
import { Spinner } from '@/components/ui/spinner';
import { ProblemError, type Problem } from '@/lib/problem';
import type { Created } from './created';
import { CreatedPanel } from './created-panel';

/** Milliseconds between two looks at the list, and how often the list is looked at. */
const pause = 5000;
const looks = 24;

interface UnnamedMachineProps {
  created: Created;
  /** Looks for the machine; null while the list doesn't show it. */
  find: () => Promise<string | null>;
  /** Opens the page of the machine. */
  onFound: (id: string) => void;
  /** The address of the list of machines. */
  list: string;
}

/**
 * Stands in place of the form when the order was accepted but its answer named no machine. It looks for the machine in
 * the list and opens its page; how to get in is shown meanwhile.
 */
export function UnnamedMachine({ created, find, onFound, list }: UnnamedMachineProps) {
  const t = useTranslations('created');
  const [left, setLeft] = useState(looks);
  const [problem, setProblem] = useState<Problem | null>(null);
  const look = useEffectEvent(async () => {
    try {
      const id = await find();
      if (id !== null) return onFound(id);
      setProblem(null);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error.problem);
    }
    setLeft(left - 1);
  });
  useEffect(() => {
    if (left === 0) return;
    const timer = setTimeout(() => void look(), pause);
    return () => clearTimeout(timer);
  }, [left]);
  return (
    <>
      <CreatedPanel
        created={created}
        address={null}
        coming
        console={<ButtonLink href={list}>{t('toList')}</ButtonLink>}
      />
      <p role="status" className="text-muted flex items-center gap-2">
        {left > 0 ? <Spinner /> : null}
        {t(left > 0 ? 'unnamed' : 'unnamedStill')}
      </p>
      {problem ? <ProblemNote problem={problem} what={t('unnamedFailed')} /> : null}
    </>
  );
}
