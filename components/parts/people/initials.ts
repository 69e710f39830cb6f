/** The initials and the colour that stand for a picture. */

/** One or two letters of a name: those of its first and last word. Empty where it has none. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s\-_.@]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const first = (word: string | undefined) => /[\p{L}\p{N}]/u.exec(word ?? '')?.[0] ?? '';
  const letters = first(words[0]) + (words.length > 1 ? first(words.at(-1)) : '');
  return letters.toUpperCase();
}

/** The number of a name's colour, always the same for a name. */
export function colorOf(name: string, colors: number): number {
  let sum = 0;
  for (const char of name) sum = (Math.imul(sum, 31) + (char.codePointAt(0) ?? 0)) >>> 0;
  return sum % colors;
}
