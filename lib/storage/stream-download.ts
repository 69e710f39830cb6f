/** An object as a file that the browser saves. */
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { attachmentNamed, nameOfKey } from './disposition';
import { bucketName, objectKey, readSearch } from './inputs';
import { objectHeaders, type StreamAsked } from './stream-request';
import {
  askStore,
  brokenCall,
  dropBody,
  headerOf,
  refusalOf,
  type StoreAnswer,
} from './store-stream';

export const objectQuery = z.object({
  bucket: bucketName,
  key: objectKey,
  version: z.string().max(1024, 'too_long').default(''),
});
type ObjectAsked = z.output<typeof objectQuery>;

/** The headers of an answer that describe its bytes. */
const passed = ['content-length', 'content-range', 'etag', 'last-modified'] as const;

/**
 * The conditions of a read. A range is one range; more than one is answered with the whole, as HTTP allows. `If-Range`
 * goes to the store as a condition that every store knows.
 */
function conditions({ request }: StreamAsked): Record<string, string> {
  const { range, 'if-range': ifRange, 'if-match': ifMatch } = request.headers;
  const asked: Record<string, string> = ifMatch === undefined ? {} : { 'if-match': ifMatch };
  if (range === undefined || !/^bytes=(?:\d{1,15}-\d{0,15}|-\d{1,15})$/.test(range)) return asked;
  if (typeof ifRange === 'string') {
    const name = ifRange.startsWith('"') ? 'if-match' : 'if-unmodified-since';
    asked[name] = ifRange;
  }
  return { ...asked, range };
}

/** Asks for the object, and for all of it where `If-Range` no longer holds. */
async function read(asked: StreamAsked, of: ObjectAsked): Promise<StoreAnswer> {
  const { bucket, key, version } = of;
  const method = asked.request.method === 'HEAD' ? 'HEAD' : 'GET';
  const query: Record<string, string> = version ? { versionId: version } : {};
  const ask = (headers: Record<string, string>) =>
    askStore(asked.key, { method, bucket, key, query, headers }, asked.signal);
  const answer = await ask(conditions(asked));
  if (answer.statusCode !== 412 || asked.request.headers['if-range'] === undefined) return answer;
  await dropBody(answer);
  const { 'if-match': ifMatch } = asked.request.headers;
  return ask(ifMatch === undefined ? {} : { 'if-match': ifMatch });
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
    ...objectHeaders,
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
