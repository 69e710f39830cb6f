'use client';
import { Suspense, type ReactNode } from 'react';
import { KeptScope } from '@/lib/query/scope';
import { useHolding } from './held';

/**
 * Holds what opens over the page, such as a dialog. Its code may have to load, and it stays in the account that it was
 * opened in. Render it only while something is open.
 */
export function Overlay({ children }: { children: ReactNode }) {
  useHolding();
  return (
    <KeptScope>
      <Suspense fallback={null}>{children}</Suspense>
    </KeptScope>
  );
}
