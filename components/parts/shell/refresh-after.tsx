'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import type { Problem } from '@/lib/problem';

/** When the page was last refreshed by this, by `performance.now()`. Many parts may wait; one refresh serves all. */
let refreshed = -Infinity;
/** Milliseconds in which no second refresh follows. */
const apart = 3_000;

/**
 * Refreshes the page once the limit allows it. Stands in a part that the server couldn't read because of a limit.
 * @param problem another problem does nothing
 */
export function RefreshAfter({ problem }: { problem: Problem | null }) {
  const { refresh } = useRouter();
  const seconds = problem?.code === 'too_many_requests' ? (problem.retryAfter ?? 10) : null;
  useEffect(() => {
    if (seconds === null) return;
    const again = () => {
      if (performance.now() - refreshed < apart) return;
      refreshed = performance.now();
      refresh();
    };
    // People who share a key don't come back all at once.
    const timer = setTimeout(again, seconds * 1000 + Math.random() * 1000);
    return () => clearTimeout(timer);
  }, [refresh, seconds]);
  return null;
}
