/**
 * Uploads of a page, for as long as it is open. Plain TypeScript: what it needs of the browser is handed in. No error ends an
 * upload at the store; only `cancel` does. What is shown is read by `snapshot`, which changes at most at each tick.
 */
import { freeKey, keyTrouble } from './upload-key';
import { matching, nameOf } from './match';
import { beginAnew, partsAtOnce, sendUpload } from './send-upload';
import { makeSlots } from './slots';
import { makeSpeed } from './speed';
import { summary, type Totals } from './totals';
import {
  isBusy,
  isEnded,
  keptOf,
  makeUpload,
  refOf,
  sentOf,
  targetId,
  viewOf,
  type Chosen,
  type KeptUpload,
  type Target,
  type Upload,
  type UploadView,
  type Why,
} from './upload';
import { backoff, verdictOn } from './verdict';
import type { StorageWire } from './wire';

/** Requests of all uploads that are under way at once. */
export const requestsAtOnce = 6;
/** Uploads that are open at once, those included that wait to be tried again. */
const mostOpen = 12;
/** Milliseconds between two changes of what is shown. */
const tickEvery = 150;

/** Holds a key for one tab. */
export interface KeyLock {
  release: () => void;
}

/** What the engine needs of the browser. */
export interface Surroundings {
  wire: StorageWire;
  /** The name of this tab, under which uploads are kept. */
  tab: string;
  /** Keeps uploads over a reload; the promise of `put` settles once it is kept. */
  keeper: {
    put: (kept: readonly KeptUpload[]) => Promise<void>;
    remove: (ids: readonly string[]) => void;
  };
  /** Takes a key for this tab; null if another one has it. With `steal` it is taken from it. */
  lock: (id: string, options: { steal: boolean; onLost: () => void }) => Promise<KeyLock | null>;
  /** Resolves once the network is there and the console answers. */
  reachable: (signal: AbortSignal) => Promise<void>;
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Milliseconds by a clock that doesn't jump. */
  now: () => number;
  /** Runs after so many milliseconds. */
  later: (work: () => void, milliseconds: number) => void;
}

/** What is shown of all uploads. */
export interface Snapshot {
  /** The uploads in the order in which they are shown: what is going on, what waits, what has ended. */
  ids: readonly string[];
  totals: Totals;
}

/** What to do with a name that exists. */
export type OnExisting = 'replace' | 'skip' | 'both';

/** A file that is added. */
export interface Added {
  target: Target;
  chosen: Chosen;
  replace: boolean;
}

export interface Transfers {
  /** Adds files. Of a key that is under way already, the file is taken as the one that it needs. @returns how many were added */
  add: (files: readonly Added[]) => number;
  /** Brings back what was kept before the page was loaded anew. */
  restore: (kept: readonly KeptUpload[]) => void;
  /** Goes on with an upload that this browser doesn't know. */
  adopt: (target: Target, chosen: Chosen, uploadId: string, partSize: number) => void;
  /** Gives uploads the files that they need, matched by name, size and time. @returns the ids that got one */
  supply: (files: readonly Chosen[], only?: string) => string[];
  pause: (ids?: readonly string[]) => void;
  /** Goes on with what is paused, stopped or waits to be tried again. */
  resume: (ids?: readonly string[]) => void;
  /** Takes an upload from the other tab that has its key. */
  takeOver: (id: string) => void;
  /** Ends uploads, at the store too. */
  cancel: (ids?: readonly string[]) => Promise<void>;
  /** Decides about the uploads whose names exist. */
  decide: (how: OnExisting, ids?: readonly string[]) => void;
  /** Takes away what has ended. */
  clear: () => void;
  get: (id: string) => Upload | undefined;
  view: (id: string) => UploadView | undefined;
  /** The upload with this id at the store, if this page knows it. */
  byUploadId: (uploadId: string) => UploadView | undefined;
  snapshot: () => Snapshot;
  subscribe: (listener: () => void) => () => void;
  /** Hears of each upload that is done, also of those that were done before. */
  onDone: (listener: (target: Target) => void) => () => void;
}

const empty: Snapshot = { ids: [], totals: summary([], null) };

let count = 0;
/** An id that no other tab gives. */
const newId = (tab: string) => `${tab}-${(count += 1)}`;

