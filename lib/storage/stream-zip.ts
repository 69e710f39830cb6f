/** Objects as one zip file, streamed: one object after the other, none of them held whole. */
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { makeZip } from 'client-zip';
import { problem } from '@/lib/problem';
import { foreignHeaders } from '@/lib/security/headers';
import { fieldErrors } from '@/lib/session/http';
import { storageClient, storageDeadline } from './client';
import { attachmentNamed } from './disposition';
import { storageProblem } from './refusal';
import type { ZipAsked } from './shapes';
import { askObject } from './stream-read';
import type { StreamAsked } from './stream-request';
import { brokenCall, dropBody, headerOf, refusalOf } from './store-stream';
import { PLAN_TIMES } from './zip-api';
import { withRecords } from './zip-end';
import { planZip, ZIP_REQUEST_LIMIT, zipBody, type Zip, type ZipEntry } from './zip';

/** Objects up to this size are asked for ahead of their turn, so that each doesn't cost a journey to the store. */
const SMALL = 64 * 1024;
const AHEAD = 8;

/** Reads the field `request` of a form. @throws ProblemError `too_large`, `bad_input` */
async function askedOf({ request }: StreamAsked): Promise<ZipAsked> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > ZIP_REQUEST_LIMIT)
      throw problem('too_large', 413, 'The request is larger than 16 MiB.');
    chunks.push(chunk);
  }
  const text = new URLSearchParams(Buffer.concat(chunks).toString()).get('request') ?? '';
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw problem('bad_input', 422, 'The field `request` is not JSON.');
  }
  const parsed = zipBody.safeParse(value);
  if (parsed.success) return parsed.data;
  throw problem('bad_input', 422, 'Some fields are missing or wrong.', {
    fields: fieldErrors(parsed.error),
  });
}

async function planned(asked: StreamAsked, of: ZipAsked): Promise<Zip> {
  const client = storageClient(asked.key);
  const deadline = storageDeadline(asked.signal, PLAN_TIMES);
  try {
    return await planZip(client, of, deadline);
  } catch (error) {
    throw storageProblem(error, asked.signal, deadline);
  } finally {
    client.destroy();
  }
}

/** The bytes of an object as it was planned. @throws ProblemError where it is another one by now */
async function bodyOf(
  asked: StreamAsked,
  bucket: string,
  { key, etag, size }: ZipEntry,
): Promise<AsyncIterable<Buffer>> {
  const condition: Record<string, string> = etag === '' ? {} : { 'if-match': etag };
  const answer = await askObject(asked, { bucket, key, version: '' }, 'GET', condition);
  if (answer.statusCode !== 200) throw await refusalOf(answer);
  const length = headerOf(answer, 'content-length');
  if (length === null || Number(length) === size) return answer.body as AsyncIterable<Buffer>;
  await dropBody(answer);
  throw problem('conflict', 409, 'An object has changed.', { storage: 'PreconditionFailed' });
}

async function whole(asked: StreamAsked, bucket: string, entry: ZipEntry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await bodyOf(asked, bucket, entry)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Refuses a body of another length than was said: the zip file's own length would be wrong. */
async function* exactly(body: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  let passed = 0;
  for await (const chunk of body) {
    passed += chunk.length;
    yield chunk;
  }
  if (passed !== size) throw problem('conflict', 409, 'An object has changed.');
}

/** DOS, whose times a zip file has, begins in 1980 and ends in 2107. */
function dosTime(modified: number): Date {
  const [first, last] = [Date.UTC(1980, 0, 2), Date.UTC(2107, 11, 30)];
  return new Date(Math.min(Math.max(modified, first), last));
}

/** The objects one after the other; small ones that follow are under way meanwhile. */
async function* inputs(asked: StreamAsked, bucket: string, entries: readonly ZipEntry[]) {
  const ahead = new Map<number, Promise<Buffer>>();
  let asking = 0;
  for (const [index, entry] of entries.entries()) {
    for (
      asking = Math.max(asking, index);
      asking < entries.length && asking < index + AHEAD;
      asking += 1
    ) {
      const next = entries[asking];
      if (!next || next.size > SMALL || next.name.endsWith('/')) continue;
      const bytes = whole(asked, bucket, next);
      bytes.catch(() => undefined); // told when its turn comes
      ahead.set(asking, bytes);
    }
    const { size, modified } = entry;
    // Small buffers share their memory; client-zip keeps the names until the end.
    const name = Buffer.from(entry.name);
    const lastModified = dosTime(modified);
    if (entry.name.endsWith('/')) {
      yield { name, lastModified };
      continue;
    }
    const small = ahead.get(index);
    ahead.delete(index);
    const body = small ? [await small] : await bodyOf(asked, bucket, entry);
    const input = exactly(body as AsyncIterable<Buffer>, size);
    yield { name, lastModified, size, input };
  }
}

/** POST zip, a form whose field `request` is the JSON of `ZipAsked`. An object that changes breaks the answer off. */
export async function zip(asked: StreamAsked): Promise<void> {
  const { response, signal } = asked;
  const of = await askedOf(asked);
  const { name, size, written, entries } = await planned(asked, of);
  response.writeHead(200, {
    ...foreignHeaders,
    'content-type': 'application/zip',
    'content-length': size,
    'content-disposition': attachmentNamed(name),
  });
  const made = makeZip(inputs(asked, of.bucket, entries), {
    buffersAreUTF8: true,
  }) as unknown as ReadableStream<Uint8Array>;
  try {
    await pipeline(size === written ? made : withRecords(made, written, entries.length), response);
  } catch (error) {
    throw brokenCall(error, signal);
  }
}
