/** Compares texts: texts that look the same to a person are equal. */

/** The form of a text for searching: without case, accents and other appearances (full width, ligatures). */
export function folded(text: string): string {
  if (/^[ -~]*$/.test(text)) return text.toLowerCase(); // the fast way, for nearly all rows of a long list
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replaceAll('ß', 'ss').replaceAll('ı', 'i');
}

/** The words of a search. */
export const searchWords = (q: string): string[] => folded(q).split(/\s+/).filter(Boolean);

/** The visible form of a text: composed, single spaces, without invisible characters. */
export const asSeen = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\p{Cf}|(?!\s)\p{Cc}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Whether the typed text looks equal to a name. */
export const sameAsSeen = (typed: string, name: string): boolean => asSeen(typed) === asSeen(name);

/** The places of words in a text, from and to, in the original text, which may have accents. */
export function foundAt(text: string, words: readonly string[]): [number, number][] {
  const from: number[] = [];
  let plain = '';
  let at = 0;
  for (const letter of text) {
    for (const each of folded(letter)) {
      plain += each;
      for (let unit = 0; unit < each.length; unit += 1) from.push(at);
    }
    at += letter.length;
  }
  from.push(text.length);
  const found = words.flatMap((word): [number, number][] => {
    const places: [number, number][] = [];
    for (let here = plain.indexOf(word); here >= 0 && word; here = plain.indexOf(word, here + 1)) {
      let end = here + word.length;
      // A following character that folds to nothing, such as a separate accent, belongs to the letter before it.
      while (end < plain.length && from[end] === from[end - 1]) end += 1;
      places.push([from[here] ?? 0, from[end] ?? text.length]);
    }
    return places;
  });
  return joined(found);
}

function joined(spans: readonly [number, number][]): [number, number][] {
  const all: [number, number][] = [];
  for (const [from, to] of [...spans].sort(([a], [b]) => a - b)) {
    const last = all.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else all.push([from, to]);
  }
  return all;
}
