/** An object as a file that the browser saves. */
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { foreignHeaders } from '@/lib/security/headers';
import { attachmentNamed, nameOfKey } from './disposition';
import { bucketName, objectKey, readSearch } from './inputs';
import { askObject, readConditions, type ObjectAsked } from './stream-read';
import type { StreamAsked } from './stream-request';
import { brokenCall, dropBody, headerOf, refusalOf, type StoreAnswer } from './store-stream';

export const objectQuery = z.object({
  bucket: bucketName,
  key: objectKey,
  version: z.string().max(1024, 'too_long').default(''),
});

/** The headers of an answer that describe its bytes. */
const passed = ['content-length', 'content-range', 'etag', 'last-modified'] as const;

/**
 * Asks for the object, and for all of it where `If-Range` no longer holds. That goes to the store as a condition that
 * every store knows.
 */
async function read(asked: StreamAsked, of: ObjectAsked): Promise<StoreAnswer> {
  const { 'if-range': ifRange, range, ...always } = readConditions(asked.request);
  const method = asked.request.method === 'HEAD' ? 'HEAD' : 'GET';
  if (range === undefined) return askObject(asked, of, method, always);
  if (ifRange === undefined) return askObject(asked, of, method, { ...always, range });
  const name = ifRange.startsWith('"') ? 'if-match' : 'if-unmodified-since';
  const answer = await askObject(asked, of, method, { ...always, [name]: ifRange, range });
  if (answer.statusCode !== 412) return answer;
  await dropBody(answer);
  return askObject(asked, of, method, always);
}

/** Sends what the store answers, chunk by chunk. @throws ProblemError where the store refuses, or stops */
export async function sendObject(
  asked: StreamAsked,
  answer: StoreAnswer,
  headers: Record<string, string>,
): Promise<void> {
  const { request, response, signal } = asked;
  const { statusCode } = answer;
  if (statusCode !== 200 && statusCode !== 206) {
    const range = headerOf(answer, 'content-range');
    if (statusCode === 416 && range !== null) response.setHeader('content-range', range);
    throw await refusalOf(answer);
  }
  const known = passed.flatMap((name) => {
    const value = headerOf(answer, name);
    return value === null ? [] : [[name, value] as const];
  });
  response.writeHead(statusCode, {
    ...foreignHeaders,
    ...Object.fromEntries(known),
    'accept-ranges': 'bytes',
    ...headers,
  });
  if (request.method === 'HEAD') {
    await dropBody(answer);
    response.end();
    return;
  }
  try {
    await pipeline(answer.body, response);
  } catch (error) {
    throw brokenCall(error, signal);
  }
}

/** GET and HEAD download?bucket=&key=&version= */
export async function download(asked: StreamAsked): Promise<void> {
  const of = readSearch(asked.search, objectQuery);
  await sendObject(asked, await read(asked, of), {
    'content-type': 'application/octet-stream',
    'content-disposition': attachmentNamed(nameOfKey(of.key)),
  });
}
