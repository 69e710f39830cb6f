import type { ReactNode } from 'react';
import { Foreign } from './foreign';

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

/** What the document is, its number and its state: on paper alone, since the head of the page says it on a screen. */
export function PaperTitle({
  kind,
  number,
  state,
}: {
  kind: string;
  number: string;
  state: string;
}) {
  return (
    <div className="hidden print:block">
      <p className="text-faint text-sm">{kind}</p>
      <h2 className="text-lg break-all">
        <Foreign text={number} />
      </h2>
      <p>{state}</p>
    </div>
  );
}
