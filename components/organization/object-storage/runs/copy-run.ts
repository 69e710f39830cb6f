/**
 * Copies objects, and moves them: a store has no move, so the source is deleted once its copy is proven. Nothing is deleted where that
 * can't be told.
 */
import { ProblemError } from '@/lib/problem';
import {
  nextOf,
  type CopyAsked,
  type CopyStep,
  type DeleteStep,
  type ObjectDetails,
  type ObjectRef,
} from '@/lib/storage/shapes';
import type { FoundObject } from './find';
import { besideName } from './names';
import { patiently, startRun, type During, type Outcome, type Run } from './run';

/** The place of an object. */
export interface Place {
  bucket: string;
  key: string;
}

export interface CopyItem {
  from: Place & Pick<FoundObject, 'size' | 'etag'>;
  to: Place;
  /** What is done where the target exists: it is a conflict, it is replaced, or a free name beside it is taken. */
  exists: 'conflict' | 'replace' | 'keep';
  /** What an earlier attempt began, and at which key: what the next call names of it. */
  begun?: { key: string; next: Omit<CopyAsked, keyof ObjectRef | 'to' | 'replace'> } | undefined;
  /** The key of the copy that an earlier attempt has made; only the source is left to delete. */
  copied?: string | undefined;
  /** An earlier attempt asked to delete the source: it may be gone. */
  removing?: boolean | undefined;
}

export interface CopyCalls {
  /** @throws ProblemError `conflict` where the target exists and isn't replaced */
  copy: (asked: CopyAsked) => Promise<CopyStep>;
  /** @throws ProblemError `not_found` */
  head: (of: Place) => Promise<ObjectDetails>;
  /** Deletes one source. @throws ProblemError */
  remove: (of: Place) => Promise<DeleteStep>;
  /** Ends a copy in parts, at its target, with the parts that the storage has. One that is gone is ended. @throws ProblemError */
  end: (to: Place, uploadId: string) => Promise<void>;
}

/** So many names beside a target are tried. */
const mostBeside = 50;

/** An ETag that tells the content; one of many parts doesn't. */
const tells = (etag: string | null): etag is string => etag !== null && !etag.includes('-');

/** Whether two answers are of the same content, as far as sizes and ETags tell. */
export const sameContent = (
  a: Pick<FoundObject, 'size' | 'etag'>,
  b: Pick<FoundObject, 'size' | 'etag'>,
): boolean => a.size === b.size && (!tells(a.etag) || !tells(b.etag) || a.etag === b.etag);

/** S3's names of a target that is there; a store that is asked before names none. */
const exists: readonly unknown[] = [undefined, 'PreconditionFailed', 'ConditionalRequestConflict'];

const reasonOf = (error: unknown) =>
  error instanceof ProblemError ? error.problem.storage : undefined;

const isConflict = (error: unknown): boolean =>
  error instanceof ProblemError &&
  error.problem.code === 'conflict' &&
  exists.includes(reasonOf(error));

/** Reasons for which the storage has nothing of a copy in parts any more. */
const dropped: readonly unknown[] = ['SourceChanged', 'NoSuchUpload'];

/** Asks for a copy, or for its next parts. What fails may have been done, so the next attempt says that it isn't the first. @throws ProblemError */
async function askCopy(item: CopyItem, key: string, calls: CopyCalls): Promise<CopyStep> {
  const { from, to } = item;
  const next = item.begun?.key === key ? item.begun.next : {};
  try {
    return await calls.copy({
      ...{ bucket: from.bucket, key: from.key, to: { ...to, key } },
      replace: item.exists === 'replace',
      ...next,
    });
  } catch (error) {
    if (!isConflict(error))
      item.begun = {
        key,
        next: { ...(dropped.includes(reasonOf(error)) ? {} : next), again: true },
      };
    throw error;
  }
}

/** Copies all parts of an object. @returns false where it was stopped in the middle */
async function copyWhole(item: CopyItem, key: string, calls: CopyCalls, during: During) {
  for (;;) {
    const step = await patiently(() => askCopy(item, key, calls));
    item.begun = step.done ? undefined : { key, next: nextOf(step) };
    if (step.done) return true;
    if (during.stopping()) return false;
  }
}

