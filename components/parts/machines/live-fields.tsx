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
    <fieldset ref={enable} disabled={!alive} className="contents">
      {children}
    </fieldset>
  );
}
