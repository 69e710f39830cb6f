/** One file on its way into a bucket: what is known of it, and what is shown of it. */
import type { Problem } from '@/lib/problem';
import type { GroupScope } from '@/lib/paths';
import type { NamedPart, UploadRef } from '@/lib/storage/shapes';
import { makeSpeed, secondsLeft, type Speed } from './speed';

/** Where a file goes. */
export interface Target {
  scope: GroupScope;
  bucket: string;
  key: string;
}

/** The file as it was chosen. */
export interface Source {
  /** Its path below what was chosen: `photos/a.jpg`, or its plain name. */
  path: string;
  /** Bytes. */
  size: number;
  /** When it was last changed, in milliseconds since 1970. */
  modified: number;
  /** The media type that the browser names; empty where it names none. */
  type: string;
  /** An empty folder: nothing but an object that stands for it. */
  folder?: boolean;
}

/** What was chosen, with its bytes, and with a handle where the browser gives one, by which it is found after a reload. */
export interface Chosen extends Source {
  file: File | null;
  handle?: FileSystemFileHandle | undefined;
}

export type UploadState =
  | 'waiting'
  | 'uploading'
  | 'paused'
  /** It failed, and goes on by itself. */
  | 'retrying'
  /** The page was loaded anew: the file has to be opened or chosen again. */
  | 'needs-file'
  /** It goes on only when the person says how. */
  | 'stopped'
  | 'done'
  | 'cancelled'
  | 'skipped';

/** Why an upload is where it is. */
export type Why =
  | { what: 'offline' | 'console' }
  /** It is tried again after some time. */
  | { what: 'again'; problem: Problem }
  | { what: 'problem'; problem: Problem }
  /** The name exists, and nobody said that it may be replaced. */
  | { what: 'exists' }
  /** Another tab sends to this key, or took this upload over. */
  | { what: 'elsewhere' | 'taken' }
  /** The file can't be read, or isn't what it was. */
  | { what: 'file' }
  /** The key is too long, or no text. */
  | { what: 'long' | 'broken' };

/** States in which nothing more happens. */
const ended: ReadonlySet<UploadState> = new Set(['done', 'cancelled', 'skipped']);
export const isEnded = (state: UploadState): boolean => ended.has(state);

/** States in which something is sent, or will be without anybody doing anything. */
const busy: ReadonlySet<UploadState> = new Set(['waiting', 'uploading', 'retrying']);
export const isBusy = (state: UploadState): boolean => busy.has(state);

/** What is kept of an upload over a reload. */
export interface KeptUpload {
  id: string;
  /** The tab that it belongs to. */
  tab: string;
  target: Target;
  source: Source;
  handle?: FileSystemFileHandle | undefined;
  uploadId: string | null;
  partSize: number;
  direct: boolean;
  replace: boolean;
  /** The parts of which the object was asked for, none of a whole file: it may be done though no answer came. Null before. */
  made: readonly NamedPart[] | null;
}

/** What the engine knows of an upload. */
export interface Upload extends KeptUpload {
  file: File | null;
  state: UploadState;
  why: Why | null;
  /** The store had forgotten it, so it began anew. */
  anew: boolean;
  /** Where the name exists, another one is taken. */
  keepBoth: boolean;
  /** Bytes that the store has. */
  stored: number;
  /** Bytes that have left of what is under way, by part. */
  leaving: Map<number, number>;
  speed: Speed;
  /** It takes its key from the other tab that has it. */
  steal: boolean;
  /** Stops what is under way. */
  control: AbortController | null;
}

export function makeUpload(kept: KeptUpload, file: File | null): Upload {
  return {
    ...kept,
    made: kept.made ?? null, // an earlier version kept none
    file,
    state: file || kept.source.folder ? 'waiting' : 'needs-file',
    why: null,
    anew: false,
    keepBoth: false,
    stored: 0,
    leaving: new Map(),
    speed: makeSpeed(),
    steal: false,
    control: null,
  };
}

/** The part of it that is kept. */
export const keptOf = ({
  id,
  tab,
  target,
  source,
  handle,
  uploadId,
  partSize,
  direct,
  replace,
  made,
}: Upload): KeptUpload => ({
  id,
  tab,
  target,
  source,
  ...(handle ? { handle } : {}),
  uploadId,
  partSize,
  direct,
  replace,
  made,
});

/** What names it at the store; null before it has begun there. */
export const refOf = ({ target: { bucket, key }, uploadId }: KeptUpload): UploadRef | null =>
  uploadId === null ? null : { bucket, key, upload_id: uploadId };

/** Bytes that have left. */
export function sentOf({ state, source, stored, leaving }: Upload): number {
  if (state === 'done') return source.size;
  let sent = stored;
  for (const bytes of leaving.values()) sent += bytes;
  return Math.min(sent, source.size);
}

/** The names of its target, as one text: the same for all uploads to one key. */
export const targetId = ({ scope: { org, project = '' }, bucket, key }: Target): string =>
  JSON.stringify([org, project, bucket, key]);

/** What is shown of an upload; it changes only as a whole. */
export interface UploadView {
  id: string;
  target: Target;
  path: string;
  size: number;
  sent: number;
  state: UploadState;
  why: Why | null;
  anew: boolean;
  folder: boolean;
  /** Whether the browser knows where its file is. */
  handle: boolean;
  uploadId: string | null;
  /** Bytes a second, and seconds left. */
  speed: number | null;
  left: number | null;
}

export function viewOf(upload: Upload): UploadView {
  const sent = sentOf(upload);
  const speed = upload.state === 'uploading' ? upload.speed.current() : null;
  return {
    id: upload.id,
    target: upload.target,
    path: upload.source.path,
    size: upload.source.size,
    sent,
    state: upload.state,
    why: upload.why,
    anew: upload.anew,
    folder: upload.source.folder ?? false,
    handle: upload.handle !== undefined,
    uploadId: upload.uploadId,
    speed,
    left: secondsLeft(upload.source.size - sent, speed),
  };
}
