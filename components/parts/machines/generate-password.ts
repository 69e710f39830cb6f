/** Makes passwords with the browser's secure random numbers, of letters and digits that don't look alike. */
const letters = 'abcdefghjkmnpqrstuvwxyz';
const kinds = [letters, letters.toUpperCase(), '23456789'] as const;
const all = kinds.join('');

/** A random number below `limit`. Every number is equally likely, which a plain remainder wouldn't give. */
function randomBelow(limit: number): number {
  const most = Math.floor(256 / limit) * limit;
  const bytes = new Uint8Array(1);
  do crypto.getRandomValues(bytes);
  while ((bytes[0] ?? 0) >= most);
  return (bytes[0] ?? 0) % limit;
}

/** Makes a password of `length` characters with small letters, capital letters and digits. */
export function generatePassword(length = 20): string {
  const pick = (from: string) => from[randomBelow(from.length)] ?? '';
  for (;;) {
    const made = Array.from({ length }, () => pick(all)).join('');
    if (kinds.every((kind) => [...made].some((each) => kind.includes(each)))) return made;
  }
}
