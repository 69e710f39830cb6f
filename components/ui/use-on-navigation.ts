'use client';
import { usePathname } from 'next/navigation';
import { useOnChange } from './use-on-change';

/** Calls `act` after each navigation. @param act may return a function that cleans up before the next one */
export function useOnNavigation(act: () => (() => void) | void): void {
  const here = usePathname();
  useOnChange(here, act, here);
}
