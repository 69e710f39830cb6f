'use client';
import { useState } from 'react';
import { hearServerTime } from '@/lib/clock';

/** When the document began to come, by the device's clock; null on the server. */
function cameAt(): number | null {
  if (typeof window === 'undefined') return null;
  const [page] = performance.getEntriesByType('navigation');
  return (
    performance.timeOrigin + ((page as PerformanceNavigationTiming | undefined)?.responseStart ?? 0)
  );
}

/** Tells the browser what the server's clock said when it wrote the page, before anything is dated by it. */
export function ServerClock({ at }: { at: number }) {
  useState(() => {
    const came = cameAt();
    if (came !== null) hearServerTime(at, came);
    return null;
  });
  return null;
}
