'use client';
import { useSyncExternalStore, type ReactNode } from 'react';

const never = () => () => {};

/**
 * Disables the fields and buttons of a form until the page is hydrated. Before that the browser would submit the form
 * itself, with its values in the URL, and what is typed would be lost.
 */
export function LiveFields({ children }: { children: ReactNode }) {
  const hydrated = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <fieldset disabled={!hydrated} className="contents">
      {children}
    </fieldset>
  );
}
