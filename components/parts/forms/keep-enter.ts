import type { KeyboardEvent } from 'react';

/** Enter in a field must not order a machine: only the button does. */
export function keepEnter(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
}
