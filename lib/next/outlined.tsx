'use client';
/** The place of a page's content, in the browser. Use `withOutline` of lib/next/with-outline instead. */
import { Suspense, useState, type ReactNode } from 'react';

interface Given {
  /** Whether the content is still to come; then the outline stands there meanwhile. */
  late: boolean;
  outline: ReactNode;
  children: ReactNode;
}

/**
 * Shows content, or its outline until it has come. Whether it has a boundary stays as it was at first: with another
 * structure, React would make the page anew when the server renders it again, and its open dialogs and input would be
 * lost. Without a boundary, late content replaces what is shown once it has come.
 */
export function Outlined({ late, outline, children }: Given) {
  const [bounded] = useState(late);
  return bounded ? <Suspense fallback={outline}>{children}</Suspense> : children;
}
