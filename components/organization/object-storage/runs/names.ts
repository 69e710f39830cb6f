/** The names of what is copied, moved, renamed or made. */

/** `photo.jpg` and 2 make `photo (2).jpg`; only the last part of a key changes. */
export function besideName(key: string, number: number): string {
  const from = key.lastIndexOf('/', key.length - 2) + 1;
  const name = key.slice(from);
  const slash = name.endsWith('/') ? '/' : '';
  const bare = slash ? name.slice(0, -1) : name;
  const dot = bare.lastIndexOf('.');
  const end = dot > 0 && !slash ? dot : bare.length;
  return `${key.slice(0, from)}${bare.slice(0, end)} (${number})${bare.slice(end)}${slash}`;
}

/** Bytes that S3 allows in a key. */
export const keyBytes = 1024;

/** What is wrong with a new name. */
export type NameTrouble = 'empty' | 'slash' | 'tooLong' | 'broken';

/**
 * Checks the name of an object or folder.
 * @param folder the whole name of the folder that it stands in
 * @param nested whether slashes may make folders in it
 */
export function nameTrouble(folder: string, name: string, nested: boolean): NameTrouble | null {
  if (name === '' || (nested && /^\/*$/.test(name))) return 'empty';
  if (!nested && name.includes('/')) return 'slash';
  if (/\p{Surrogate}/u.test(name)) return 'broken';
  if (new TextEncoder().encode(folder + name).length >= keyBytes) return 'tooLong';
  return null;
}

/** The folder that is typed, with one slash at its end; empty for the top of a bucket. */
export const typedFolder = (typed: string): string =>
  typed === '' || typed.endsWith('/') ? typed : `${typed}/`;

/** The folder that something stands in: of `a/b/c.txt` and of `a/b/c/` it is `a/b/`. */
export const folderAround = (name: string): string =>
  name.slice(0, name.lastIndexOf('/', name.length - 2) + 1);
