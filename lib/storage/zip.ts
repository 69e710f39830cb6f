/** What a zip file of objects holds: found by listing, so that its length is known before it is sent. */
import { ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { predictLength } from 'client-zip';
import { z } from 'zod';
import { problem } from '@/lib/problem';
import { nameOfKey } from './disposition';
import { DiskNames } from './disk-names';
import { bucketName, objectKey } from './inputs';
import { decodedKey } from './listing';
import type { ZipAsked, ZipPlan } from './shapes';
import { missingRecords } from './zip-end';

/** Most objects of a zip file. */
export const MOST_OBJECTS = 100_000;
/** So many keys are looked up one by one; of more, the folder that holds them is listed. */
const LOOKED_UP = 100;
const TOGETHER = 10;

export const zipBody = z.strictObject({
  bucket: bucketName,
  folder: z.string('required').max(1024, 'too_long'),
  keys: z.array(objectKey).min(1, 'required').max(MOST_OBJECTS, 'too_long').nullable(),
});

/** Most bytes of the request: 100,000 keys of usual length. */
export const ZIP_REQUEST_LIMIT = 16 * 1024 ** 2;

/** One object of a zip file. */
export interface ZipEntry {
  key: string;
  /** With its quotes. */
  etag: string;
  size: number;
  /** Milliseconds since 1970. */
  modified: number;
  /** Its name in the zip file; a folder's ends in `/`. */
  name: string;
}

/** The plan with its objects. */
export interface Zip extends ZipPlan {
  entries: ZipEntry[];
  /** Bytes of it that client-zip writes. */
  written: number;
}

type Found = Omit<ZipEntry, 'name'>;

const tooMany = () =>
  problem('too_large', 413, `A zip file holds at most ${MOST_OBJECTS} objects.`);

/** What begins with a prefix, or with a delimiter what is directly under it. */
async function* listed(
  client: S3Client,
  of: { bucket: string; prefix: string; max?: number; delimiter?: string },
  signal: AbortSignal,
): AsyncGenerator<Found> {
  let token: string | undefined;
  do {
    const page = await client.send(
      new ListObjectsV2Command({
        Bucket: of.bucket,
        Prefix: of.prefix,
        MaxKeys: of.max ?? 1000,
        EncodingType: 'url',
        Delimiter: of.delimiter,
        ContinuationToken: token,
      }),
      { abortSignal: signal },
    );
    const keyOf = page.EncodingType === 'url' ? decodedKey : (key?: string) => key ?? '';
    for (const { Key, ETag = '', Size = 0, LastModified } of page.Contents ?? [])
      yield {
        key: keyOf(Key),
        etag: ETag,
        size: Size,
        modified: LastModified?.getTime() ?? Date.now(),
      };
    token = page.IsTruncated ? page.NextContinuationToken : undefined;
  } while (token !== undefined);
}

/** The object of exactly this key: it is the first of those that begin with it. */
async function lookedUp(
  client: S3Client,
  bucket: string,
  key: string,
  signal: AbortSignal,
): Promise<Found> {
  for await (const found of listed(client, { bucket, prefix: key, max: 1 }, signal)) {
    if (found.key === key) return found;
    break;
  }
  throw problem('not_found', 404, 'One of the objects is gone.', { storage: 'NoSuchKey' });
}

/** The chosen objects. @throws ProblemError `not_found` where one is gone */
async function* chosen(
  client: S3Client,
  { bucket, folder }: ZipAsked,
  keys: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<Found> {
  if (keys.length <= LOOKED_UP) {
    for (let at = 0; at < keys.length; at += TOGETHER)
      yield* await Promise.all(
        keys.slice(at, at + TOGETHER).map((key) => lookedUp(client, bucket, key, signal)),
      );
    return;
  }
  const wanted = new Set(keys);
  const level = { bucket, prefix: folder, delimiter: '/' };
  for await (const found of listed(client, level, signal))
    if (wanted.delete(found.key)) yield found;
  if (wanted.size > 0)
    throw problem('not_found', 404, 'One of the objects is gone.', { storage: 'NoSuchKey' });
}

async function* objectsOf(
  client: S3Client,
  asked: ZipAsked,
  signal: AbortSignal,
): AsyncGenerator<Found> {
  const { bucket, folder, keys } = asked;
  if (keys === null) return yield* listed(client, { bucket, prefix: folder }, signal);
  const unique = [...new Set(keys)];
  yield* chosen(
    client,
    asked,
    unique.filter((key) => !key.endsWith('/')),
    signal,
  );
  for (const prefix of unique.filter((key) => key.endsWith('/')))
    yield* listed(client, { bucket, prefix }, signal);
}

/** Bytes of what client-zip writes. An entry with a size is a file, and one without is a folder. */
function lengthOf(entries: readonly ZipEntry[]): number {
  const named = entries.map(({ name, size }) => (name.endsWith('/') ? { name } : { name, size }));
  return Number(predictLength(named));
}

/** The name of the zip file: of the one folder that was chosen, of the folder it is in, or of the bucket. */
function zipName({ bucket, folder, keys }: ZipAsked): string {
  const [only, ...more] = keys ?? [];
  const from = only?.endsWith('/') && more.length === 0 ? only : folder;
  return `${from === '' ? bucket : nameOfKey(from)}.zip`;
}

/**
 * Plans a zip file.
 * @throws ProblemError `too_large` over 100,000 objects; `not_found` where there is nothing, or a chosen object is gone
 */
export async function planZip(
  client: S3Client,
  asked: ZipAsked,
  signal: AbortSignal,
): Promise<Zip> {
  const { folder, keys } = asked;
  if (keys?.some((key) => !key.startsWith(folder) || key === folder))
    throw problem('bad_input', 422, 'A key is not in this folder.', {
      fields: { keys: ['invalid'] },
    });
  const names = new DiskNames();
  const entries: ZipEntry[] = [];
  let renamed = 0;
  for await (const found of objectsOf(client, asked, signal)) {
    if (entries.length >= MOST_OBJECTS) throw tooMany();
    const given = names.nameOf(found.key.slice(folder.length), found.size === 0);
    if (given.name === '') continue; // the object that stands for the folder itself
    const { key, etag, size, modified } = found;
    // Without a spread, which makes each of 100,000 objects three times as large.
    entries.push({ key, etag, size, modified, name: given.name });
    if (given.renamed) renamed += 1;
  }
  if (entries.length === 0)
    throw problem('not_found', 404, 'There is nothing in this folder.', { storage: 'NoSuchKey' });
  const written = lengthOf(entries);
  return {
    name: zipName(asked),
    size: written + missingRecords(entries),
    written,
    objects: entries.length,
    renamed,
    entries,
  };
}
