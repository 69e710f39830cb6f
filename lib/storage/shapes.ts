/**
 * What `/api/storage/{organizations|projects}/{uuid}/…` takes and answers, for the browser and the server. Browser-safe: types
 * alone. Every answer but a stream is `{ data }`; everything that goes wrong is a `Problem`. Sizes are bytes, instants are
 * ISO 8601, keys are exact.
 */

/** Names one object; a version only where one is meant that isn't the latest. */
export interface ObjectRef {
  bucket: string;
  key: string;
  version?: string;
}

/** GET objects?bucket=&prefix=&token=&max=&deep=: `Listing` of `lib/storage/listing`. `deep=1`: all under the prefix, without folders. */

/** GET object?bucket=&key=&version=. What the store tells of an object (`HeadObject`). */
export interface ObjectDetails {
  size: number;
  modified: string | null;
  /** Without quotes. */
  etag: string | null;
  type: string | null;
  storage_class: string | null;
  version: string | null;
  cache_control: string | null;
  content_disposition: string | null;
  content_encoding: string | null;
  content_language: string | null;
  expires: string | null;
  /** `x-amz-meta-…`, by the name without the prefix. */
  metadata: Record<string, string>;
  /** Parts that made it; null where it was put whole or the store doesn't tell. */
  parts: number | null;
  checksum: { algorithm: string; value: string } | null;
}

/** A version of a key, or the marker of a deletion. */
export interface ObjectVersion {
  key: string;
  version: string;
  latest: boolean;
  /** A marker has no content. */
  marker: boolean;
  size: number;
  modified: string | null;
  etag: string | null;
}

/** GET versions?bucket=&key=&token=. The versions of exactly this key, newest first. A store without versions answers `not_offered`. */
export interface VersionPage {
  versions: ObjectVersion[];
  next: string | null;
}

/** GET and PUT versioning?bucket= `{ state }`. `off`: it was never on; S3 can't go back to that. */
export interface Versioning {
  state: 'off' | 'enabled' | 'suspended';
}

/** POST delete: at most 1,000 objects. */
export interface DeleteAsked {
  bucket: string;
  objects: { key: string; version?: string }[];
}

/** What a step of deleting did. POST delete answers it, and POST delete-folder `{ bucket, prefix }`, which is asked again until done. */
export interface DeleteStep {
  deleted: number;
  done: boolean;
  failed: { key: string; why: string }[];
}

/** POST folder `{ bucket, prefix }`: makes the empty object that stands for a folder. `conflict` where there is one. */
export interface FolderMade {
  key: string;
}

/** POST copy. A step of a copy; the page asks again with the answer's `upload_id` until it is done. */
export interface CopyAsked extends ObjectRef {
  to: { bucket: string; key: string };
  /** Without it, a target that exists is a `conflict`. */
  replace: boolean;
  /** Of the step before; missing at the first. */
  upload_id?: string;
  /** Of the step before: the source has to be as it was then. */
  etag?: string;
  /** Of the step before: the ETag of what its parts make, by which it is known where the last answer was lost. */
  makes?: string;
  /** An earlier attempt may have made the copy: a target that is there with the content of the source is no conflict then. */
  again?: boolean;
}

export interface CopyStep {
  done: boolean;
  copied: number;
  size: number;
  /** The multipart copy that is under way, of an object over 1 GiB; null where one call did it. */
  upload_id: string | null;
  /** The source's ETag where it is under way and the storage tells one. */
  etag?: string;
  /** All parts are copied: the ETag of what the next step makes of them. */
  makes?: string;
}

/** What the next step of a copy names of this one. */
export const nextOf = ({
  upload_id,
  etag,
  makes,
}: CopyStep): Pick<CopyAsked, 'upload_id' | 'etag' | 'makes'> => ({
  ...(upload_id === null ? {} : { upload_id }),
  ...(etag === undefined ? {} : { etag }),
  ...(makes === undefined ? {} : { makes }),
});

/** POST share. `seconds`: 300 to 604,800. */
export interface ShareAsked extends ObjectRef {
  seconds: number;
  /** Saves the file under its name, in place of showing it in the browser. */
  download: boolean;
}

export interface ShareLink {
  url: string;
  /** When the link ends. It ends sooner with the key that signed it. */
  expires: string;
}

/** What anyone may do, as the policy says it. `some`: under conditions, for some names, or it can't be told. */
export type Anyone = 'no' | 'yes' | 'some';

export interface PublicRights {
  read: Anyone;
  list: Anyone;
  write: Anyone;
  delete: Anyone;
}

/** GET policy?bucket=; PUT policy?bucket= `{ policy }`; DELETE policy?bucket=. */
export interface BucketPolicy {
  /** JSON text, laid out for reading; null where none is set. */
  policy: string | null;
  /** What the text gives to anyone. */
  says: PublicRights;
}

