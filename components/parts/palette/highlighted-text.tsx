import { isolatedNode } from '@/components/ui/foreign';
import { foundAt } from '@/lib/format/compare-text';
import { isTurning } from '@/lib/intl/foreign';
import { wordsOf } from './score';

/** Text with what was typed marked in it, with its accents. */
export function HighlightedText({ text, q }: { text: string; q: string }) {
  const spans = foundAt(text, wordsOf(q));
  if (spans.length === 0) return isolatedNode(text);
  const parts = spans.flatMap(([from, to], index) => [
    text.slice(spans[index - 1]?.[1] ?? 0, from),
    <mark key={from} className="text-accent-text bg-transparent font-semibold underline">
      {text.slice(from, to)}
    </mark>,
  ]);
  const shown = [...parts, text.slice(spans.at(-1)?.[1])];
  return isTurning(text) ? <bdi>{shown}</bdi> : shown;
}
