/** How texts are compared: what a person sees as one is one. */

/** For searching: without case, accents and what only looks another way (full width, ligatures). */
export function folded(text: string): string {
  if (/^[ -~]*$/.test(text)) return text.toLowerCase(); // nearly all of a long list
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replaceAll('ß', 'ss').replaceAll('ı', 'i');
}

/** The words that somebody searches for. */
export const searchWords = (q: string): string[] => folded(q).split(/\s+/).filter(Boolean);

/** As a page shows it: composed, white space once, without what can't be seen or typed. */
export const asSeen = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\p{Cf}|(?!\s)\p{Cc}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Whether what was typed is a name, as far as anybody can see. */
export const sameAsSeen = (typed: string, name: string): boolean => asSeen(typed) === asSeen(name);

/** Where words stand in a text, from and to, in its own letters; they may stand there with accents. */
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
      // What follows and folds to nothing, an accent of its own, belongs to the letter before it.
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
