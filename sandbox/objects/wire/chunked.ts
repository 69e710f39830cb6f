/**
 * Reads bodies of `Content-Encoding: aws-chunked`: chunks with their length in hex, each with a signature where the
 * body is signed, and trailing headers at the end. Chunks pass by as they come; a wrong one throws, so nothing is kept.
 */
import { createHash } from 'node:crypto';
import { chunkScope, type Signed } from './authenticate';
import { S3Refusal } from './refusal';
import { sameSignature, signText } from './signature';

export type Bytes = AsyncIterable<Uint8Array>;

/** How a body is chunked. */
export interface Chunking {
  /** Whose chunks are signed; null where they aren't. */
  signed: Signed | null;
  /** Whether headers follow the last chunk. */
  trailer: boolean;
}

const lineLimit = 16_384;
const emptyHash = createHash('sha256').digest('hex');
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Takes lines and stretches of bytes out of a stream. */
class Reader {
  private rest: Uint8Array = new Uint8Array(0);
  private readonly source: AsyncIterator<Uint8Array>;

  constructor(source: Bytes) {
    this.source = source[Symbol.asyncIterator]();
  }

  /** Whether there is anything left, and gets more if needed. */
  private async fill(): Promise<boolean> {
    while (this.rest.length === 0) {
      const { done, value } = await this.source.next();
      if (done) return false;
      this.rest = value;
    }
    return true;
  }

  /** A line without its end; null at the end of the stream. */
  async line(): Promise<string | null> {
    let text = '';
    while (await this.fill()) {
      const at = this.rest.indexOf(10);
      const piece = at < 0 ? this.rest : this.rest.subarray(0, at);
      text += Buffer.from(piece).toString('latin1');
      this.rest = this.rest.subarray(at < 0 ? this.rest.length : at + 1);
      if (text.length > lineLimit) throw new S3Refusal('InvalidRequest', 'A line is too long.');
      if (at >= 0) return text.endsWith('\r') ? text.slice(0, -1) : text;
    }
    return text === '' ? null : text;
  }

  /** Exactly so many bytes. */
  async *take(length: number): AsyncGenerator<Uint8Array> {
    for (let left = length; left > 0;) {
      if (!(await this.fill())) throw new S3Refusal('IncompleteBody');
      const piece = this.rest.subarray(0, left);
      this.rest = this.rest.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }
}

/** Checks the chain of signatures, each of which covers the one before. */
class Chain {
  private readonly scope: string;
  private previous: string;

  constructor(private readonly signed: Signed) {
    this.scope = chunkScope(signed);
    this.previous = signed.signature;
  }

  follow(kind: 'PAYLOAD' | 'TRAILER', given: string, hashes: readonly string[]): void {
    const text = [`AWS4-HMAC-SHA256-${kind}`, this.scope, this.previous, ...hashes].join('\n');
    const signature = signText(this.signed.signingKey, text);
    if (!sameSignature(signature, given)) throw new S3Refusal('SignatureDoesNotMatch');
    this.previous = signature;
  }
}

/** The length of a chunk and its signature, from `400;chunk-signature=…`. */
function chunkHead(line: string | null): { length: number; signature: string } {
  const [, hex, signature = ''] =
    /^([0-9a-fA-F]{1,12})(?:;chunk-signature=([0-9a-f]{64}))?$/.exec(line ?? '') ?? [];
  if (line === null) throw new S3Refusal('IncompleteBody');
  if (hex === undefined) throw new S3Refusal('InvalidRequest', 'A chunk has no valid length.');
  return { length: parseInt(hex, 16), signature };
}

/** The trailing headers, and their signature where there is one. */
async function readTrailers(reader: Reader): Promise<Map<string, string>> {
  const trailers = new Map<string, string>();
  for (let line = await reader.line(); line !== null; line = await reader.line()) {
    if (line === '') continue;
    const at = line.indexOf(':');
    if (at <= 0 || trailers.size >= 16) throw new S3Refusal('MalformedTrailerError');
    trailers.set(line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim());
  }
  return trailers;
}

const trailerSignature = 'x-amz-trailer-signature';

/**
 * The content of a chunked body.
 * @param trailers takes the trailing headers, whole once the content has ended
 */
export async function* unchunk(
  source: Bytes,
  { signed, trailer }: Chunking,
  trailers: Map<string, string>,
): AsyncGenerator<Uint8Array> {
  const reader = new Reader(source);
  const chain = signed && new Chain(signed);
  for (;;) {
    const { length, signature } = chunkHead(await reader.line());
    const hash = chain && createHash('sha256');
    for await (const piece of reader.take(length)) {
      hash?.update(piece);
      yield piece;
    }
    if (chain && hash) chain.follow('PAYLOAD', signature, [emptyHash, hash.digest('hex')]);
    if (length === 0) break;
    if ((await reader.line()) !== '')
      throw new S3Refusal('InvalidRequest', 'A chunk is longer than it says.');
  }
  const found = await readTrailers(reader);
  const given = found.get(trailerSignature) ?? '';
  found.delete(trailerSignature);
  if (!trailer && found.size > 0) throw new S3Refusal('MalformedTrailerError');
  const canonical = [...found].map(([name, value]) => `${name}:${value}\n`).join('');
  if (chain && trailer) chain.follow('TRAILER', given, [sha256(canonical)]);
  for (const [name, value] of found) trailers.set(name, value);
}
