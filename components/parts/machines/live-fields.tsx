'use client';
import { useSyncExternalStore, type ReactNode } from 'react';

const never = () => () => {};

/**
 * The fields and buttons of a form that a server has rendered, usable once the page is alive. Before that
 * the browser would send the form by itself, with its values in the URL, and what is typed would be lost.
 */
export function LiveFields({ children }: { children: ReactNode }) {
  const alive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <fieldset disabled={!alive} className="contents">
      {children}
    </fieldset>
  );
}
