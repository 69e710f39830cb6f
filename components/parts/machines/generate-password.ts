/** A password by the browser's own randomness: letters and digits that can't be mistaken for one another. */
const letters = 'abcdefghjkmnpqrstuvwxyz';
const kinds = [letters, letters.toUpperCase(), '23456789'] as const;
const all = kinds.join('');

/** A number below `limit`, without the bias of a plain remainder. */
function below(limit: number): number {
  const most = Math.floor(256 / limit) * limit;
  const bytes = new Uint8Array(1);
  do crypto.getRandomValues(bytes);
  while ((bytes[0] ?? 0) >= most);
  return (bytes[0] ?? 0) % limit;
}

/** Twenty characters, small and capital letters and digits among them. */
export function generatePassword(length = 20): string {
  const pick = (from: string) => from[below(from.length)] ?? '';
  for (;;) {
    const made = Array.from({ length }, () => pick(all)).join('');
    if (kinds.every((kind) => [...made].some((each) => kind.includes(each)))) return made;
  }
}