export function makeTransfers(around: Surroundings): Transfers {
  const { wire, keeper, tab } = around;
  const uploads = new Map<string, Upload>();
  /** The uploads by their targets, those that haven't ended. */
  const byTarget = new Map<string, Upload>();
  const waiting = new Set<Upload>();
  const open = new Set<Upload>();
  const slots = makeSlots(requestsAtOnce);
  const speed = makeSpeed();
  const listeners = new Set<() => void>();
  const doneListeners = new Set<(target: Target) => void>();
  let views = new Map<string, UploadView>();
  let snapshot = empty;
  let moved = false; // an upload has another state, so the order may be another
  let ticking = false;
  /** How many uploads wait for the network or the console. */
  let away = 0;
  let delivered = 0;

  // ── what is shown ──
  const tick = () => {
    ticking = false;
    const all = [...uploads.values()];
    speed.note(around.now(), delivered + sentNow());
    for (const upload of open) upload.speed.note(around.now(), sentOf(upload));
    const totals = summary(all, open.size > 0 && away === 0 ? speed.current() : null);
    const ids = moved ? inOrder(all).map(({ id }) => id) : snapshot.ids;
    moved = false;
    snapshot = { ids, totals };
    for (const listener of listeners) listener();
    if (open.size > 0) later(); // speeds change although nothing happens
  };
  const later = () => {
    if (ticking) return;
    ticking = true;
    around.later(tick, tickEvery);
  };
  const sentNow = () => {
    let sent = 0;
    for (const upload of open) sent += sentOf(upload);
    return sent;
  };
  const changed = (upload: Upload) => {
    views.delete(upload.id);
    later();
  };
  const set = (upload: Upload, state: Upload['state'], why: Why | null = null) => {
    Object.assign(upload, { state, why });
    moved = true;
    changed(upload);
  };
  const keep = async (upload: Upload) => {
    if (!isEnded(upload.state)) await keeper.put([keptOf(upload)]);
  };

  // ── sending ──
  const end = (upload: Upload, state: 'done' | 'cancelled' | 'skipped') => {
    set(upload, state);
    upload.leaving.clear();
    upload.file = null; // 10,000 of them would be held for as long as the page is open
    if (byTarget.get(targetId(upload.target)) === upload) byTarget.delete(targetId(upload.target));
    keeper.remove([upload.id]);
    if (state === 'done') for (const listener of doneListeners) listener(upload.target);
  };

  /** Waits as a verdict says. @returns whether the upload goes on */
  const after = async (upload: Upload, error: unknown, attempt: number, signal: AbortSignal) => {
    const verdict = verdictOn(error);
    switch (verdict.next) {
      case 'nothing':
        return false;
      case 'again':
        return true;
      case 'anew':
        beginAnew(upload);
        upload.anew = true;
        await keep(upload);
        return true;
      case 'reach':
        set(upload, 'retrying', verdict.why);
        away += 1;
        await around.reachable(signal).finally(() => (away -= 1));
        return true;
      case 'wait':
        set(upload, 'retrying', verdict.why);
        await around.wait(
          Math.max(verdict.seconds * 1000, backoff(attempt, Math.random())),
          signal,
        );
        return true;
      case 'stop':
        if (verdict.why.what === 'exists' && upload.keepBoth) return renamed(upload);
        set(upload, 'stopped', verdict.why);
        return false;
      case 'need-file':
        upload.file = null;
        set(upload, 'needs-file', verdict.why);
        return false;
    }
  };

  /** Gives an upload a name that nothing has by what this page knows. Parts that were sent under the old name are dropped. */
  const renamed = async (upload: Upload) => {
    const { target } = upload;
    const ref = refOf(upload);
    if (ref) void wire.abort(target, ref).catch(() => {}); // it stays listed as unfinished
    byTarget.delete(targetId(target));
    const key = freeKey(target.key, (free) => tried.has(targetId({ ...target, key: free })));
    upload.target = { ...target, key };
    tried.add(targetId(upload.target));
    byTarget.set(targetId(upload.target), upload);
    beginAnew(upload);
    await keep(upload);
    return true;
  };
  /** Names that were tried and exist, or are somebody's here. */
  const tried = new Set<string>();

  const attemptAll = async (upload: Upload, signal: AbortSignal) => {
    for (let attempt = 0; ; attempt += 1) {
      const before = upload.stored;
      try {
        set(upload, 'uploading');
        await sendUpload(upload, { wire, slots, keep, changed }, signal);
        signal.throwIfAborted();
        delivered += upload.source.size;
        end(upload, 'done');
        return;
      } catch (error) {
        if (upload.stored > before) attempt = 0;
        if (signal.aborted || !(await after(upload, error, attempt, signal))) return;
        signal.throwIfAborted();
      }
    }
  };

  const run = async (upload: Upload) => {
    const { steal } = upload;
    upload.steal = false;
    const control = new AbortController();
    upload.control = control;
    open.add(upload);
    const onLost = () => {
      if (isEnded(upload.state)) return;
      set(upload, 'stopped', { what: 'taken' });
      control.abort();
    };
    let lock: KeyLock | null = null;
    try {
      set(upload, 'uploading');
      lock = await around.lock(targetId(upload.target), { steal, onLost });
      if (control.signal.aborted) return;
      if (!lock) return set(upload, 'stopped', { what: 'elsewhere' });
      await attemptAll(upload, control.signal);
    } catch (error) {
      if (!control.signal.aborted) {
        set(upload, 'paused'); // a defect of ours loses nothing
        throw error;
      }
    } finally {
      lock?.release();
      if (upload.control === control) upload.control = null;
      open.delete(upload);
      later();
      pump();
    }
  };

  /** Opens uploads as long as there is room for their requests. */
  const pump = () => {
    if (away > 0) return;
    let wanted = 0;
    for (const { state, source, stored, partSize, uploadId } of open)
      if (state !== 'retrying')
        wanted +=
          uploadId === null
            ? 1
            : Math.max(1, Math.min(partsAtOnce, Math.ceil((source.size - stored) / partSize)));
    for (const upload of waiting) {
      if (wanted >= requestsAtOnce || open.size >= mostOpen) return;
      if (open.has(upload)) continue; // what was stopped has still to end
      waiting.delete(upload);
      wanted += 1;
      void run(upload);
    }
  };

  /** Lets an upload wait for its turn. */
  const enqueue = (upload: Upload) => {
    if (!upload.file && !upload.source.folder) return set(upload, 'needs-file');
    set(upload, 'waiting');
    waiting.add(upload);
  };

  const halt = (upload: Upload) => {
    waiting.delete(upload);
    upload.control?.abort();
    upload.leaving.clear();
  };

  const those = (ids: readonly string[] | undefined): Upload[] =>
    ids === undefined ? [...uploads.values()] : ids.flatMap((id) => uploads.get(id) ?? []);

  const insert = (upload: Upload) => {
    uploads.set(upload.id, upload);
    byTarget.set(targetId(upload.target), upload);
    tried.add(targetId(upload.target));
    moved = true;
  };

  /** Whether the upload has a file by now, taken from what was chosen. */
  const give = (upload: Upload, chosen: Chosen): boolean => {
    if (!chosen.file || upload.source.folder) return false;
    upload.file = chosen.file;
    upload.handle = chosen.handle ?? upload.handle;
    enqueue(upload);
    return true;
  };

  return {
    add(files) {
      const fresh: Upload[] = [];
      let added = 0;
      for (const { target, chosen, replace } of files) {
        const there = byTarget.get(targetId(target));
        if (there) {
          if (there.state === 'needs-file' && matching(there.source, chosen).length === 0) {
            give(there, chosen);
            added += 1;
          }
          continue;
        }
        const { file, handle, ...source } = chosen;
        const upload = makeUpload(
          {
            id: newId(tab),
            tab,
            target,
            source,
            ...(handle ? { handle } : {}),
            uploadId: null,
            partSize: 0,
            direct: false,
            replace,
            made: null,
          },
          file,
        );
        insert(upload);
        added += 1;
        const trouble = keyTrouble(target.key);
        if (trouble) {
          set(upload, 'stopped', { what: trouble });
          continue;
        }
        enqueue(upload);
        fresh.push(upload);
      }
      void keeper.put(fresh.map(keptOf));
      later();
      pump();
      return added;
    },
    restore(kept) {
      for (const each of kept) {
        if (uploads.has(each.id) || byTarget.has(targetId(each.target))) continue;
        const upload = makeUpload({ ...each, tab }, null);
        insert(upload);
        if (upload.source.folder) enqueue(upload);
        else set(upload, 'needs-file');
      }
      void keeper.put(kept.map((each) => ({ ...each, tab })));
      pump();
      later();
    },
    adopt(target, chosen, uploadId, partSize) {
      const { file, handle, ...source } = chosen;
      const upload = makeUpload(
        {
          id: newId(tab),
          tab,
          target,
          source,
          ...(handle ? { handle } : {}),
          uploadId,
          partSize,
          direct: false,
          replace: false,
          made: null,
        },
        file,
      );
      insert(upload);
      enqueue(upload);
      void keep(upload);
      pump();
    },
    supply(files, only) {
      const needing = those(only === undefined ? undefined : [only]).filter(
        ({ state }) => state === 'needs-file',
      );
      const byName = new Map<string, Chosen[]>();
      for (const each of files) {
        const named = byName.get(nameOf(each));
        if (named) named.push(each);
        else byName.set(nameOf(each), [each]);
      }
      const got = needing.filter((upload) => {
        const named = byName.get(nameOf(upload.source)) ?? [];
        const fits = named.filter((each) => matching(upload.source, each).length === 0);
        // Of equal files in several folders, the one at the same path.
        const best = fits.find(({ path }) => path === upload.source.path) ?? fits[0];
        return best !== undefined && give(upload, best);
      });
      void keeper.put(got.map(keptOf));
      pump();
      return got.map(({ id }) => id);
    },
    pause(ids) {
      for (const upload of those(ids)) {
        if (!isBusy(upload.state)) continue;
        set(upload, 'paused');
        halt(upload);
      }
    },
    resume(ids) {
      for (const upload of those(ids)) {
        const { state, why } = upload;
        if (state === 'retrying') upload.control?.abort();
        const again = state === 'paused' || state === 'retrying' || state === 'stopped';
        if (!again || why?.what === 'long' || why?.what === 'broken') continue;
        if (state === 'stopped' && why?.what === 'exists') continue; // `decide` does
        enqueue(upload);
      }
      pump();
    },
    takeOver(id) {
      const upload = uploads.get(id);
      if (upload?.state !== 'stopped') return;
      upload.steal = true;
      enqueue(upload);
      pump();
    },
    async cancel(ids) {
      const ending = those(ids).filter(({ state }) => !isEnded(state));
      const begun = ending.flatMap((upload) => {
        const ref = refOf(upload);
        return ref ? [{ target: upload.target, ref }] : [];
      });
      for (const upload of ending) {
        halt(upload);
        end(upload, 'cancelled');
      }
      const control = new AbortController();
      await Promise.allSettled(
        begun.map(({ target, ref }) => slots.run(control.signal, () => wire.abort(target, ref))),
      );
    },
    decide(how, ids) {
      const asked = those(ids).filter(
        ({ state, why }) => state === 'stopped' && why?.what === 'exists',
      );
      for (const upload of asked) {
        if (how === 'skip') {
          const ref = refOf(upload);
          if (ref) void wire.abort(upload.target, ref).catch(() => {});
          end(upload, 'skipped');
          continue;
        }
        if (how === 'replace') upload.replace = true;
        else upload.keepBoth = true;
        if (how === 'both') void renamed(upload).then(() => (enqueue(upload), pump()));
        else enqueue(upload);
      }
      void keeper.put(asked.filter(({ state }) => !isEnded(state)).map(keptOf));
      pump();
    },
    clear() {
      for (const upload of uploads.values()) {
        const refused = upload.why?.what === 'long' || upload.why?.what === 'broken';
        if (!isEnded(upload.state) && !refused) continue;
        uploads.delete(upload.id);
        if (byTarget.get(targetId(upload.target)) === upload)
          byTarget.delete(targetId(upload.target));
      }
      views = new Map();
      moved = true;
      later();
    },
    get: (id) => uploads.get(id),
    view(id) {
      const upload = uploads.get(id);
      if (!upload) return undefined;
      let view = views.get(id);
      if (!view) views.set(id, (view = viewOf(upload)));
      return view;
    },
    byUploadId(uploadId) {
      for (const upload of uploads.values())
        if (upload.uploadId === uploadId && !isEnded(upload.state)) return viewOf(upload);
      return undefined;
    },
    snapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onDone(listener) {
      for (const { state, target } of uploads.values()) if (state === 'done') listener(target);
      doneListeners.add(listener);
      return () => void doneListeners.delete(listener);
    },
  };
}

/** What is going on, what waits, what has ended; each in the order in which it was added. */
function inOrder(all: readonly Upload[]): Upload[] {
  const going: Upload[] = [];
  const waiting: Upload[] = [];
  const over: Upload[] = [];
  for (const upload of all)
    (isEnded(upload.state) ? over : upload.state === 'waiting' ? waiting : going).push(upload);
  return [...going, ...waiting, ...over];
}
