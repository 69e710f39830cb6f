'use client';
import { usePathname } from 'next/navigation';
import { useEffect, useEffectEvent, useRef } from 'react';

/** Calls `act` after each navigation. @param act may return a function that cleans up before the next one */
export function useOnNavigation(act: () => (() => void) | void): void {
  const here = usePathname();
  const before = useRef(here);
  const latest = useEffectEvent(act);
  useEffect(() => {
    if (before.current === here) return;
    before.current = here;
    return latest();
  }, [here]);
}
