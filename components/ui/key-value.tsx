import type { ReactNode } from 'react';
import { cx } from './cx';
import { isolatedNode } from './foreign';

/** One fact: a term and its value. */
export interface Pair {
  term: ReactNode;
  value: ReactNode;
  /** In monospace, for addresses and ids. */
  mono?: boolean;
}

/** Shows the facts of a thing as a description list. */
export function KeyValue({ pairs, columns = 1 }: { pairs: readonly Pair[]; columns?: 1 | 2 }) {
  return (
    <dl className={cx('grid gap-x-8', columns === 2 && 'md:grid-cols-2')}>
      {pairs.map((pair, index) => (
        <div
          key={index}
          className="border-line grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-3 border-b py-1.5 last:border-b-0 sm:grid-cols-[minmax(7rem,11rem)_minmax(0,1fr)]"
        >
          <dt className="text-faint">{pair.term}</dt>
          <dd
            className={cx(
              'min-w-0 break-words [&_time]:whitespace-normal',
              pair.mono && 'tabular font-mono',
            )}
          >
            {isolatedNode(pair.value) ?? '–'}
          </dd>
        </div>
      ))}
    </dl>
  );
}
