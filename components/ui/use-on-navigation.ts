'use client';
import { usePathname } from 'next/navigation';
import { useEffect, useEffectEvent, useRef } from 'react';

/** Does something after each navigation. @param act may give back what undoes it */
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
