/** Empties a bucket, step by step, so that a person can watch and stop it. */
import { AbortMultipartUploadCommand, type S3Client } from '@aws-sdk/client-s3';
import { deleteObjects } from './deleting';
import { firstUploads, firstVersions, type OpenUpload } from './listing';
import { storageErrorName } from './refusal';

/** What one step did. */
export interface EmptyStep {
  /** Objects, versions and uploads that are gone. */
  deleted: number;
  /** Nothing is left. */
  done: boolean;
  /** What couldn't be deleted, with S3's own name of the reason. A step that only fails ends the work. */
  failed: { key: string; why: string }[];
}

async function endUpload(
  client: S3Client,
  bucket: string,
  { Key, UploadId }: OpenUpload,
  signal: AbortSignal,
): Promise<string | null> {
  try {
    await client.send(new AbortMultipartUploadCommand({ Bucket: bucket, Key, UploadId }), {
      abortSignal: signal,
    });
    return null;
  } catch (error) {
    const name = storageErrorName(error);
    if (name === undefined) throw error;
    return name === 'NoSuchUpload' ? null : name;
  }
}

/** Deletes up to 1,000 versions and ends up to 1,000 uploads, ten at once. */
export async function emptyStep(
  client: S3Client,
  bucket: string,
  signal: AbortSignal,
): Promise<EmptyStep> {
  const { objects, older, more } = await firstVersions(client, bucket, signal);
  const versions = [...objects, ...older];
  const failed = await deleteObjects(client, bucket, versions, signal);
  const open = await firstUploads(client, bucket, signal);
  for (let at = 0; at < open.uploads.length; at += 10) {
    const some = open.uploads.slice(at, at + 10);
    const reasons = await Promise.all(
      some.map((upload) => endUpload(client, bucket, upload, signal)),
    );
    reasons.forEach((why, index) => {
      if (why !== null) failed.push({ key: some[index]?.Key ?? '', why });
    });
  }
  const deleted = versions.length + open.uploads.length - failed.length;
  return { deleted, done: !more && !open.more && failed.length === 0, failed };
}
