/** A password made in the browser, for a machine's first user. */

/** Nothing that looks like something else, nothing that a shell or a keyboard layout would turn into something else. */
const kinds = ['abcdefghjkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789', '-_.'] as const;
const all = kinds.join('');

/** An even choice of `count` possibilities out of the platform's randomness. */
function draw(count: number): number {
  const limit = 256 - (256 % count);
  for (;;) {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < limit) return byte % count;
  }
}

const pick = (from: string) => from.charAt(draw(from.length));

/** A password of `length` characters (8 or more), each kind of character in it; about 5.8 bits a character. */
export function makePassword(length = 20): string {
  const characters = [
    ...kinds.map(pick),
    ...Array.from({ length: length - kinds.length }, () => pick(all)),
  ];
  for (let at = characters.length - 1; at > 0; at -= 1) {
    const other = draw(at + 1);
    [characters[at], characters[other]] = [characters[other] ?? '', characters[at] ?? ''];
  }
  // A leading hyphen reads as an option on a command line.
  const [first = ''] = characters;
  return /[a-zA-Z\d]/.test(first) ? characters.join('') : makePassword(length);
}
