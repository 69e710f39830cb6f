/** How well an entry matches the typed text. */
import { folded, searchWords as wordsOf } from '@/lib/format/compare-text';
import type { Entry, Group } from './entry';

export { searchWords as wordsOf } from '@/lib/format/compare-text';

type Searched = Pick<Entry, 'label' | 'detail' | 'words' | 'also'>;

function scoreWord(entry: Searched, word: string): number {
  const { label, detail = '' } = entry;
  const words = [...(entry.words ?? []), ...(entry.also ?? [])];
  const name = folded(label);
  if (name === word) return 6;
  if (words.some((each) => folded(each) === word)) return 6;
  if (name.startsWith(word)) return 5;
  if (name.split(/[\s\-_.:]+/).some((part) => part.startsWith(word))) return 4;
  if (name.includes(word)) return 3;
  if (words.some((each) => folded(each).startsWith(word))) return 3;
  if (words.some((each) => folded(each).includes(word))) return 2;
  return folded(detail).includes(word) ? 1 : 0;
}

/** 0 if a word isn't found; higher if a field begins with it. Without typed words every entry matches. */
export function score(entry: Searched, q: string): number {
  const scores = wordsOf(q).map((word) => scoreWord(entry, word));
  if (scores.includes(0)) return 0;
  return scores.length === 0 ? 1 : scores.reduce((sum, each) => sum + each, 0) / scores.length;
}

/** The most entries of a group that are shown. People type more to find others. */
export const mostShown = 8;

/** The matching entries, best first. Groups are ordered by their best entry; empty groups are left out. */
export function search(groups: readonly Group[], q: string): Group[] {
  if (wordsOf(q).length === 0) return groups.filter(({ entries }) => entries.length > 0);
  return groups
    .map((group) => {
      const scored = group.entries
        .map((entry) => ({ entry, points: score(entry, q) }))
        .filter(({ points }) => points > 0)
        .sort((a, b) => b.points - a.points)
        .slice(0, mostShown);
      const entries = scored.map(({ entry }) => entry);
      return { group: { ...group, entries }, best: scored[0]?.points ?? 0 };
    })
    .filter(({ best }) => best > 0)
    .sort((a, b) => b.best - a.best)
    .map(({ group }) => group);
}
