/** How well a password stands up to guessing, roughly: guidance while typing, never a rule. */

export type Strength = 'short' | 'weak' | 'fair' | 'strong';

/** The shortest that the provider takes. */
export const shortest = 8;

const common =
  /^(password|passw0rd|sandi|katasandi|rahasia|indonesia|qwerty|asdfgh|bismillah|sayang|admin|letmein)/i;

/** Distinct characters, where a run such as `aaaa` or `1234` counts as one. */
function substance(password: string): number {
  const seen = new Set<string>();
  let before = Number.NaN;
  for (const character of password) {
    const code = character.codePointAt(0) ?? 0;
    if (Math.abs(code - before) > 1) seen.add(character.toLowerCase());
    before = code;
  }
  return seen.size;
}

const kinds = (password: string) =>
  [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(password)).length;

/** @param own what the person is called; a password made of it is weak */
export function strengthOf(password: string, own: readonly string[] = []): Strength {
  if (password.length < shortest) return 'short';
  const lower = password.toLowerCase();
  const guessable =
    common.test(password) ||
    own.some((word) => word.length >= 3 && lower.includes(word.toLowerCase()));
  const distinct = substance(password);
  if (distinct < 5) return 'weak';
  if (guessable) return password.length >= 16 ? 'fair' : 'weak';
  if (password.length >= 16 && distinct >= 8) return 'strong';
  const reach = password.length + 2 * kinds(password);
  return reach >= 18 ? 'strong' : reach >= 13 ? 'fair' : 'weak';
}
