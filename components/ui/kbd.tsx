import type { ReactNode } from 'react';

/** A key of the keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="border-line bg-sunken text-muted rounded-sm border border-b-2 px-1 font-mono text-xs">
      {children}
    </kbd>
  );
}