/** Copies to the first name beside the target that is free. */
async function copyBeside(item: CopyItem, calls: CopyCalls, during: During) {
  for (let number = 2; ; number += 1) {
    const key = besideName(item.to.key, number);
    try {
      return { key, whole: await copyWhole(item, key, calls, during) };
    } catch (error) {
      if (!isConflict(error) || number === mostBeside) throw error;
    }
  }
}

/** Says why a source can't be deleted; null if it can. */
async function doubt({ from }: CopyItem, to: Place, { head }: CopyCalls): Promise<string | null> {
  const [now, copy] = await Promise.all([patiently(() => head(from)), patiently(() => head(to))]);
  if (now.size !== from.size || now.etag !== from.etag) return 'SourceChanged';
  return sameContent(now, copy) ? null : 'CopyDiffers';
}

/** Whether the source is there. @throws ProblemError */
async function stands({ from }: CopyItem, { head }: CopyCalls): Promise<boolean> {
  try {
    await patiently(() => head(from));
    return true;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'not_found') return false;
    throw error;
  }
}

/** The store's words, or ours in its style: the page has a sentence for these. */
export const ownReasons = ['SourceChanged', 'CopyDiffers', 'SourceKept'] as const;

async function copyOne(
  item: CopyItem,
  moves: boolean,
  calls: CopyCalls,
  during: During,
): Promise<Outcome<CopyItem>> {
  const fails = (why: string): Outcome<CopyItem> => ({ done: 0, failed: [{ item, why }] });
  if (item.copied === undefined)
    try {
      const { key, whole } =
        item.exists === 'keep'
          ? await copyBeside(item, calls, during)
          : { key: item.to.key, whole: await copyWhole(item, item.to.key, calls, during) };
      if (!whole) return { done: 0, left: [item] };
      item.copied = key;
    } catch (error) {
      if (item.exists === 'conflict' && isConflict(error)) return { done: 0, conflicts: [item] };
      throw error;
    }
  if (!moves || (item.removing && !(await stands(item, calls)))) return { done: 1 };
  const why = await doubt(item, { ...item.to, key: item.copied }, calls);
  if (why !== null) return fails(why);
  item.removing = true;
  const { failed } = await patiently(() => calls.remove(item.from));
  return failed.length === 0 ? { done: 1 } : fails('SourceKept');
}

/** A run of copies or moves. */
export interface CopyRun extends Run<CopyItem> {
  /** Ends the copies in parts that aren't finished: their parts take up space that is paid for, and no list of objects shows them. */
  giveUp: () => Promise<void>;
}

/** Starts at once. @param moves whether the sources are deleted */
export function startCopying(
  items: readonly CopyItem[],
  moves: boolean,
  calls: CopyCalls,
  wait?: (milliseconds: number) => Promise<void>,
): CopyRun {
  /** The targets of the copies in parts that aren't finished, by the ids of their uploads. */
  const unfinished = new Map<string, Place>();
  const noting: CopyCalls = {
    ...calls,
    copy: async (asked) => {
      const step = await calls.copy(asked);
      if (step.upload_id !== null) unfinished.set(step.upload_id, asked.to);
      if (step.done && asked.upload_id !== undefined) unfinished.delete(asked.upload_id);
      return step;
    },
  };
  const run = startRun<CopyItem>({
    items,
    batch: () => 1,
    limit: 4,
    work: ([item], during) =>
      item ? copyOne(item, moves, noting, during) : Promise.resolve({ done: 0 }),
    ...(wait ? { wait } : {}),
  });
  const giveUp = async () => {
    const ending = [...unfinished];
    unfinished.clear();
    // What can't be ended now stays in the bucket's list of unfinished uploads.
    await Promise.allSettled(ending.map(([id, to]) => patiently(() => calls.end(to, id))));
  };
  return { ...run, giveUp };
}

/**
 * Where each object goes.
 * @param base what the keys begin with, and lose; it stands in `from`
 * @param target what they begin with then
 */
export const copyItems = (
  objects: readonly FoundObject[],
  from: { bucket: string; base: string },
  to: { bucket: string; target: string },
): CopyItem[] =>
  objects.map(({ key, size, etag }) => ({
    from: { bucket: from.bucket, key, size, etag },
    to: { bucket: to.bucket, key: to.target + key.slice(from.base.length) },
    exists: 'conflict',
  }));
