import type { ReactNode } from 'react';
import { cx } from './cx';

const strengths = { danger: 'text-danger', warn: 'text-warn' } as const;
/** The two sizes of what a page says at one look: a figure that matters, and words beside such figures. */
const sizes = { figure: 'text-lg sm:text-xl lg:text-2xl', words: 'text-base sm:text-lg' } as const;

interface FactProps {
  term: ReactNode;
  value: ReactNode;
  size?: keyof typeof sizes;
  strong?: keyof typeof strengths | null;
  children?: ReactNode;
}

/** One of `Facts`: its name, the figure, and what is to be said about it. */
export function Fact({ term, value, size = 'figure', strong = null, children }: FactProps) {
  return (
    <div className="bg-surface min-w-0 px-4 py-3">
      <dt className="text-faint text-xs">{term}</dt>
      <dd className="mt-0.5">
        <span
          className={cx(
            'tabular block font-semibold break-words',
            sizes[size],
            strong && strengths[strong],
          )}
        >
          {value}
        </span>
        {children ? (
          <span className="text-muted flex flex-wrap gap-x-3 text-sm">{children}</span>
        ) : null}
      </dd>
    </div>
  );
}

/** What a page says at one look: `Fact`s in one row, on narrow screens two beside each other. It stands in a frame. */
export function Facts({ children }: { children: ReactNode }) {
  return (
    <dl className="bg-line grid grid-cols-2 gap-px overflow-hidden rounded-t-md lg:auto-cols-fr lg:grid-flow-col lg:grid-cols-none [&>:last-child:nth-child(odd)]:max-lg:col-span-2">
      {children}
    </dl>
  );
}
