/**
 * The folders of a bucket. A store has none: a folder is what names have in common up to a slash. Where the store itself finds them
 * (with a linked key), only the names of the rows come from here.
 */

/** A line of a listing. */
export type Entry<Item extends { key: string } = { key: string }> =
  | { kind: 'folder'; prefix: string; name: string }
  | { kind: 'object'; key: string; name: string; item: Item };

/** The id of a line. A folder and an object may have one name. */
export const entryId = (entry: Entry): string =>
  entry.kind === 'folder' ? `folder ${entry.prefix}` : `object ${entry.key}`;

/**
 * What a name is called inside a folder: the rest of it. The object that stands for the folder itself has no rest, so it keeps its
 * last part.
 */
const within = (folder: string, name: string): string =>
  name.slice(folder.length) || name.slice(name.lastIndexOf('/', name.length - 2) + 1);

/** The line of a folder. @param prefix its whole name, with the slash at its end */
export const folderEntry = (folder: string, prefix: string): Entry<never> => ({
  kind: 'folder',
  prefix,
  name: within(folder, prefix),
});

/** The line of an object. */
export const objectEntry = <Item extends { key: string }>(
  folder: string,
  item: Item,
): Entry<Item> => ({ kind: 'object', key: item.key, name: within(folder, item.key), item });

/**
 * Lists what is in a folder, as a store does with the delimiter `/`: folders first, each once, then objects, both in the given order.
 * @param items the objects of the whole bucket
 * @param folder the folder's whole name with the slash at its end; empty for the top
 * @param start only names that begin so inside the folder
 */
export function listFolder<Item extends { key: string }>(
  items: readonly Item[],
  folder: string,
  start = '',
): Entry<Item>[] {
  const prefix = folder + start;
  const folders = new Set<string>();
  const objects: Entry<Item>[] = [];
  for (const item of items) {
    if (!item.key.startsWith(prefix)) continue;
    const slash = item.key.indexOf('/', prefix.length);
    if (slash < 0) objects.push(objectEntry(folder, item));
    else folders.add(item.key.slice(0, slash + 1));
  }
  return [...[...folders].map((each) => folderEntry(folder, each)), ...objects];
}

/** A step of the way to a folder. */
export interface Step {
  /** The folder's own part of the name, with its slash. */
  name: string;
  prefix: string;
}

/** The folders from the top to this one: `a//b/` has `a/`, `/` and `b/`. What stands after the last slash is left out. */
export function stepsTo(folder: string): Step[] {
  const steps: Step[] = [];
  let from = 0;
  for (let slash = folder.indexOf('/'); slash >= 0; slash = folder.indexOf('/', from)) {
    steps.push({ name: folder.slice(from, slash + 1), prefix: folder.slice(0, slash + 1) });
    from = slash + 1;
  }
  return steps;
}

/** The folder that a URL names: up to its last slash, since only that is a folder. */
export const folderOf = (prefix: string | null): string =>
  (prefix ?? '').slice(0, (prefix ?? '').lastIndexOf('/') + 1);
