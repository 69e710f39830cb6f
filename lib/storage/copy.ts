/** Copies of objects with their metadata: in one call, or in parts of which each step copies some. */
import {
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  UploadPartCopyCommand,
  type HeadObjectCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3';
import { problem } from '@/lib/problem';
import { headObject, refuseTaken } from './objects';
import { problemOfName, storageErrorName } from './refusal';
import type { CopyAsked, CopyStep, ObjectRef } from './shapes';
import { encodeForStore } from './sign';
import {
  completeUpload,
  endUpload,
  joinedEtag,
  MOST_PARTS,
  standingEtag,
  uploadedParts,
} from './uploads';

const MIB = 1024 ** 2;
/** Sizes at which copies are split, in bytes. */
export interface CopyLimits {
  /** Up to this size one call copies an object: S3 takes 5 GiB, but a store of disks has to move every byte before it answers. */
  oneCall: number;
  /** The least part of a larger one. */
  part: number;
}

const usual: CopyLimits = { oneCall: 1024 * MIB, part: 256 * MIB };
/** Parts that are copied at once, and in one step. */
const TOGETHER = 4;

/** Bytes of each part but the last; the same in every step of a copy. */
const partSize = (size: number, { part }: CopyLimits) =>
  Math.max(part, Math.ceil(size / MOST_PARTS / MIB) * MIB);

/** The source's name as the header takes it. */
export function copySource({ bucket, key, version }: ObjectRef): string {
  const path = [bucket, ...key.split('/')].map(encodeForStore).join('/');
  return version === undefined ? path : `${path}?versionId=${encodeForStore(version)}`;
}

/** What a copy in one call takes along by itself. */
const alongWith = (head: HeadObjectCommandOutput) => ({
  ContentType: head.ContentType,
  CacheControl: head.CacheControl,
  ContentDisposition: head.ContentDisposition,
  ContentEncoding: head.ContentEncoding,
  ContentLanguage: head.ContentLanguage,
  ...(head.ExpiresString === undefined ? {} : { Expires: new Date(head.ExpiresString) }),
  Metadata: head.Metadata,
});

/** What there is at a name; undefined where there is nothing. */
async function standing(client: S3Client, of: ObjectRef, signal: AbortSignal) {
  try {
    return await headObject(client, of, signal);
  } catch (error) {
    if (storageErrorName(error) === 'NotFound') return undefined;
    throw error;
  }
}

/** @throws ProblemError `conflict` */
const refuseChanged = () =>
  problem('conflict', 409, 'The source was changed meanwhile.', { storage: 'SourceChanged' });

/** @throws ProblemError `bad_input` */
const refuseSame = () =>
  problem('bad_input', 422, 'The object is already there.', { fields: { to: ['same'] } });

const etagOf = ({ ETag }: HeadObjectCommandOutput) => (ETag === undefined ? {} : { etag: ETag });

interface Source {
  of: ObjectRef;
  head: HeadObjectCommandOutput;
  to: CopyAsked['to'];
  /** The target must not be there. */
  onlyNew: boolean;
}

async function copyWhole(client: S3Client, source: Source, signal: AbortSignal): Promise<void> {
  const { of, head, to, onlyNew } = source;
  const copy = (condition: { IfNoneMatch?: '*' }) =>
    client.send(
      new CopyObjectCommand({
        Bucket: to.bucket,
        Key: to.key,
        CopySource: copySource(of),
        CopySourceIfMatch: head.ETag,
        MetadataDirective: 'COPY',
        // It isn't taken along, and HEAD names it only where it isn't the usual one.
        StorageClass: head.StorageClass,
        ...condition,
      }),
      { abortSignal: signal },
    );
  if (!onlyNew) return void (await copy({}));
  try {
    await copy({ IfNoneMatch: '*' });
  } catch (error) {
    // The store knows no such condition. It was asked before whether the name is free.
    if (storageErrorName(error) !== 'NotImplemented') throw error;
    await copy({});
  }
}

/** Begins a copy in parts, with what is known of the source. @returns the upload's id */
async function beginParts(
  client: S3Client,
  { head, to }: Source,
  signal: AbortSignal,
): Promise<string> {
  const { UploadId } = await client.send(
    new CreateMultipartUploadCommand({
      Bucket: to.bucket,
      Key: to.key,
      ...alongWith(head),
      StorageClass: head.StorageClass,
    }),
    { abortSignal: signal },
  );
  if (!UploadId) throw problem('backend_unreadable', 502, 'The store named no upload.');
  return UploadId;
}

const isOfParts = (etag: string) => etag.includes('-');

/** The ETag that the store gives to the whole source as a part of an upload, which is ended then. */
async function etagAsPart(client: S3Client, source: Source, signal: AbortSignal) {
  const { of, head, to } = source;
  const upload_id = await beginParts(client, source, signal);
  try {
    const { CopyPartResult } = await client.send(
      new UploadPartCopyCommand({
        Bucket: to.bucket,
        Key: to.key,
        UploadId: upload_id,
        PartNumber: 1,
        CopySource: copySource(of),
        CopySourceIfMatch: head.ETag,
      }),
      { abortSignal: signal },
    );
    return CopyPartResult?.ETag;
  } finally {
    await endUpload(client, { ...to, upload_id }, signal);
  }
}

/** Whether the target that is there has the content of the source, as far as the store can tell. */
async function isCopy(
  client: S3Client,
  source: Source,
  target: HeadObjectCommandOutput | undefined,
  signal: AbortSignal,
): Promise<boolean> {
  const { head } = source;
  if (!target?.ETag || !head.ETag || target.ContentLength !== head.ContentLength) return false;
  if (target.ETag === head.ETag) return true;
  // What was put in parts has the ETag of its parts, and its copy in one call that of the whole.
  if (!isOfParts(head.ETag) || isOfParts(target.ETag)) return false;
  return (await etagAsPart(client, source, signal)) === target.ETag;
}

interface PartsAsked extends Pick<CopyAsked, 'makes'> {
  upload_id: string;
  limits: CopyLimits;
}

/** Copies the next parts of a copy that is under way; the step after the last of them completes it. */
async function copyParts(
  client: S3Client,
  source: Source,
  { upload_id, makes, limits }: PartsAsked,
  signal: AbortSignal,
): Promise<CopyStep> {
  const { of, head, to, onlyNew } = source;
  const size = head.ContentLength ?? 0;
  const bytes = partSize(size, limits);
  const count = Math.ceil(size / bytes);
  const upload = { ...to, upload_id };
  const done: CopyStep = { done: true, copied: size, size, upload_id: null };
  const parts = await uploadedParts(client, upload, signal).catch((error: unknown) => {
    if (storageErrorName(error) === 'NoSuchUpload') return null;
    throw error;
  });
  // Where the answer to the last step was lost, the upload is gone, and what its parts make is there.
  if (!parts) {
    if (makes !== undefined && (await standingEtag(client, to, signal)) === makes) return done;
    throw problemOfName('NoSuchUpload', 404);
  }
  const there = new Set(parts.map(({ number }) => number));
  const missing = Array.from({ length: count }, (_, index) => index + 1).filter(
    (number) => !there.has(number),
  );
  const copied = await Promise.all(
    missing.slice(0, TOGETHER).map(async (number) => {
      const first = (number - 1) * bytes;
      const last = Math.min(size, number * bytes) - 1;
      const { CopyPartResult } = await client.send(
        new UploadPartCopyCommand({
          Bucket: to.bucket,
          Key: to.key,
          UploadId: upload_id,
          PartNumber: number,
          CopySource: copySource(of),
          CopySourceRange: `bytes=${first}-${last}`,
          // An object that is changed meanwhile would make a copy of both.
          CopySourceIfMatch: head.ETag,
        }),
        { abortSignal: signal },
      );
      return { number, size: last - first + 1, etag: CopyPartResult?.ETag ?? '' };
    }),
  );
  const all = [...parts, ...copied].sort((a, b) => a.number - b.number);
  const sum = all.reduce((total, part) => total + part.size, 0);
  const underWay = { done: false, copied: sum, size, upload_id, ...etagOf(head) };
  if (all.length < count) return underWay;
  const joined = joinedEtag(all);
  // The page has to know what is made before it asks for it.
  if (joined !== null && joined !== makes) return { ...underWay, makes: joined };
  await completeUpload(client, { ...upload, parts: all, replace: !onlyNew }, signal);
  return done;
}

/**
 * One step of a copy. An object up to `limits.oneCall` needs one; a larger one is asked for again with what `nextOf` takes of the answer, and its
 * upload has to be ended where the copy is given up. An older version copied to its own name restores it, over what is there.
 * @throws ProblemError `conflict` where the target is there and isn't to be replaced, or the source was changed meanwhile;
 *   `bad_input` (`to: same`) where the source is the target; `not_found` (`NoSuchUpload`) where the store has forgotten the upload
 */
export async function copyStep(
  client: S3Client,
  { to, replace, upload_id, etag, makes, again, ...of }: CopyAsked,
  signal: AbortSignal,
  limits = usual,
): Promise<CopyStep> {
  const itself = of.bucket === to.bucket && of.key === to.key;
  if (itself && of.version === undefined) throw refuseSame();
  const begins = upload_id === undefined;
  const [head, target] = await Promise.all([
    headObject(client, of, signal),
    begins && (itself || !replace) ? standing(client, to, signal) : undefined,
  ]);
  if (itself && target && target.VersionId === head.VersionId) throw refuseSame();
  const onlyNew = !replace && !itself;
  const size = head.ContentLength ?? 0;
  const source = { of, head, to, onlyNew };
  const done: CopyStep = { done: true, copied: size, size, upload_id: null };
  if (target && onlyNew) {
    if (again && (await isCopy(client, source, target, signal))) return done;
    throw refuseTaken();
  }
  if (upload_id !== undefined && etag !== undefined && etag !== head.ETag) {
    // The parts of both would make an object that never was.
    await endUpload(client, { ...to, upload_id }, signal);
    throw refuseChanged();
  }
  if (upload_id !== undefined)
    return copyParts(client, source, { upload_id, makes, limits }, signal);
  if (size > limits.oneCall)
    // Nothing is copied yet, so that the page knows the upload, which it can end, before the long calls.
    return {
      ...{ done: false, copied: 0, size, ...etagOf(head) },
      upload_id: await beginParts(client, source, signal),
    };
  try {
    await copyWhole(client, source, signal);
  } catch (error) {
    // The earlier attempt may have ended in this very moment.
    if (!again || storageErrorName(error) !== 'PreconditionFailed') throw error;
    if (!(await isCopy(client, source, await standing(client, to, signal), signal))) throw error;
  }
  return done;
}
