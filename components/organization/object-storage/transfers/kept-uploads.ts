/**
 * Keeps uploads over a reload, with the handles of their files, in a database of the person. It is deleted at sign-out
 * (`lib/query/storage`). Where the browser has none, uploads last as long as the page.
 */
import { isViewIdentity } from '@/lib/contract/view-as';
import { transfersDatabase } from '@/lib/query/storage';
import type { KeptUpload } from './upload';

const table = 'uploads';
/** Milliseconds after which what has ended is taken away, many at once. */
const pause = 500;

const done = (of: IDBTransaction) =>
  new Promise<void>((resolve, reject) => {
    of.oncomplete = () => resolve();
    of.onerror = of.onabort = () => reject(of.error as Error);
  });

const answered = <T>(of: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    of.onsuccess = () => resolve(of.result);
    of.onerror = () => reject(of.error as Error);
  });

async function open(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(table, { keyPath: 'id' });
  return answered(request);
}

export interface Keeper {
  all: () => Promise<KeptUpload[]>;
  put: (kept: readonly KeptUpload[]) => Promise<void>;
  remove: (ids: readonly string[]) => void;
}

/** Opens what is kept for a person. What fails in it is left out: an upload goes on without being kept. */
export function makeKeeper(identity: string): Keeper {
  let opened: Promise<IDBDatabase | null> | null = null;
  const database = () =>
    (opened ??= isViewIdentity(identity)
      ? Promise.resolve(null)
      : open(transfersDatabase(identity)).then(
          (base) => {
            // Somebody signs out: what is written after that would stay.
            base.onversionchange = () => {
              base.close();
              opened = Promise.resolve(null);
            };
            return base;
          },
          () => null,
        ));
  const write = async (work: (store: IDBObjectStore) => void) => {
    const base = await database();
    if (!base) return;
    try {
      const change = base.transaction(table, 'readwrite');
      work(change.objectStore(table));
      await done(change);
    } catch {
      // The disk is full, or the database was deleted.
    }
  };
  const over = new Set<string>();
  const sweep = () => {
    const ids = [...over];
    over.clear();
    void write((store) => ids.forEach((id) => void store.delete(id)));
  };
  return {
    async all() {
      const base = await database();
      if (!base) return [];
      const store = base.transaction(table).objectStore(table);
      return answered(store.getAll() as IDBRequest<KeptUpload[]>).catch(() => []);
    },
    put: (kept) => write((store) => kept.forEach((each) => void store.put(each))),
    remove(ids) {
      if (over.size === 0) setTimeout(sweep, pause);
      for (const id of ids) over.add(id);
    },
  };
}
