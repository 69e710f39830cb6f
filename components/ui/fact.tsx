import type { ReactNode } from 'react';
import { cx } from './cx';

const strengths = { danger: 'text-danger', warn: 'text-warn' } as const;
/**
 * The two sizes of what a page says at one look: a figure that matters, and words beside such figures. They go by the room that the
 * fact has, so that no figure breaks.
 */
const sizes = {
  figure: 'text-lg sm:@min-[11rem]:text-xl sm:@min-[15rem]:text-2xl',
  words: 'text-base sm:@min-[11rem]:text-lg',
} as const;

/** A price breaks before what it is for (`/month`) rather than within a word. */
const breakable = (value: ReactNode): ReactNode => {
  if (typeof value !== 'string' || !value.includes('/')) return value;
  const [amount, ...rest] = value.split('/');
  return (
    <>
      {amount}
      <wbr />/{rest.join('/')}
    </>
  );
};

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
    <div className="bg-surface @container min-w-0 px-4 py-3">
      <dt className="text-faint text-xs">{term}</dt>
      <dd className="mt-0.5">
        <span
          className={cx(
            'tabular block font-semibold break-words',
            sizes[size],
            strong && strengths[strong],
          )}
        >
          {breakable(value)}
        </span>
        {children ? (
          <span className="text-muted flex flex-wrap gap-x-3 text-sm">{children}</span>
        ) : null}
      </dd>
    </div>
  );
}

/**
 * What a page says at one look: `Fact`s in one row, on narrow screens two beside each other; five or more are in one row
 * only on a wide screen. It stands in a frame, or is `framed` itself.
 */
export function Facts({ framed, children }: { framed?: boolean; children: ReactNode }) {
  return (
    <dl
      className={cx(
        'facts bg-line grid grid-cols-2 gap-px overflow-hidden',
        framed ? 'border-line rounded-md border' : 'rounded-t-md',
      )}
    >
      {children}
    </dl>
  );
}

/** The frame of `Facts` and of what belongs to them: a thing at one look. @param label name of the region */
export function FactsFrame({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      aria-label={label}
      className="border-line bg-surface min-w-0 overflow-hidden rounded-md border"
    >
      {children}
    </section>
  );
}
