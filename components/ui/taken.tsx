'use client';
import { useLayoutEffect } from 'react';

/** The attribute by which the stylesheet marks what was pressed, until what it opens has come. */
export const takenMark = 'data-taken';

/** While it is there, what has the focus is marked: somebody pressed it, and what it opens is loading. */
export function Taken() {
  useLayoutEffect(() => {
    const pressed = document.activeElement;
    if (!pressed || pressed === document.body) return;
    pressed.setAttribute(takenMark, '');
    return () => pressed.removeAttribute(takenMark);
  }, []);
  return null;
}
