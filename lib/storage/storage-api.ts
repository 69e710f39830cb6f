/**
 * `/api/storage/{organizations|projects}/{uuid}/…`: the key that a person linked for an object storage, and what is done
 * with it. The key stays in a sealed cookie: no answer, log or URL holds it. The store itself decides what the key may do.
 */
import { ListBucketsCommand } from '@aws-sdk/client-s3';
import { z } from 'zod';
import { callForPerson } from '@/lib/access/call-for-person';
import type { Result } from '@/lib/contract/types';
import { problem, ProblemError } from '@/lib/problem';
import { attempt } from '@/lib/session/attempts';
import { parseCookies } from '@/lib/session/cookies';
import { credentialsFor } from '@/lib/session/credentials';
import { addressOf, answering, json, readJson, requireOrigin } from '@/lib/session/http';
import { keyHint } from '@/lib/session/keys';
import type { Session } from '@/lib/session/session';
import { requestId, requireRequestSession } from '@/lib/session/session-api';
import type { StorageKey } from '@/lib/session/shape';
import { dropStorageKey, keepStorageKey } from '@/lib/session/storage-keys';
import { refuseInView } from '@/lib/session/view-as';
import { storageClient, storageDeadline } from './client';
import { emptyStep, type EmptyStep } from './empty';
import { bucketContents, listObjects, type BucketContents, type Listing } from './listing';
import { bucketName, pageToken, readQuery } from './inputs';
import { storageErrorName, storageProblem } from './refusal';
import { keyFor, ownerOf, requireChange, withKey, type StoragePath } from './with-key';

/** A linked key as the browser sees it. */
export interface StorageKeyView {
  /** The last four characters of the access key: `…x7Qa`. */
  hint: string;
  /** When it was linked, in ISO 8601. */
  since: string;
}

const keyBody = z.strictObject({
  access_key: z.string('required').trim().min(1, 'required').max(128, 'too_long'),
  secret_key: z.string('required').trim().min(1, 'required').max(256, 'too_long'),
});
const bucketBody = z.strictObject({ bucket: bucketName });
const listQuery = z.object({
  bucket: bucketName,
  prefix: z.string().max(1024, 'too_long').default(''),
  token: pageToken,
  max: z.coerce
    .number()
    .int('number_whole')
    .min(1, 'too_small')
    .max(1000, 'too_large')
    .default(100),
  deep: z.enum(['0', '1'], 'invalid').default('0'),
});

const keyView = ({ accessKey, since }: StorageKey): StorageKeyView => ({
  hint: keyHint(accessKey),
  since: new Date(since).toISOString(),
});

/** GET …/key: `{ data: StorageKeyView | null }`. */
export function showStorageKey(request: Request, at: StoragePath): Promise<Response> {
  return answering(requestId(request), async () => {
    const key = await keyFor(request, at);
    return json({ data: key && keyView(key) });
  });
}

const field = (name: 'access_key' | 'secret_key', code: string) =>
  problem('bad_input', 422, 'The store does not take this key.', { fields: { [name]: [code] } });

/** The fields of what the store says to a key that is tried; null for what says nothing of the key. */
function keyRefusal(error: unknown): ProblemError | null {
  const name = storageErrorName(error);
  if (name === 'InvalidAccessKeyId') return field('access_key', 'unknown_key');
  if (name === 'SignatureDoesNotMatch') return field('secret_key', 'wrong_key');
  return null;
}

/** Asks the store for its buckets. A key that may do less than that is still a good one. */
async function tryKey(
  key: Pick<StorageKey, 'accessKey' | 'secretKey'>,
  signal: AbortSignal,
): Promise<void> {
  const client = storageClient(key);
  const deadline = storageDeadline(signal);
  try {
    await client.send(new ListBucketsCommand({}), { abortSignal: deadline });
  } catch (error) {
    if (storageErrorName(error) === 'AccessDenied') return;
    throw keyRefusal(error) ?? storageProblem(error, signal, deadline);
  } finally {
    client.destroy();
  }
}

