'use client';
import { useEffect, useRef, type RefObject } from 'react';

/** Whether nothing that the viewer uses has focus, so that a console may take it. */
function focusIsFree(frame: HTMLElement | null): boolean {
  const active = document.activeElement;
  return (
    !active ||
    active === frame ||
    active === document.body ||
    active.id === 'content' ||
    active.matches('h1')
  );
}

/**
 * Keeps the focus in a console. What connects takes it, unless the viewer is busy elsewhere; when it is cut, what had the
 * focus may be gone, and its frame takes the focus until the next connection.
 * @param open what is connected; null while nothing is
 * @returns the frame's ref; the frame needs a `tabIndex` of -1
 */
export function useKeptFocus(open: { focus(): void } | null): RefObject<HTMLDivElement | null> {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const element = frame.current;
    if (focusIsFree(element)) open.focus();
    return () => {
      if (document.activeElement === document.body) element?.focus({ preventScroll: true });
    };
  }, [open]);
  return frame;
}
