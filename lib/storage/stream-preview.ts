/**
 * An object as the console shows it. The type is the console's choice by the first bytes, never the stored one, and the
 * answer's policy lets nothing of it run.
 */
import { z } from 'zod';
import { foreignHeaders } from '@/lib/security/headers';
import { Lru } from '@/lib/backend/lru';
import { TEXT_CUT_HEADER, TEXT_ENCODING_HEADER } from '@/lib/header-names';
import { perProcess } from '@/lib/log/per-process';
import { problem } from '@/lib/problem';
import { readSearch } from './inputs';
import { decodeText, KIND_BYTES, previewType } from './preview-kind';
import type { PreviewKind } from './shapes';
import { objectQuery, sendObject } from './stream-download';
import { askObject, readConditions } from './stream-read';
import type { StreamAsked } from './stream-request';
import { brokenCall, dropBody, headerOf, refusalOf } from './store-stream';

const TEXT_BYTES = 512 * 1024;
const MOST_KNOWN = 1000;

const kinds = ['image', 'text', 'audio', 'video', 'pdf'] as const satisfies readonly PreviewKind[];
const previewQuery = objectQuery.extend({ as: z.enum(kinds, 'invalid') });
type PreviewAsked = z.output<typeof previewQuery>;

const unsupported = (as: PreviewKind) =>
  problem('unsupported', 415, `The object is not of the kind ${as}.`);

/** The first bytes of an object, as many as `most`, with the ETag of which they are. */
interface Beginning {
  bytes: Buffer;
  etag: string;
  /** Bytes of the whole object. */
  size: number;
}

async function beginning(asked: StreamAsked, of: PreviewAsked, most: number): Promise<Beginning> {
  const answer = await askObject(asked, of, 'GET', { range: `bytes=0-${most - 1}` });
  const etag = headerOf(answer, 'etag') ?? '';
  // An empty object has no range that could be read.
  if (answer.statusCode === 416) {
    await dropBody(answer);
    return { bytes: Buffer.alloc(0), etag, size: 0 };
  }
  if (answer.statusCode !== 200 && answer.statusCode !== 206) throw await refusalOf(answer);
  const chunks: Buffer[] = [];
  let read = 0;
  try {
    for await (const chunk of answer.body as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      read += chunk.length;
      if (read >= most) break; // a store that sends the whole
    }
  } catch (error) {
    throw brokenCall(error, asked.signal);
  }
  const whole = /\/(\d+)$/.exec(headerOf(answer, 'content-range') ?? '')?.[1];
  const size = Number(whole ?? headerOf(answer, 'content-length') ?? read);
  return { bytes: Buffer.concat(chunks).subarray(0, most), etag, size };
}

async function sendText(asked: StreamAsked, of: PreviewAsked): Promise<void> {
  const { request, response } = asked;
  const { bytes, size } = await beginning(asked, of, TEXT_BYTES);
  const decoded = decodeText(bytes);
  if (!decoded) throw unsupported('text');
  const body = Buffer.from(decoded.text);
  response.writeHead(200, {
    ...foreignHeaders,
    'content-type': 'text/plain; charset=utf-8',
    'content-length': body.byteLength,
    [TEXT_ENCODING_HEADER]: decoded.encoding,
    ...(size > bytes.length ? { [TEXT_CUT_HEADER]: '1' } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

interface Known {
  etag: string;
  type: string;
}

/**
 * The type of an object that is shown by ranges, kept with the ETag of which it is true: a player asks for many.
 * @throws ProblemError `unsupported`
 */
async function typeOf(asked: StreamAsked, of: PreviewAsked, again: boolean): Promise<Known> {
  const known = perProcess('storage.preview-types', () => new Lru<Known>(MOST_KNOWN));
  const { accessKey } = asked.key;
  const name = JSON.stringify([accessKey, of.bucket, of.key, of.version, of.as]);
  const kept = again ? undefined : known.get(name);
  if (kept) return kept;
  const { bytes, etag } = await beginning(asked, of, KIND_BYTES);
  const type = of.as === 'text' ? null : previewType(bytes, of.as);
  if (type === null) throw unsupported(of.as);
  const found = { etag, type };
  known.set(name, found);
  return found;
}

/** GET and HEAD preview?bucket=&key=&version=&as= */
export async function preview(asked: StreamAsked): Promise<void> {
  const of = readSearch(asked.search, previewQuery);
  if (of.as === 'text') return sendText(asked, of);
  const method = asked.request.method === 'HEAD' ? 'HEAD' : 'GET';
  const { range } = readConditions(asked.request);
  for (const again of [false, true]) {
    const { etag, type } = await typeOf(asked, of, again);
    const answer = await askObject(asked, of, method, {
      ...(etag === '' ? {} : { 'if-match': etag }),
      ...(range === undefined ? {} : { range }),
    });
    // Another object is there by now, and what it is must be looked at anew.
    if (answer.statusCode === 412 && !again) {
      await dropBody(answer);
      continue;
    }
    return sendObject(asked, answer, { 'content-type': type, 'content-disposition': 'inline' });
  }
}
