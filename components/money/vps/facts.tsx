import type { ReactNode } from 'react';
import { Fact, Facts as Row } from '@/components/ui/fact';

/** Figures of money in a row: each a term over its value. */
export function Facts({
  facts,
}: {
  facts: readonly { term: string; value: ReactNode; note?: string }[];
}) {
  return (
    <Row framed>
      {facts.map(({ term, value, note }) => (
        <Fact key={term} term={term} value={value}>
          {note}
        </Fact>
      ))}
    </Row>
  );
}
