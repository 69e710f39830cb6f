'use client';
import { useState, type ReactNode } from 'react';
import { Overlay } from './overlay';

/**
 * One thing at a time that opens over the page: a dialog about `What`, closed at first.
 * @param render the dialog, and what closes it
 */
export function useOpened<What extends NonNullable<unknown>>(
  render: (what: What, close: () => void) => ReactNode,
): { open: (what: What) => void; opened: ReactNode } {
  const [what, setWhat] = useState<What | null>(null);
  const opened = what === null ? null : <Overlay>{render(what, () => setWhat(null))}</Overlay>;
  return { open: setWhat, opened };
}
