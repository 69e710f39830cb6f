import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';

/**
 * A part of a page that opens on a click, with a heading of level 2. `figure` says the most important thing of it while it is closed.
 * It is plain HTML: it works before any code has loaded, a search in the page opens it, and paper shows it whole.
 */
export function FoldedPanel({
  title,
  figure,
  description,
  flush,
  children,
}: {
  title: ReactNode;
  figure?: ReactNode;
  /** Shown once it is open. */
  description?: ReactNode;
  /** Lets a table reach the border. */
  flush?: boolean;
  children: ReactNode;
}) {
  return (
    <details className="group border-line bg-surface min-w-0 rounded-md border">
      <summary className="hover:bg-hover flex cursor-pointer list-none items-center gap-2 rounded-md px-4 py-2.5">
        <ChevronRight
          aria-hidden
          className="text-faint size-4 shrink-0 transition-transform group-open:rotate-90"
        />
        {/* Where both don't fit one line, the figure stands below the heading. */}
        <span className="flex min-w-0 grow flex-wrap items-baseline justify-between gap-x-4">
          <h2 className="text-base">{title}</h2>
          {figure ? <span className="text-muted tabular min-w-0 text-sm">{figure}</span> : null}
        </span>
      </summary>
      <div className="border-line border-t">
        {description ? <p className="text-faint px-4 pt-2.5 text-sm">{description}</p> : null}
        <div className={flush ? 'md:[&_tr>:first-child]:pl-4 md:[&_tr>:last-child]:pr-4' : 'p-4'}>
          {children}
        </div>
      </div>
    </details>
  );
}
