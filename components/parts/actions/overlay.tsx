'use client';
import { createContext, Suspense, useContext, type ReactNode } from 'react';
import { KeptScope } from '@/lib/query/scope';
import { useHolding } from './held';

const Close = createContext<() => void>(() => undefined);

/** Closes what opened over the page, from inside: where the thing that it is about no longer exists. */
export const useCloseOverlay = (): (() => void) => useContext(Close);

interface Given {
  /** Closes what is open; without it `useCloseOverlay` closes the overlay around this one, if any. */
  onClose?: () => void;
  children: ReactNode;
}

/**
 * Holds what opens over the page, such as a dialog. Its code may have to load, and it stays in the account that it was
 * opened in. Render it only while something is open.
 */
export function Overlay({ onClose, children }: Given) {
  useHolding();
  const outer = useCloseOverlay();
  return (
    <KeptScope>
      <Close value={onClose ?? outer}>
        <Suspense fallback={null}>{children}</Suspense>
      </Close>
    </KeptScope>
  );
}
