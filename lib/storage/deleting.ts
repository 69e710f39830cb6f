/** Deletes objects and versions by their exact keys, and folders step by step. */
import { DeleteObjectCommand, DeleteObjectsCommand, type S3Client } from '@aws-sdk/client-s3';
import { listObjects, type Version } from './listing';
import { storageErrorName } from './refusal';
import type { DeleteStep } from './shapes';

/** What XML 1.0 can't name, not even escaped. Such a key is deleted by its address. */
const notInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
/** Deletions by address that are under way at once. */
const TOGETHER = 10;

type Failed = DeleteStep['failed'];

/** Deletes one by its address; one that is gone is deleted. @returns S3's name of the reason why not */
async function deleteOne(
  client: S3Client,
  bucket: string,
  object: Version,
  signal: AbortSignal,
): Promise<string | null> {
  try {
    await client.send(new DeleteObjectCommand({ Bucket: bucket, ...object }), {
      abortSignal: signal,
    });
    return null;
  } catch (error) {
    const name = storageErrorName(error);
    if (name === undefined) throw error;
    return name === 'NoSuchKey' || name === 'NoSuchVersion' ? null : name;
  }
}

async function deleteByAddress(
  client: S3Client,
  bucket: string,
  objects: readonly Version[],
  signal: AbortSignal,
): Promise<Failed> {
  const failed: Failed = [];
  for (let at = 0; at < objects.length; at += TOGETHER) {
    const some = objects.slice(at, at + TOGETHER);
    const reasons = await Promise.all(
      some.map((object) => deleteOne(client, bucket, object, signal)),
    );
    reasons.forEach((why, index) => {
      if (why !== null) failed.push({ key: some[index]?.Key ?? '', why });
    });
  }
  return failed;
}

/**
 * Deletes at most 1,000 objects or versions. One that is gone counts as deleted.
 * @returns what couldn't be deleted, with S3's own name of the reason
 */
export async function deleteObjects(
  client: S3Client,
  bucket: string,
  objects: readonly Version[],
  signal: AbortSignal,
): Promise<Failed> {
  const listed = objects.filter(({ Key }) => !notInXml.test(Key));
  const others = objects.filter(({ Key }) => notInXml.test(Key));
  const failed = await deleteByAddress(client, bucket, others, signal);
  if (listed.length === 0) return failed;
  const { Errors = [] } = await client.send(
    new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects: [...listed], Quiet: true } }),
    { abortSignal: signal },
  );
  for (const { Key = '', Code = 'InternalError' } of Errors)
    if (Code !== 'NoSuchKey' && Code !== 'NoSuchVersion') failed.push({ key: Key, why: Code });
  return failed;
}

/** Deletes up to 1,000 objects under a prefix. Where the bucket has versions, older ones stay. */
export async function deleteFolderStep(
  client: S3Client,
  { bucket, prefix }: { bucket: string; prefix: string },
  signal: AbortSignal,
): Promise<DeleteStep> {
  const of = { bucket, prefix, token: null, max: 1000, deep: true };
  const { objects, next } = await listObjects(client, of, signal);
  const keys = objects.map(({ key }) => ({ Key: key }));
  const failed = await deleteObjects(client, bucket, keys, signal);
  return {
    deleted: keys.length - failed.length,
    done: next === null && failed.length === 0,
    failed,
  };
}
