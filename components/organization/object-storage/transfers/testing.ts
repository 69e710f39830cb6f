/** A store in memory, for tests of the engine. */
import { problem } from '@/lib/problem';
import type { UploadedPart } from '@/lib/storage/shapes';
import { makeTransfers, type Surroundings } from './engine';
import { smallest } from './part-plan';
import type { Chosen, KeptUpload, Target } from './upload';
import type { StorageWire } from './wire';

export const scope = { org: 'org' };
export const at = (key: string): Target => ({ scope, bucket: 'b', key });

/** A file of so many bytes, each of them told by its place. */
export function chosen(path: string, size: number, more: Partial<Chosen> = {}): Chosen {
  // A pattern whose length divides no part.
  const bytes = new Uint8Array(
    Buffer.alloc(size, Buffer.from(Array.from({ length: 251 }, (_, at) => at))),
  );
  const modified = 1_700_000_000_000;
  const file = new File([bytes], path.slice(path.lastIndexOf('/') + 1), { lastModified: modified });
  return { path, size, modified, type: '', file, ...more };
}

interface StoredPart extends UploadedPart {
  body: Uint8Array;
}

/** A call that a test watches, or lets fail. */
export interface Call {
  what: keyof StorageWire;
  key: string;
  number?: number;
}

/**
 * @param meet is told of each call before it is answered; what it throws fails it, and it may wait
 */
export function makeStore(meet: (call: Call) => Promise<void> | void = () => {}) {
  const objects = new Map<string, { body: Uint8Array; etag: string }>();
  const uploads = new Map<string, { key: string; parts: Map<number, StoredPart> }>();
  const calls: Call[] = [];
  let direct = false;
  let next = 0;
  let underWay = 0;
  let most = 0;
  async function call<T>(
    said: Call,
    signal: AbortSignal | null,
    work: () => T | Promise<T>,
  ): Promise<T> {
    calls.push(said);
    underWay += 1;
    most = Math.max(most, underWay);
    try {
      await Promise.race([
        (async () => {
          await Promise.resolve();
          await meet(said);
        })(),
        new Promise((_, reject) =>
          signal?.addEventListener('abort', () => reject(signal.reason as Error)),
        ),
      ]);
      signal?.throwIfAborted();
      return await work();
    } finally {
      underWay -= 1;
    }
  }
  const forgotten = () => problem('not_found', 404, 'Gone.', { storage: 'NoSuchUpload' });
  const exists = () => problem('conflict', 409, 'It exists.', { storage: 'PreconditionFailed' });
  const upload = (id: string) => {
    const found = uploads.get(id);
    if (!found) throw forgotten();
    return found;
  };
  const bytesOf = async (body: Blob) => new Uint8Array(await body.arrayBuffer());
  const keepPart = async (id: string, number: number, body: Blob) => {
    const bytes = await bytesOf(body);
    const etag = `"${number}-${bytes.length}-${bytes[0]}"`;
    upload(id).parts.set(number, { number, size: bytes.length, etag, body: bytes });
    return etag;
  };
  const wire: StorageWire = {
    find: (to, signal) =>
      call({ what: 'find', key: to.key }, signal, () => {
        const found = objects.get(to.key);
        return found ? { size: found.body.length, etag: found.etag } : null;
      }),
    putWhole: (to, _, { replace, again }, { body, signal, onProgress }) =>
      call({ what: 'putWhole', key: to.key }, signal, async () => {
        const bytes = await bytesOf(body);
        const there = objects.get(to.key);
        if (again && there && Buffer.compare(there.body, bytes) === 0) return;
        if (!replace && there) throw exists();
        onProgress(body.size);
        objects.set(to.key, { body: bytes, etag: 'whole' });
      }),
    putFolder: (to, signal) =>
      call({ what: 'putFolder', key: to.key }, signal, () => {
        objects.set(to.key, { body: new Uint8Array(), etag: 'folder' });
      }),
    begin: (to, _, signal) =>
      call({ what: 'begin', key: to.key }, signal, () => {
        const upload_id = `u${(next += 1)}`;
        uploads.set(upload_id, { key: to.key, parts: new Map() });
        return { upload_id, part_size: smallest, direct };
      }),
    parts: (to, ref, signal) =>
      call({ what: 'parts', key: to.key }, signal, () => [...upload(ref.upload_id).parts.values()]),
    putPart: (to, ref, number, { body, signal, onProgress }) =>
      call({ what: 'putPart', key: to.key, number }, signal, () => {
        onProgress(body.size);
        return keepPart(ref.upload_id, number, body);
      }),
    sign: (to, ref, numbers, signal) =>
      call({ what: 'sign', key: to.key }, signal, () => ({
        urls: numbers.map((number) => ({ number, url: `${ref.upload_id} ${number}` })),
        expires: new Date(Date.now() + 3_600_000).toISOString(),
      })),
    putOutside: (url, { body, signal }) => {
      const [id = '', number] = url.split(' ');
      return call({ what: 'putOutside', key: id, number: Number(number) }, signal, async () => ({
        status: 200,
        etag: await keepPart(id, Number(number), body),
      }));
    },
    complete: (to, ref, parts, replace, signal) =>
      call({ what: 'complete', key: to.key }, signal, () => {
        const joined = `${parts.map(({ etag }) => etag).join()}-${parts.length}`;
        if (!uploads.has(ref.upload_id) && objects.get(to.key)?.etag === joined) return;
        if (!replace && objects.has(to.key)) throw exists();
        const stored = upload(ref.upload_id).parts;
        const bodies = parts.map(({ number, etag }) => {
          const part = stored.get(number);
          if (part?.etag !== etag)
            throw problem('bad_input', 422, 'Parts.', { storage: 'InvalidPart' });
          return part.body;
        });
        const body = new Uint8Array(bodies.reduce((sum, each) => sum + each.length, 0));
        bodies.reduce((from, each) => (body.set(each, from), from + each.length), 0);
        objects.set(to.key, { body, etag: joined });
        uploads.delete(ref.upload_id);
      }),
    abort: (to, ref) =>
      call({ what: 'abort', key: to.key }, null, () => void uploads.delete(ref.upload_id)),
  };
  return {
    wire,
    objects,
    uploads,
    calls,
    /** How many calls of a kind were made. */
    made: (what: keyof StorageWire) => calls.filter((each) => each.what === what).length,
    /** The most that were under way at once. */
    most: () => most,
    letDirect: () => (direct = true),
  };
}

/** The engine over such a store, with the rest of the browser in memory. */
export function makeWorld(wire: StorageWire, more: Partial<Surroundings> = {}) {
  const kept = new Map<string, KeptUpload>();
  const transfers = makeTransfers({
    wire,
    tab: 'tab',
    keeper: {
      put: async (all) => all.forEach((each) => void kept.set(each.id, structuredClone(each))),
      remove: (ids) => ids.forEach((id) => kept.delete(id)),
    },
    lock: () => Promise.resolve({ release: () => {} }),
    reachable: () => Promise.resolve(),
    wait: () => Promise.resolve(),
    now: () => performance.now(),
    later: (work) => void setTimeout(work, 0),
    ...more,
  });
  /** Resolves once nothing goes on by itself. */
  const settled = () =>
    new Promise<void>((resolve) => {
      const look = () => {
        const { totals } = transfers.snapshot();
        if (totals.busy === 0 && totals.files + totals.dropped > 0) resolve();
        else setTimeout(look, 2);
      };
      setTimeout(look, 5);
    });
  return { transfers, kept, settled };
}

/** A promise that a test resolves. */
export function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}
