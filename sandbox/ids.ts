/** Makes ids and names: random ones, and fixed ones for data that is part of the program. */
import { createHash, randomInt } from 'node:crypto';

/** Always the same UUID for a name, so that catalogues and prices have the same ids in every data directory. */
export function fixedUuid(name: string): string {
  const hex = createHash('sha256').update(`nusa sandbox ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const letters = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Random lower-case text without characters that look alike. */
export function randomText(length: number): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join('');
}

/** A unique slug for a name: `Toko Daring` → `toko-daring-x7k2m9pa`. */
export function slugOf(name: string): string {
  const base = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  return `${base || 'group'}-${randomText(8)}`;
}
