/** Parts and whole small objects on their way to the store. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { problem } from '@/lib/problem';
import { bucketName, mediaType, objectKey, partNumber, readSearch, uploadId } from './inputs';
import type { StoredBytes } from './shapes';
import type { StoreCall } from './sign';
import { sendData, type StreamAsked } from './stream-request';
import { askStore, dropBody, headerOf, refusalOf } from './store-stream';

/** S3 takes no more in one put. */
const mostBytes = 5 * 1024 ** 3;

const partQuery = z.object({
  bucket: bucketName,
  key: objectKey,
  upload_id: uploadId,
  number: partNumber,
});
const flag = z.enum(['0', '1'], 'invalid').default('0');
const contentQuery = z.object({
  bucket: bucketName,
  key: objectKey,
  type: z.string().max(255, 'too_long').default(''),
  replace: flag,
  again: flag,
});

const unfit = (code: string, message: string) =>
  problem('bad_input', 422, message, { fields: { body: [code] } });

/** How many bytes the body has. @throws ProblemError where that isn't said, or is too much */
function lengthOf({ request }: StreamAsked): number {
  const text = request.headers['content-length'];
  if (text === undefined) throw unfit('length', 'The request must say how long its body is.');
  const length = Number(text);
  if (length > mostBytes)
    throw problem('too_large', 413, 'A store takes at most 5 GiB in one part.');
  return length;
}

/** Puts the request's body and answers its ETag. */
async function put(asked: StreamAsked, call: Omit<StoreCall, 'method'>): Promise<StoredBytes> {
  const body = {
    // A body that isn't read to its end must not close the socket before the problem is told.
    chunks: asked.request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>,
    length: lengthOf(asked),
  };
  const answer = await askStore(asked.key, { ...call, method: 'PUT' }, asked.signal, body);
  if (answer.statusCode !== 200) throw await refusalOf(answer);
  await dropBody(answer);
  const etag = headerOf(answer, 'etag');
  if (etag === null)
    throw problem('backend_unreadable', 502, 'The store told no ETag of what it got.');
  return { etag };
}

/** PUT part?bucket=&key=&upload_id=&number= */
export async function putPart(asked: StreamAsked): Promise<void> {
  const { bucket, key, upload_id, number } = readSearch(asked.search, partQuery);
  const query = { partNumber: String(number), uploadId: upload_id };
  sendData(asked, await put(asked, { bucket, key, query }));
}

/** The ETag of the object that is there, with its quotes; undefined where there is none, and null where the store tells none. */
async function standing(asked: StreamAsked, bucket: string, key: string) {
  const answer = await askStore(asked.key, { method: 'HEAD', bucket, key }, asked.signal);
  await dropBody(answer);
  return answer.statusCode === 200 ? headerOf(answer, 'etag') : undefined;
}

/** The ETag that a store gives to the request's body, put whole. */
async function etagOfBody({ request }: StreamAsked): Promise<string> {
  const hash = createHash('md5');
  for await (const chunk of request.iterator({ destroyOnReturn: false }))
    hash.update(chunk as Buffer);
  return `"${hash.digest('hex')}"`;
}

/**
 * PUT content?bucket=&key=&type=&replace=0|1&again=0|1. Without `replace` an object that is there stays: the store is asked before,
 * since some stores overlook the condition, and by the condition, since another tab may put it meanwhile. With `again` an earlier attempt
 * may have put it, so one with the same content is no conflict.
 */
export async function putContent(asked: StreamAsked): Promise<void> {
  const { bucket, key, type, replace, again } = readSearch(asked.search, contentQuery);
  lengthOf(asked);
  const headers: Record<string, string> = { 'content-type': mediaType(type) };
  if (replace === '0') {
    const etag = await standing(asked, bucket, key);
    if (etag && again === '1' && (await etagOfBody(asked)) === etag)
      return sendData(asked, { etag } satisfies StoredBytes);
    if (etag !== undefined) throw problem('conflict', 409, 'There is such an object.');
    headers['if-none-match'] = '*';
  }
  sendData(asked, await put(asked, { bucket, key, headers }));
}
