import type { KeyboardEvent } from 'react';

/** Stops Enter in a field from submitting, since only the button may order a machine. */
export function keepEnter(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
}
