/** Finds the objects that selected lines stand for: objects as they are, and all that is in folders. */
import type { ListedObject, Listing } from '@/lib/storage/listing';
import type { ObjectRow } from '../object-columns';
import { patiently } from './run';

/** So many objects are copied or moved at most at a time, and sorted. */
export const mostObjects = 100_000;

export interface Found {
  objects: FoundObject[];
  /** Bytes. */
  size: number;
  /** Whether there are more than the limit. */
  more: boolean;
}

export type FoundObject = Pick<ListedObject, 'key' | 'size' | 'etag'>;

/**
 * @param read reads a page of all that is under a prefix, also in the folders in it
 * @param tell called with the number of objects after each page
 * @throws ProblemError; the signal's reason
 */
export async function findObjects(
  rows: readonly ObjectRow[],
  read: (prefix: string, token: string, signal: AbortSignal) => Promise<Listing>,
  signal: AbortSignal,
  tell: (count: number) => void,
  most = mostObjects,
): Promise<Found> {
  const objects: FoundObject[] = [];
  let size = 0;
  const add = (object: FoundObject) => {
    objects.push(object);
    size += object.size;
  };
  for (const row of rows) {
    if (row.kind === 'object') {
      add({ key: row.key, size: row.item.size ?? 0, etag: row.item.etag });
      continue;
    }
    let token: string | null = '';
    while (token !== null) {
      if (objects.length > most) return { objects: objects.slice(0, most), size, more: true };
      signal.throwIfAborted();
      const at: string = token;
      const page: Listing = await patiently(() => read(row.prefix, at, signal));
      page.objects.forEach(add);
      tell(objects.length);
      token = page.next;
    }
  }
  return { objects: objects.slice(0, most), size, more: objects.length > most };
}
