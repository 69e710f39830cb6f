/** Estimates how hard a password is to guess. It guides the person while they type, and refuses nothing. */

export type Strength = 'short' | 'weak' | 'fair' | 'strong';

/** The fewest characters that the provider accepts. */
export const minLength = 8;

const common =
  /^(password|passw0rd|sandi|katasandi|rahasia|indonesia|qwerty|asdfgh|bismillah|sayang|admin|letmein)/i;

/** Counts distinct characters. A run such as `aaaa` or `1234` counts as one. */
function countDistinct(password: string): number {
  const seen = new Set<string>();
  let before = Number.NaN;
  for (const character of password) {
    const code = character.codePointAt(0) ?? 0;
    if (Math.abs(code - before) > 1) seen.add(character.toLowerCase());
    before = code;
  }
  return seen.size;
}

const countKinds = (password: string) =>
  [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(password)).length;

/**
 * Estimates the strength of a password.
 * @param own names of the person; a password made of them is weak
 */
export function strengthOf(password: string, own: readonly string[] = []): Strength {
  if (password.length < minLength) return 'short';
  const lower = password.toLowerCase();
  const guessable =
    common.test(password) ||
    own.some((word) => word.length >= 3 && lower.includes(word.toLowerCase()));
  const distinct = countDistinct(password);
  if (distinct < 5) return 'weak';
  if (guessable) return password.length >= 16 ? 'fair' : 'weak';
  if (password.length >= 16 && distinct >= 8) return 'strong';
  const reach = password.length + 2 * countKinds(password);
  return reach >= 18 ? 'strong' : reach >= 13 ? 'fair' : 'weak';
}
