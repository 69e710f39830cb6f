/** Uploads of many parts at the store: begun, looked at, completed, ended. The parts themselves stream (`stream-upload`). */
import { createHash } from 'node:crypto';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListPartsCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { problem } from '@/lib/problem';
import { decodedKey } from './listing';
import { storageErrorName } from './refusal';
import type {
  NamedPart,
  UnfinishedPage,
  UnfinishedUpload,
  UploadDone,
  UploadedPart,
  UploadRef,
} from './shapes';

const MIB = 1024 ** 2;
/** S3's bounds: bytes of a part but the last, and parts of an upload. */
const SMALLEST_PART = 5 * MIB;
export const MOST_PARTS = 10_000;

/** Bytes of each part but the last: the larger of 5 MiB and size / 10,000, rounded up to whole MiB. */
export const partSize = (size: number): number =>
  Math.max(SMALLEST_PART, Math.ceil(size / MOST_PARTS / MIB) * MIB);

/** Begins an upload. @returns its id */
export async function startUpload(
  client: S3Client,
  { bucket, key, type }: { bucket: string; key: string; type: string },
  signal: AbortSignal,
): Promise<string> {
  const { UploadId } = await client.send(
    new CreateMultipartUploadCommand({ Bucket: bucket, Key: key, ContentType: type }),
    { abortSignal: signal },
  );
  if (!UploadId) throw problem('backend_unreadable', 502, 'The store named no upload.');
  return UploadId;
}

const named = ({ bucket, key, upload_id }: UploadRef) => ({
  Bucket: bucket,
  Key: key,
  UploadId: upload_id,
});

/** All parts that the store holds, by their numbers; it lists 1,000 at once. */
export async function uploadedParts(
  client: S3Client,
  of: UploadRef,
  signal: AbortSignal,
): Promise<UploadedPart[]> {
  const parts: UploadedPart[] = [];
  for (let marker: string | undefined = undefined; ;) {
    const page: ListPartsPage = await client.send(
      new ListPartsCommand({ ...named(of), MaxParts: 1000, PartNumberMarker: marker }),
      { abortSignal: signal },
    );
    for (const { PartNumber = 0, Size = 0, ETag = '' } of page.Parts ?? [])
      parts.push({ number: PartNumber, size: Size, etag: ETag });
    // A marker that doesn't move would never end.
    if (!page.IsTruncated || !page.NextPartNumberMarker || page.NextPartNumberMarker === marker)
      return parts;
    marker = page.NextPartNumberMarker;
  }
}
interface ListPartsPage {
  Parts?: { PartNumber?: number; Size?: number; ETag?: string }[];
  IsTruncated?: boolean;
  NextPartNumberMarker?: string;
}

/** Ends an upload with its parts. One that is gone is ended already. */
export async function endUpload(
  client: S3Client,
  of: UploadRef,
  signal: AbortSignal,
): Promise<void> {
  try {
    await client.send(new AbortMultipartUploadCommand(named(of)), { abortSignal: signal });
  } catch (error) {
    if (storageErrorName(error) !== 'NoSuchUpload') throw error;
  }
}

/** The ETag that S3 gives to what these parts make; null where their ETags are no MD5s, as with some encryptions. */
export function joinedEtag(parts: readonly NamedPart[]): string | null {
  const hash = createHash('md5');
  for (const { etag } of parts) {
    const md5 = /^"?([0-9a-f]{32})"?$/i.exec(etag)?.[1];
    if (md5 === undefined) return null;
    hash.update(md5, 'hex');
  }
  return `${hash.digest('hex')}-${parts.length}`;
}

/** The ETag of the object that is there, without quotes; undefined where there is none. */
export async function standingEtag(
  client: S3Client,
  { bucket, key }: Pick<UploadRef, 'bucket' | 'key'>,
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    const head = new HeadObjectCommand({ Bucket: bucket, Key: key });
    const { ETag = '' } = await client.send(head, { abortSignal: signal });
    return ETag.replaceAll('"', '');
  } catch (error) {
    if (storageErrorName(error) === 'NotFound') return undefined;
    throw error;
  }
}

async function complete(
  client: S3Client,
  of: UploadRef,
  parts: readonly NamedPart[],
  onlyNew: boolean,
  signal: AbortSignal,
): Promise<UploadDone> {
  const Parts = parts.map(({ number, etag }) => ({ PartNumber: number, ETag: etag }));
  // S3 may answer 200 before it knows, with an error in the body; the client throws that as one.
  const { ETag } = await client.send(
    new CompleteMultipartUploadCommand({
      ...named(of),
      MultipartUpload: { Parts },
      ...(onlyNew ? { IfNoneMatch: '*' } : {}),
    }),
    { abortSignal: signal },
  );
  return { etag: ETag?.replaceAll('"', '') ?? null };
}