/** What the store did when it was asked without a signature. `unknown`: it could not be asked, with the reason. */
export interface Proof {
  read: ProofOf;
  list: ProofOf;
  write: ProofOf;
  delete: ProofOf;
  at: string;
}

export interface ProofOf {
  allowed: 'yes' | 'no' | 'unknown';
  /** S3's own name of the answer (`AccessDenied`), or why it could not be asked (`NoObject`, `Unreachable`). */
  answer: string;
}

/** One CORS rule in S3's own terms. */
export interface CorsRule {
  id?: string;
  allowed_origins: string[];
  allowed_methods: string[];
  allowed_headers: string[];
  expose_headers: string[];
  max_age_seconds?: number;
}

/** GET cors?bucket=; PUT cors?bucket= `{ rules }`; DELETE cors?bucket=. */
export interface BucketCors {
  rules: CorsRule[];
}

/** POST uploads. Begins an upload of many parts. */
export interface UploadAsked {
  bucket: string;
  key: string;
  /** The media type that the browser names; empty where it names none. */
  type: string;
  size: number;
}

export interface UploadStart {
  upload_id: string;
  /** Bytes of each part but the last: the larger of 5 MiB and size / 10,000, rounded up to whole MiB. */
  part_size: number;
  /** Whether the bucket's CORS lets this console's pages put parts at the store itself (POST uploads/sign). */
  direct: boolean;
}

/** What names an upload of many parts. */
export interface UploadRef {
  bucket: string;
  key: string;
  upload_id: string;
}

export interface UploadedPart {
  /** From 1. */
  number: number;
  size: number;
  /** With its quotes, as completing asks for it. */
  etag: string;
}

/** GET uploads/parts?bucket=&key=&upload_id=: all parts. `not_found` (`storage: NoSuchUpload`) where the store has forgotten the upload. */
export interface UploadedParts {
  parts: UploadedPart[];
}

/** POST uploads/sign `UploadRef & { numbers }`: addresses for putting parts at the store itself. At most 100 numbers. */
export interface SignedParts {
  urls: { number: number; url: string }[];
  expires: string;
}

/** POST uploads/complete `UploadRef & { parts: { number, etag }[], replace }`. `conflict` where the key exists and `replace` is false. */
export interface UploadDone {
  etag: string | null;
}

/** An upload that isn't finished. */
export interface UnfinishedUpload {
  key: string;
  upload_id: string;
  started: string | null;
  /** Bytes and parts that the store holds; null where it couldn't be asked. */
  size: number | null;
  parts: number | null;
}

/** GET uploads?bucket=&token=: at most 50, by key. DELETE uploads?bucket=&key=&upload_id= ends one: 204. */
export interface UnfinishedPage {
  uploads: UnfinishedUpload[];
  next: string | null;
}

/** POST zip/plan: what a zip file would hold. POST zip (a form with the same JSON in its field `request`) streams it. */
export interface ZipAsked {
  bucket: string;
  /** The folder in which names begin; empty for the whole bucket. */
  folder: string;
  /** Objects, by their keys, and folders, by their prefixes, in that folder; null for all of it. */
  keys: string[] | null;
}

export interface ZipPlan {
  name: string;
  /** Bytes of the zip file, known before. */
  size: number;
  objects: number;
  /** Names that had to change, since a disk can't have them. */
  renamed: number;
}

/*
 * Streams, which `server.ts` answers without Next and without holding a body whole:
 *   PUT part?bucket=&key=&upload_id=&number=       the part's bytes, with Content-Length → { data: { etag } }
 *   PUT content?bucket=&key=&type=&replace=0|1     a whole small object → { data: { etag } }
 *   GET download?bucket=&key=&version=             an attachment under its own name; ranges, If-Range
 *   GET preview?bucket=&key=&version=&as=image|text|audio|video|pdf   the bytes under a type that the console chose; ranges
 *   POST zip                                       an attachment with Content-Length
 */

/** What a completion names of each part. */
export type NamedPart = Pick<UploadedPart, 'number' | 'etag'>;

/** What PUT part and PUT content answer. */
export interface StoredBytes {
  /** With its quotes. */
  etag: string;
}

/**
 * What GET preview can show as text: the first 512 KiB, sent as UTF-8. `x-nusa-text-encoding` names the encoding that was
 * found and `x-nusa-text-cut: 1` says that there is more (`lib/header-names`). SVG and HTML are text.
 */

/** What GET preview can show; the console looks at the first bytes and refuses (`unsupported`) what they are not. */
export type PreviewKind = 'image' | 'text' | 'audio' | 'video' | 'pdf';
