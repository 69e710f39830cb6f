/**
 * What the store lets anyone do: it is asked without a signature, in ways that change nothing whatever it answers.
 *
 * - read: HEAD of an object that the linked key finds.
 * - list: one line of a list.
 * - write: a put whose `Content-MD5` isn't that of its body. AWS, MinIO and Ceph ask first whether the caller may put
 *   (`AccessDenied`), and then refuse the body (`BadDigest`) before there is an object.
 * - delete: a delete of a name that nobody has. Where the bucket keeps versions it would leave a marker, so a version of
 *   that name is deleted there, which never leaves one. It needs another right (`s3:DeleteObjectVersion`), so that a refusal
 *   proves nothing.
 */
import { randomUUID } from 'node:crypto';
import {
  DeleteObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { readVersioning } from './bucket-settings';
import { listObjects } from './listing';
import { storageErrorName } from './refusal';
import type { Proof, ProofOf } from './shapes';

const statusOf = (error: unknown) =>
  (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;

const unknown = (answer: string): ProofOf => ({ allowed: 'unknown', answer });

/**
 * What an answer without a signature proves.
 * @param passed S3's names of refusals that come only after the caller was let through
 */
async function proofOf(call: Promise<unknown>, passed: readonly string[] = []): Promise<ProofOf> {
  try {
    await call;
    return { allowed: 'yes', answer: 'OK' };
  } catch (error) {
    const name = storageErrorName(error);
    if (name === undefined) return unknown('Unreachable');
    // HEAD has no body to name it.
    if (statusOf(error) === 403)
      return name === 'AccessDenied' || !/^[A-Z][a-z]+[A-Z]/.test(name)
        ? { allowed: 'no', answer: 'AccessDenied' }
        : unknown(name);
    return passed.includes(name) ? { allowed: 'yes', answer: name } : unknown(name);
  }
}

async function proveRead(owner: S3Client, anyone: S3Client, bucket: string, signal: AbortSignal) {
  const of = { bucket, prefix: '', token: null, max: 1, deep: true };
  let first;
  try {
    [first] = (await listObjects(owner, of, signal)).objects;
  } catch (error) {
    return unknown(storageErrorName(error) ?? 'Unreachable');
  }
  if (!first) return unknown('NoObject');
  const head = new HeadObjectCommand({ Bucket: bucket, Key: first.key });
  return proofOf(anyone.send(head, { abortSignal: signal }));
}

/** The MD5 of no content; the body has one byte. */
const wrongDigest = '1B2M2Y8AsgTpgAmY7PhCfg==';

async function proveWrite(owner: S3Client, anyone: S3Client, bucket: string, signal: AbortSignal) {
  const of = { Bucket: bucket, Key: `nusa-proof-${randomUUID()}` };
  const put = new PutObjectCommand({ ...of, Body: Buffer.from('0'), ContentMD5: wrongDigest });
  const proof = await proofOf(anyone.send(put, { abortSignal: signal }), ['BadDigest']);
  // A store that overlooks the digest has put it.
  if (proof.answer === 'OK')
    await owner.send(new DeleteObjectCommand(of), { abortSignal: signal }).catch(() => undefined);
  return proof;
}

async function proveDelete(owner: S3Client, anyone: S3Client, bucket: string, signal: AbortSignal) {
  const state = await readVersioning(owner, bucket, signal).then(
    (read) => read.state,
    (error: unknown) => (storageErrorName(error) === 'NotImplemented' ? 'off' : 'enabled'),
  );
  const of = { Bucket: bucket, Key: `nusa-proof-${randomUUID()}` };
  const gone = ['NoSuchKey', 'NoSuchVersion'];
  const remove = (more: { VersionId?: string }) =>
    proofOf(
      anyone.send(new DeleteObjectCommand({ ...of, ...more }), { abortSignal: signal }),
      gone,
    );
  if (state === 'off') return remove({});
  const ofVersion = await remove({ VersionId: 'null' });
  return ofVersion.allowed === 'no' ? unknown('Versioned') : ofVersion;
}

/**
 * Asks the store what anyone may do in a bucket.
 * @param owner a client of the linked key, which finds an object to ask for
 * @param anyone a client that signs nothing
 */
export async function proveBucket(
  owner: S3Client,
  anyone: S3Client,
  bucket: string,
  signal: AbortSignal,
): Promise<Proof> {
  const list = new ListObjectsV2Command({ Bucket: bucket, MaxKeys: 1 });
  const [read, listed, write, removed] = await Promise.all([
    proveRead(owner, anyone, bucket, signal),
    proofOf(anyone.send(list, { abortSignal: signal })),
    proveWrite(owner, anyone, bucket, signal),
    proveDelete(owner, anyone, bucket, signal),
  ]);
  return { read, list: listed, write, delete: removed, at: new Date().toISOString() };
}
