'use client';
import { usePathname } from 'next/navigation';
import { useEffect, useEffectEvent, useRef } from 'react';

/** Does something when the page has changed: closes a sheet whose link led elsewhere. */
export function useLeaving(act: () => void): void {
  const here = usePathname();
  const before = useRef(here);
  const left = useEffectEvent(act);
  useEffect(() => {
    if (before.current !== here) left();
    before.current = here;
  }, [here]);
}
