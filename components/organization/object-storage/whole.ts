/** Reads a whole folder and sorts it, in pieces: a hundred thousand lines must not keep the browser busy. It knows nothing of the screen. */
import type { Listing } from '@/lib/storage/listing';
import { folderEntry, objectEntry } from './folders';
import type { ObjectRow } from './object-columns';
import { stored } from './object-info';
import { mostObjects } from './runs/find';
import { patiently } from './runs/run';

export interface Whole {
  /** Folders first, in the store's order. */
  rows: readonly ObjectRow[];
  /** Whether the limit left lines out. */
  more: boolean;
}

/**
 * Reads all lines of a folder, up to the limit.
 * @param read reads a page
 * @param tell called with the number of lines after each page
 * @throws ProblemError; what an aborted read throws
 */
export async function readWhole(
  folder: string,
  read: (token: string, signal: AbortSignal) => Promise<Listing>,
  signal: AbortSignal,
  tell: (count: number) => void,
  most = mostObjects,
): Promise<Whole> {
  const folders: ObjectRow[] = [];
  const objects: ObjectRow[] = [];
  let token: string | null = '';
  while (token !== null && folders.length + objects.length < most) {
    const at: string = token;
    const page: Listing = await patiently(() => read(at, signal));
    signal.throwIfAborted();
    for (const prefix of page.prefixes) folders.push(folderEntry(folder, prefix));
    for (const object of page.objects) objects.push(objectEntry(folder, stored(object)));
    token = page.next;
    tell(folders.length + objects.length);
  }
  return { rows: [...folders, ...objects], more: token !== null };
}

type Compare<T> = (a: T, b: T) => number;
type Pause = () => Promise<void>;

/** Lines that are sorted at a stretch: a few milliseconds. */
const atOnce = 4096;

async function merged<T>(a: readonly T[], b: readonly T[], compare: Compare<T>, pause: Pause) {
  const all: T[] = [];
  let [left, right] = [0, 0];
  while (left < a.length && right < b.length) {
    const [one, two] = [a[left] as T, b[right] as T];
    const first = compare(one, two) <= 0;
    all.push(first ? one : two);
    if (first) left += 1;
    else right += 1;
    if (all.length % (4 * atOnce) === 0) await pause();
  }
  while (left < a.length) all.push(a[left++] as T);
  while (right < b.length) all.push(b[right++] as T);
  return all;
}

/** Sorts like `toSorted`, and lets the browser do other things in between. */
export async function sortInPieces<T>(
  items: readonly T[],
  compare: Compare<T>,
  pause: Pause,
): Promise<T[]> {
  let parts: T[][] = [];
  for (let at = 0; at < items.length; at += atOnce) {
    parts.push(items.slice(at, at + atOnce).sort(compare));
    await pause();
  }
  while (parts.length > 1) {
    const next: T[][] = [];
    for (let at = 0; at < parts.length; at += 2) {
      const [a, b] = [parts[at] as T[], parts[at + 1]];
      next.push(b ? await merged(a, b, compare, pause) : a);
      await pause();
    }
    parts = next;
  }
  return parts[0] ?? [];
}

/** What a folder can be sorted by. */
export type SortBy = 'name' | 'size' | 'modified';
export interface FolderSort {
  by: SortBy;
  desc: boolean;
}

const valueOf = (row: ObjectRow, by: 'size' | 'modified'): number | string | null =>
  row.kind === 'object' ? row.item[by] : null;

/** Sorts lines: folders come first, and have neither size nor time. Equal lines keep the store's order, and what has no value comes last. */
export async function sortRows(
  rows: readonly ObjectRow[],
  { by, desc }: FolderSort,
  pause: Pause,
): Promise<readonly ObjectRow[]> {
  const folders = rows.filter(({ kind }) => kind === 'folder');
  const objects = rows.filter(({ kind }) => kind === 'object');
  if (by === 'name') return desc ? [...folders.reverse(), ...objects.reverse()] : rows;
  const turn = desc ? -1 : 1;
  const compare = (a: ObjectRow, b: ObjectRow): number => {
    const [one, two] = [valueOf(a, by), valueOf(b, by)];
    if (one === two) return 0;
    if (one === null || two === null) return one === null ? 1 : -1;
    return one < two ? -turn : turn;
  };
  return [...folders, ...(await sortInPieces(objects, compare, pause))];
}