/** Refuses a key that the API lists for no storage of this group, where it lists any (A55). */
async function requireOwnKey(
  request: Request,
  session: Session,
  at: StoragePath,
  accessKey: string,
): Promise<void> {
  const params = { group_type: at.group_type, uuid: at.group };
  const options = { requestId: requestId(request), signal: request.signal };
  const credentials = credentialsFor(session, 'awanio');
  const storage = (await callForPerson('A55', { params }, credentials, options)) as Result<'A55'>;
  const keys = storage.credentials.map((key) => key.access_key);
  if (keys.length > 0 && !keys.includes(accessKey)) throw field('access_key', 'other_store');
}

/** PUT …/key `{ access_key, secret_key }`: tries the key, then keeps it in place of an earlier one. `{ data: StorageKeyView }`. */
export function linkStorageKey(request: Request, at: StoragePath): Promise<Response> {
  return answering(requestId(request), async () => {
    requireOrigin(request);
    const session = await requireRequestSession(request);
    refuseInView(session);
    const of = ownerOf(session, at);
    const body = await readJson(request, keyBody);
    const tried = { accessKey: body.access_key, secretKey: body.secret_key };
    await requireOwnKey(request, session, at, tried.accessKey);
    const counts = (error: unknown) =>
      error instanceof ProblemError && error.problem.code === 'bad_input';
    const limits = [
      { name: `storage key ${session.identity}`, most: 10, counts },
      { name: `storage key address ${addressOf(request.headers)}`, most: 30, counts },
    ];
    await attempt(limits, () => tryKey(tried, request.signal), request.signal);
    const key = { ...of, ...tried, since: Date.now() };
    const cookies = parseCookies(request.headers.get('cookie'));
    return json({ data: keyView(key) }, 200, await keepStorageKey(cookies, session.identity, key));
  });
}

/** DELETE …/key: 204. The key itself goes on at the store. */
export function unlinkStorageKey(request: Request, at: StoragePath): Promise<Response> {
  return answering(requestId(request), async () => {
    requireOrigin(request);
    const session = await requireRequestSession(request);
    refuseInView(session);
    const cookies = parseCookies(request.headers.get('cookie'));
    const response = new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
    for (const line of await dropStorageKey(cookies, session.identity, ownerOf(session, at)))
      response.headers.append('set-cookie', line);
    return response;
  });
}

/** GET …/objects?bucket=&prefix=&token=&max=&deep=: `{ data: Listing }`, folders by `/`; with `deep=1` all that is under the prefix. */
export function showObjects(request: Request, at: StoragePath): Promise<Response> {
  return answering(requestId(request), async () => {
    const { deep, ...of } = readQuery(request, listQuery);
    const data: Listing = await withKey(request, at, (client, deadline) =>
      listObjects(client, { ...of, deep: deep === '1' }, deadline),
    );
    return json({ data });
  });
}

/** GET …/contents?bucket=: `{ data: BucketContents }`. */
export function showContents(request: Request, at: StoragePath): Promise<Response> {
  return answering(requestId(request), async () => {
    const { bucket } = readQuery(request, bucketBody);
    const data: BucketContents = await withKey(request, at, (client, deadline) =>
      bucketContents(client, bucket, deadline),
    );
    return json({ data });
  });
}

/** POST …/empty `{ bucket }`: `{ data: EmptyStep }`. One step; the page asks again until it is done. */
export function emptyBucket(request: Request, at: StoragePath): Promise<Response> {
  return answering(requestId(request), async () => {
    await requireChange(request);
    const { bucket } = await readJson(request, bucketBody);
    const data: EmptyStep = await withKey(
      request,
      at,
      (client, deadline) => emptyStep(client, bucket, deadline),
      3, // its three calls follow each other
    );
    return json({ data });
  });
}
