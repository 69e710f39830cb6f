/** What the engine asks of the console and the store. `calls.ts` does it; tests pass their own. */
import type {
  NamedPart,
  SignedParts,
  UploadedPart,
  UploadRef,
  UploadStart,
} from '@/lib/storage/shapes';
import type { Source, Target } from './upload';

/** How bytes are sent. */
export interface Sending {
  body: Blob;
  signal: AbortSignal;
  onProgress: (sent: number) => void;
}

/** An object that stands at a key. */
export interface Standing {
  size: number;
  etag: string | null;
}

/** All of it throws a `ProblemError`, and a DOMException `AbortError` where it was stopped. */
export interface StorageWire {
  /** What stands at the key; null if nothing does. */
  find: (to: Target, signal: AbortSignal) => Promise<Standing | null>;
  /** Puts a whole object. `conflict` where the key exists and `replace` is false, unless an earlier attempt has put the same. */
  putWhole: (
    to: Target,
    source: Source,
    how: { replace: boolean; again: boolean },
    sending: Sending,
  ) => Promise<void>;
  /** Makes the object that stands for an empty folder; one that is there already is left. */
  putFolder: (to: Target, signal: AbortSignal) => Promise<void>;
  begin: (to: Target, source: Source, signal: AbortSignal) => Promise<UploadStart>;
  parts: (to: Target, ref: UploadRef, signal: AbortSignal) => Promise<UploadedPart[]>;
  /** @returns the part's ETag, with its quotes */
  putPart: (to: Target, ref: UploadRef, number: number, sending: Sending) => Promise<string>;
  sign: (
    to: Target,
    ref: UploadRef,
    numbers: readonly number[],
    signal: AbortSignal,
  ) => Promise<SignedParts>;
  /** Puts a part at the store itself. @returns the answer's status, and the ETag where the browser may see it */
  putOutside: (url: string, sending: Sending) => Promise<{ status: number; etag: string | null }>;
  /** Makes the object of its parts. Asked for again, it is done where the object is what these parts make. */
  complete: (
    to: Target,
    ref: UploadRef,
    parts: readonly NamedPart[],
    replace: boolean,
    signal: AbortSignal,
  ) => Promise<void>;
  /** Ends an upload at the store, with the parts that it has. */
  abort: (to: Target, ref: UploadRef) => Promise<void>;
}
