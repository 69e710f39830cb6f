import type { ReactNode } from 'react';

/** Figures of money in a row: each a term over its value. */
export function Facts({
  facts,
}: {
  facts: readonly { term: string; value: ReactNode; note?: string }[];
}) {
  return (
    <dl className="flex flex-wrap gap-x-10 gap-y-2">
      {facts.map(({ term, value, note }) => (
        <div key={term}>
          <dt className="text-faint text-sm">{term}</dt>
          <dd className="tabular text-lg">{value}</dd>
          {note ? <dd className="text-muted text-sm">{note}</dd> : null}
        </div>
      ))}
    </dl>
  );
}