/** Refusals after which the object may be there: the upload is gone, or something stands at its key. */
const maybeDone = new Set(['NoSuchUpload', 'PreconditionFailed']);

/**
 * Makes the object of an upload's parts. A completion whose answer was lost is asked for again: the upload is gone then, and
 * what is at its key is compared with what its parts make.
 * @param replace without it, an object that is there stays (`conflict`): the store is asked before, since some overlook the
 *   condition, and by the condition, since another tab may put it meanwhile
 */
export async function completeUpload(
  client: S3Client,
  { replace, parts, ...of }: UploadRef & { parts: readonly NamedPart[]; replace: boolean },
  signal: AbortSignal,
): Promise<UploadDone> {
  const joined = joinedEtag(parts);
  const standing = replace ? undefined : await standingEtag(client, of, signal);
  if (standing !== undefined && standing !== joined)
    throw problem('conflict', 409, 'There is such an object.', { storage: 'PreconditionFailed' });
  const done = async (why: unknown): Promise<UploadDone> => {
    const name = storageErrorName(why) ?? '';
    if (
      joined === null ||
      !maybeDone.has(name) ||
      (await standingEtag(client, of, signal)) !== joined
    )
      throw why;
    // The same object came from another upload: what is left of this one is of no use.
    if (name === 'PreconditionFailed') await endUpload(client, of, signal);
    return { etag: joined };
  };
  try {
    return await complete(client, of, parts, !replace, signal);
  } catch (error) {
    // The store knows no such condition. It was asked above whether the key is free.
    if (replace || storageErrorName(error) !== 'NotImplemented') return done(error);
  }
  return complete(client, of, parts, false, signal).catch(done);
}

/** Uploads of one page, and part lists that are asked for at once. */
const PAGE = 50;
const TOGETHER = 5;

interface Marker {
  key: string;
  upload: string;
}

const tokenOf = ({ key, upload }: Marker) =>
  Buffer.from(JSON.stringify([key, upload])).toString('base64url');

/** @throws ProblemError `bad_input` for a token that isn't ours */
function markerOf(token: string): Marker {
  try {
    const [key, upload] = JSON.parse(Buffer.from(token, 'base64url').toString()) as unknown[];
    if (typeof key === 'string' && typeof upload === 'string') return { key, upload };
  } catch {
    // Told below.
  }
  throw problem('bad_input', 422, 'The address is wrong.', { fields: { token: ['invalid'] } });
}

/** Size and parts of an upload; null where the store doesn't tell them, and undefined where it is gone by now. */
async function weighed(
  client: S3Client,
  of: UploadRef,
  signal: AbortSignal,
): Promise<Pick<UnfinishedUpload, 'size' | 'parts'> | undefined> {
  try {
    const parts = await uploadedParts(client, of, signal);
    return { size: parts.reduce((sum, { size }) => sum + size, 0), parts: parts.length };
  } catch (error) {
    const name = storageErrorName(error);
    if (name === undefined) throw error;
    return name === 'NoSuchUpload' ? undefined : { size: null, parts: null };
  }
}

/** One page of the uploads that aren't finished, by key. A store without such lists answers `not_offered`. */
export async function unfinishedUploads(
  client: S3Client,
  bucket: string,
  token: string | null,
  signal: AbortSignal,
): Promise<UnfinishedPage> {
  const from = token === null ? null : markerOf(token);
  const answer = await client.send(
    new ListMultipartUploadsCommand({
      Bucket: bucket,
      MaxUploads: PAGE,
      EncodingType: 'url',
      ...(from ? { KeyMarker: from.key, UploadIdMarker: from.upload } : {}),
    }),
    { abortSignal: signal },
  );
  const keyOf = answer.EncodingType === 'url' ? decodedKey : (key?: string) => key ?? '';
  const open = (answer.Uploads ?? []).flatMap(({ Key, UploadId, Initiated }) =>
    UploadId === undefined
      ? []
      : [{ key: keyOf(Key), upload_id: UploadId, started: Initiated?.toISOString() ?? null }],
  );
  const uploads: UnfinishedUpload[] = [];
  for (let at = 0; at < open.length; at += TOGETHER) {
    const some = open.slice(at, at + TOGETHER);
    const sizes = await Promise.all(
      some.map((upload) => weighed(client, { bucket, ...upload }, signal)),
    );
    some.forEach((upload, index) => {
      const size = sizes[index];
      if (size) uploads.push({ ...upload, ...size });
    });
  }
  const { IsTruncated, NextKeyMarker, NextUploadIdMarker = '' } = answer;
  const next =
    IsTruncated && NextKeyMarker !== undefined
      ? tokenOf({ key: keyOf(NextKeyMarker), upload: NextUploadIdMarker })
      : null;
  return { uploads, next };
}
