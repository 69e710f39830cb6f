'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useTransition } from 'react';
import { UpdatedAt } from '@/components/machines/updated-at';
import { isResting, onInput } from '@/lib/query/activity';

/**
 * Reads home again from time to time, sooner while something is under way; not while nobody looks.
 * @param at when the server wrote the page, in milliseconds
 */
export function KeepFresh({ at, busy }: { at: number; busy: boolean }) {
  const router = useRouter();
  const [reading, start] = useTransition();
  useEffect(() => {
    const again = () => {
      if (document.visibilityState === 'visible' && !isResting()) start(() => router.refresh());
    };
    const timer = setInterval(again, busy ? 10_000 : 60_000);
    const stop = onInput((rested) => void (rested && again()));
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [router, busy]);
  return <UpdatedAt at={at} fetching={reading} onRefresh={() => start(() => router.refresh())} />;
}
