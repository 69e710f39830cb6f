'use client';
import { useSyncExternalStore, type ReactNode } from 'react';

const never = () => () => {};

/**
 * Enables the fields with the commit that makes them alive. React sees that the server's `disabled` has to go only in a
 * later effect, up to a second later on a slow machine, and the keys that a person presses until then would be lost.
 */
const enable = (fields: HTMLFieldSetElement | null) => {
  if (fields) fields.disabled = false;
};

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
    <fieldset ref={enable} disabled={!hydrated} className="contents">
      {children}
    </fieldset>
  );
}
