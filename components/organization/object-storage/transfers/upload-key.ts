/** The keys that files get. Names are kept exactly; what can't be a key is refused by itself. */

/** Why a name can't be a key. */
export type KeyTrouble = 'long' | 'broken';

/** The most bytes of UTF-8 of a key. */
export const mostKeyBytes = 1024;

/** @returns null for a key that a store takes */
export function keyTrouble(key: string): KeyTrouble | null {
  // Half a surrogate pair has no UTF-8: it would be stored under another name.
  if (/[\uD800-\uDFFF]/u.test(key)) return 'broken';
  return new TextEncoder().encode(key).byteLength > mostKeyBytes ? 'long' : null;
}

/** The folder of a key, up to its last slash. */
export const folderOfKey = (key: string): string => key.slice(0, key.lastIndexOf('/') + 1);

/** Puts a number before the last dot of a key's name: `a/b (1).txt`. A dot at the beginning is part of the name. */
function numbered(key: string, number: number): string {
  const name = key.slice(key.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  const end = dot > 0 ? name.slice(dot) : '';
  return `${key.slice(0, key.length - end.length)} (${number})${end}`;
}

/** A key like this one that isn't taken: `a/b (1).txt`, `a/b (2).txt`, … */
export function freeKey(key: string, taken: (key: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    const free = numbered(key, number);
    if (!taken(free)) return free;
  }
}
