'use client';
import { Suspense, useContext, type ReactNode } from 'react';
import type { Problem } from '@/lib/problem';
import { HelpContext } from './help';

/** Gives the link to what solves a problem, for every place that tells of one: a top-up, where the balance is too small. */
export function useWayOut(): (problem: Problem) => ReactNode {
  const { TopUp } = useContext(HelpContext);
  function wayOut({ code }: Problem): ReactNode {
    if (code !== 'payment_needed' || !TopUp) return null;
    return (
      <Suspense fallback={null}>
        <TopUp />
      </Suspense>
    );
  }
  return wayOut;
}
