/** Deletes objects, and folders with all that is in them. */
import type { DeleteStep } from '@/lib/storage/shapes';
import type { ObjectRow } from '../object-columns';
import { patiently, startRun, type During, type Outcome, type Run } from './run';

/** What is deleted: an object by its key, or a folder by its prefix. */
export interface DeleteItem {
  kind: 'object' | 'folder';
  name: string;
}

export interface DeleteCalls {
  /** Deletes at most 1,000 objects. @throws ProblemError */
  objects: (keys: string[]) => Promise<DeleteStep>;
  /** Deletes some of a folder. @throws ProblemError */
  folder: (prefix: string) => Promise<DeleteStep>;
}

/** Keys that S3 deletes in one call. */
const atOnce = 1000;

const failures = (failed: DeleteStep['failed']): Outcome<DeleteItem>['failed'] =>
  failed.map(({ key, why }) => ({ item: { kind: 'object', name: key }, why }));

/** Deletes a folder step by step. What can't be deleted is tried again as objects of their own. */
async function deleteFolder(
  item: DeleteItem,
  step: DeleteCalls['folder'],
  { did, stopping }: During,
): Promise<Outcome<DeleteItem>> {
  for (;;) {
    const { deleted, done, failed } = await patiently(() => step(item.name));
    did(deleted);
    // The next step would meet the same again.
    if (done || deleted === 0)
      // A whole step that fails hides what comes after it.
      return { done: 0, failed: failures(failed), left: failed.length < atOnce ? [] : [item] };
    if (stopping()) return { done: 0, left: [item] };
  }
}

/** Starts at once. */
export function startDeleting(
  rows: readonly ObjectRow[],
  { objects, folder }: DeleteCalls,
  wait?: (milliseconds: number) => Promise<void>,
): Run<DeleteItem> {
  return startRun<DeleteItem>({
    items: rows.map((row) =>
      row.kind === 'folder'
        ? { kind: 'folder', name: row.prefix }
        : { kind: 'object', name: row.key },
    ),
    batch: ({ kind }) => (kind === 'folder' ? 1 : atOnce),
    limit: 2,
    work: async (items, during) => {
      const [first] = items;
      if (first?.kind === 'folder') return deleteFolder(first, folder, during);
      const step = await objects(items.map(({ name }) => name));
      return { done: step.deleted, failed: failures(step.failed) };
    },
    ...(wait ? { wait } : {}),
  });
}
