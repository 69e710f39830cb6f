'use client';
import { Suspense, type ReactNode } from 'react';
import { KeptScope } from '@/lib/query/scope';

/**
 * What opens over the page, a dialog say: it may have to load, and it stays in the account that it was opened in.
 * Render it once something is open, not before.
 */
export function Overlay({ children }: { children: ReactNode }) {
  return (
    <KeptScope>
      <Suspense fallback={null}>{children}</Suspense>
    </KeptScope>
  );
}
