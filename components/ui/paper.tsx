import type { ReactNode } from 'react';

/** A document as on paper; a page that is printed prints it alone. @param label what it is, for a screen reader */
export function Paper({ label, children }: { label: string; children: ReactNode }) {
  return (
    <article
      data-print=""
      aria-label={label}
      className="border-line bg-surface flex flex-col gap-6 rounded-md border p-4 sm:p-8 print:border-0 print:p-0"
    >
      {children}
    </article>
  );
}
