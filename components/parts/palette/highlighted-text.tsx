import { wordsOf } from './score';

/** Highlights the typed words in a text. */
export function HighlightedText({ text, q }: { text: string; q: string }) {
  const words = wordsOf(q).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (words.length === 0) return text;
  const parts = text.split(new RegExp(`(${words.join('|')})`, 'i'));
  return parts.map((part, index) =>
    index % 2 === 1 ? (
      <mark key={index} className="text-accent-text bg-transparent font-semibold underline">
        {part}
      </mark>
    ) : (
      part
    ),
  );
}
