/**
 * Sends one upload as far as it gets: a small file at once, a larger one by the parts that the store doesn't have yet. It
 * throws what went wrong, and leaves at the store what is there, so that it can be called again.
 */
import { ProblemError, problem } from '@/lib/problem';
import { NotDirect, partSender, type PartSender } from './direct';
import { partCount, partRange, smallest, usableParts } from './part-plan';
import type { Slots } from './slots';
import { refOf, type Upload } from './upload';
import type { StorageWire } from './wire';

/** Parts of one file that are under way at once. */
export const partsAtOnce = 4;

export interface SendTools {
  wire: StorageWire;
  /** The room for requests, of all uploads. */
  slots: Slots;
  /** Keeps over a reload what is known of the upload by now. */
  keep: (upload: Upload) => Promise<void>;
  /** Something that is shown has changed. */
  changed: (upload: Upload) => void;
}

/** S3's own name of a refusal. */
const storageName = (error: unknown): string | undefined =>
  error instanceof ProblemError ? error.problem.storage : undefined;

/** Whether the store has forgotten the upload. */
export const isForgotten = (error: unknown): boolean => storageName(error) === 'NoSuchUpload';

/** Whether something else stands at the key. */
export const isTaken = (error: unknown): boolean =>
  error instanceof ProblemError &&
  error.problem.code === 'conflict' &&
  (error.problem.storage === undefined || error.problem.storage === 'PreconditionFailed');

const exists = () => problem('conflict', 409, 'The key exists.', { storage: 'PreconditionFailed' });

/** Forgets what was begun at the store. */
export function beginAnew(upload: Upload): void {
  Object.assign(upload, { uploadId: null, made: null, stored: 0 });
  upload.leaving.clear();
}

/**
 * Sends the upload until the object stands.
 * @throws ProblemError, NotDirect, DOMException `AbortError`
 */
export async function sendUpload(
  upload: Upload,
  tools: SendTools,
  signal: AbortSignal,
): Promise<void> {
  const { source, file } = upload;
  if (source.folder)
    return tools.slots.run(signal, () => tools.wire.putFolder(upload.target, signal));
  if (!file) throw problem('no_file', 0, 'The file is not there.');
  // One that was begun in parts goes on so.
  if (source.size <= smallest && upload.uploadId === null)
    return sendWhole(upload, file, tools, signal);
  return sendParts(upload, file, tools, signal);
}

async function sendWhole(upload: Upload, file: File, tools: SendTools, signal: AbortSignal) {
  const { target, source, replace, leaving, made } = upload;
  const how = { replace, again: made !== null };
  await tools.slots.run(signal, async () => {
    const onProgress = (sent: number) => {
      leaving.set(0, sent);
      tools.changed(upload);
    };
    try {
      await tools.wire.putWhole(target, source, how, { body: file, signal, onProgress });
    } catch (error) {
      // The store may have it all, and only the answer was lost.
      if (!isTaken(error)) {
        upload.made = [];
        await tools.keep(upload);
      }
      throw error;
    } finally {
      leaving.clear();
    }
  });
}

/** Begins the upload at the store. A large file isn't sent in vain: the name is looked up before. */
async function begin(upload: Upload, { wire, slots, keep }: SendTools, signal: AbortSignal) {
  const { target, source, replace } = upload;
  await slots.run(signal, async () => {
    if (!replace && (await wire.find(target, signal))) throw exists();
    const start = await wire.begin(target, source, signal);
    upload.uploadId = start.upload_id;
    upload.partSize = start.part_size;
    upload.direct = start.direct;
  });
  await keep(upload);
}

async function sendParts(upload: Upload, file: File, tools: SendTools, signal: AbortSignal) {
  const { wire, slots } = tools;
  const { target, source } = upload;
  const known = refOf(upload) !== null;
  if (!known) await begin(upload, tools, signal);
  const ref = refOf(upload);
  if (!ref) throw new Error('the upload has not begun');
  const { partSize } = upload;
  const list = async () =>
    usableParts(
      await slots.run(signal, () => wire.parts(target, ref, signal)),
      source.size,
      partSize,
    );
  let stored = new Map<number, { etag: string | null }>();
  if (known) {
    try {
      stored = await list();
    } catch (error) {
      const { made } = upload;
      if (!isForgotten(error) || !made) throw error;
      // It may be completed, and only the answer was lost: the console compares what is there.
      return slots.run(signal, () => wire.complete(target, ref, made, upload.replace, signal));
    }
  }
  const count = partCount(source.size, partSize);
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const sizeOf = (number: number) => {
    const { start, end } = partRange(source.size, partSize, number);
    return end - start;
  };
  upload.stored = [...stored.keys()].reduce((sum, number) => sum + sizeOf(number), 0);
  tools.changed(upload);
  const missing = numbers.filter((number) => !stored.has(number));
  const sender = missing.length > 0 ? partSender(wire, upload, missing) : null;
  await sendMissing(upload, file, missing, sender, stored, tools, signal);
  // Where the browser may not see the ETags, the list of parts tells them.
  if ([...stored.values()].some(({ etag }) => etag === null)) stored = await list();
  const parts = numbers.map((number) => ({ number, etag: stored.get(number)?.etag ?? '' }));
  upload.made = parts;
  await tools.keep(upload);
  await slots.run(signal, () => wire.complete(target, ref, parts, upload.replace, signal));
}

/** Sends parts side by side. The first that fails stops the others from beginning; those under way are finished. */
async function sendMissing(
  upload: Upload,
  file: File,
  missing: readonly number[],
  sender: PartSender | null,
  stored: Map<number, { etag: string | null }>,
  { slots, changed }: SendTools,
  signal: AbortSignal,
) {
  if (!sender) return;
  const left = [...missing];
  let failed = false;
  const send = async (number: number) => {
    const { start, end } = partRange(upload.source.size, upload.partSize, number);
    const body = file.slice(start, end);
    const onProgress = (sent: number) => {
      upload.leaving.set(number, sent);
      changed(upload);
    };
    try {
      const etag = await slots.run(signal, async () =>
        failed ? undefined : sender(number, { body, signal, onProgress }),
      );
      if (etag === undefined) return;
      stored.set(number, { etag });
      upload.stored += end - start;
    } finally {
      upload.leaving.delete(number);
      changed(upload);
    }
  };
  const worker = async () => {
    for (let next = left.shift(); next !== undefined && !failed; next = left.shift()) {
      try {
        await send(next);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: partsAtOnce }, worker));
  const errors = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
  // What tells most goes first: that the store itself can't be used says nothing of the console.
  const told = errors.find((error) => !(error instanceof NotDirect)) ?? errors[0];
  if (told !== undefined) throw told;
}
