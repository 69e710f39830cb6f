'use client';
import { useRef, type ReactNode } from 'react';
import { useHeightVar } from '@/components/ui/use-height-var';

/**
 * The bars at the bottom of the window: trouble, and the view as somebody else. They stand there, and not over the content,
 * so that what comes after the page has loaded pushes nothing about.
 */
export function Dock({ children }: { children: ReactNode }) {
  const dock = useRef<HTMLDivElement>(null);
  useHeightVar(dock, '--dock');
  return (
    <div ref={dock} data-screen="" className="sticky bottom-0 z-30">
      {children}
    </div>
  );
}
