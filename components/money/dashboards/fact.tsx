import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';

const strengths = { danger: 'text-danger', warn: 'text-warn' } as const;

interface FactProps {
  term: string;
  value: ReactNode;
  strong?: keyof typeof strengths | null;
  children: ReactNode;
}

/** One figure at the top of a page: its name, the figure, and what is to be said about it. */
export function Fact({ term, value, strong = null, children }: FactProps) {
  return (
    <div className="bg-surface min-w-0 px-4 py-3">
      <dt className="text-faint text-xs">{term}</dt>
      <dd className="mt-0.5">
        <span
          className={cx(
            'tabular block text-lg font-semibold break-words sm:text-xl lg:text-2xl',
            strong && strengths[strong],
          )}
        >
          {value}
        </span>
        <span className="text-muted flex flex-wrap gap-x-3 text-sm">{children}</span>
      </dd>
    </div>
  );
}
