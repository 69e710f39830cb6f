/**
 * The body of a call as content for the store: undone of its chunks, and checked while it passes by against the length,
 * the hashes and the checksum that the headers promise. It is never held whole.
 */
import { createHash } from 'node:crypto';
import {
  checksumAlgorithm,
  checksumAlgorithms,
  checksumLengths,
  runningChecksum,
} from '../checksums';
import type { Checksum, ChecksumAlgorithm, Incoming } from '../store';
import type { Authenticated } from './authenticate';
import { unchunk, type Bytes } from './chunked';
import type { Headers } from './headers';
import { S3Refusal } from './refusal';

/** A body whose content is `length` bytes. */
export interface Body extends Incoming {
  length: number;
}

/** What the content must be. */
interface Promised {
  length: number;
  /** Hex. */
  sha256: string | null;
  /** Base64. */
  md5: string | null;
  algorithm: ChecksumAlgorithm;
  /** Where the checksum's value stands; read at the end, since it may come last. */
  value: () => string | null;
}

const headerName = (algorithm: ChecksumAlgorithm) => `x-amz-checksum-${algorithm.toLowerCase()}`;

/** Whether a text is base64 of so many bytes, written in the one right way. */
function isBase64(text: string, bytes: number): boolean {
  const read = Buffer.from(text, 'base64');
  return read.length === bytes && read.toString('base64') === text;
}

/**
 * The checksum that headers give, or null; one at most, and of the right length.
 * @param ofParts takes one of parts as well, which ends in their number
 */
export function givenChecksum(
  headers: Headers,
  ofParts = false,
): { algorithm: ChecksumAlgorithm; value: string } | null {
  const given = checksumAlgorithms.filter((one) => headers.has(headerName(one)));
  const [algorithm] = given;
  if (algorithm === undefined) return null;
  if (given.length > 1)
    throw new S3Refusal('InvalidRequest', 'Expecting a single x-amz-checksum- header.');
  const text = headers.get(headerName(algorithm)) ?? '';
  return { algorithm, value: checkedValue(algorithm, ofParts ? text.replace(/-\d+$/, '') : text) };
}

function checkedValue(algorithm: ChecksumAlgorithm, value: string): string {
  if (!isBase64(value, checksumLengths[algorithm]))
    throw new S3Refusal('InvalidRequest', `Value for ${headerName(algorithm)} header is invalid.`);
  return value;
}

/** The checksum of headers or of the trailing ones that they announce. */
function promisedChecksum(
  headers: Headers,
  trailers: ReadonlyMap<string, string>,
  fallback: ChecksumAlgorithm,
): Pick<Promised, 'algorithm' | 'value'> {
  const announced = (headers.get('x-amz-trailer') ?? '').toLowerCase().split(',');
  const trailing = checksumAlgorithms.find((one) =>
    announced.some((name) => name.trim() === headerName(one)),
  );
  const given = givenChecksum(headers);
  if (given && trailing)
    throw new S3Refusal('InvalidRequest', 'Expecting a single x-amz-checksum- header.');
  if (given) return { algorithm: given.algorithm, value: () => given.value };
  if (trailing === undefined) {
    const named = headers.get('x-amz-sdk-checksum-algorithm');
    return { algorithm: checksumAlgorithm(named) ?? fallback, value: () => null };
  }
  const value = () => {
    const text = trailers.get(headerName(trailing));
    if (text === undefined) throw new S3Refusal('MalformedTrailerError');
    return checkedValue(trailing, text);
  };
  return { algorithm: trailing, value };
}

/** Passes bytes on and throws at their end if they aren't what was promised. */
async function* verified(
  source: Bytes,
  promised: Promised,
  done: (checksum: Checksum) => void,
): AsyncGenerator<Uint8Array> {
  const checksum = runningChecksum(promised.algorithm);
  const sha256 = promised.sha256 === null ? null : createHash('sha256');
  const md5 = promised.md5 === null ? null : createHash('md5');
  let length = 0;
  for await (const piece of source) {
    length += piece.length;
    if (length > promised.length) throw new S3Refusal('IncompleteBody');
    for (const one of [checksum, sha256, md5]) one?.update(piece);
    yield piece;
  }
  if (length !== promised.length) throw new S3Refusal('IncompleteBody');
  if (sha256 && sha256.digest('hex') !== promised.sha256)
    throw new S3Refusal('XAmzContentSHA256Mismatch');
  if (md5 && md5.digest('base64') !== promised.md5)
    throw new S3Refusal('BadDigest', 'The Content-MD5 you specified did not match.');
  const [value, given] = [await checksum.value(), promised.value()];
  if (given !== null && given !== value)
    throw new S3Refusal(
      'BadDigest',
      `The ${promised.algorithm} you specified did not match the calculated checksum.`,
    );
  done({ algorithm: promised.algorithm, value, type: 'FULL_OBJECT' });
}

/** How the value of `x-amz-content-sha256` says that the body comes. */
function payloadOf(auth: Authenticated) {
  const { payloadHash, signed } = auth;
  if (payloadHash === null || payloadHash === 'UNSIGNED-PAYLOAD')
    return { sha256: null, chunking: null };
  if (/^[0-9a-f]{64}$/.test(payloadHash)) return { sha256: payloadHash, chunking: null };
  if (payloadHash === 'STREAMING-UNSIGNED-PAYLOAD-TRAILER')
    return { sha256: null, chunking: { signed: null, trailer: true } };
  const [, trailer] = /^STREAMING-AWS4-HMAC-SHA256-PAYLOAD(-TRAILER)?$/.exec(payloadHash) ?? [null];
  if (trailer === null || !signed)
    throw new S3Refusal('InvalidArgument', 'x-amz-content-sha256 is not valid.');
  return { sha256: null, chunking: { signed, trailer: trailer !== undefined } };
}

/** The number of bytes that a header gives. */
function lengthOf(headers: Headers, name: string): number {
  const text = headers.get(name);
  if (text === undefined) throw new S3Refusal('MissingContentLength');
  if (!/^\d{1,15}$/.test(text)) throw new S3Refusal('InvalidArgument', `${name} is not a number.`);
  return Number(text);
}

/**
 * The content of a call's body.
 * @param fallback the checksum that is worked out where the call names none
 */
export function bodyOf(
  source: Bytes,
  auth: Authenticated,
  fallback: ChecksumAlgorithm = 'CRC64NVME',
): Body {
  const { headers } = auth;
  const { sha256, chunking } = payloadOf(auth);
  const trailers = new Map<string, string>();
  const length = lengthOf(headers, chunking ? 'x-amz-decoded-content-length' : 'content-length');
  const md5 = headers.get('content-md5') ?? null;
  if (md5 !== null && !isBase64(md5, 16)) throw new S3Refusal('InvalidDigest');
  const content = chunking ? unchunk(source, chunking, trailers) : source;
  let found: Checksum | null = null;
  const promised = { length, sha256, md5, ...promisedChecksum(headers, trailers, fallback) };
  return {
    length,
    body: verified(content, promised, (checksum) => void (found = checksum)),
    checksum: () => found,
  };
}

const smallLimit = 8 * 1024 * 1024;

/** Reads a body of XML or JSON, of 8 MiB at most, into one text. */
export async function readText(source: Bytes, auth: Authenticated): Promise<string> {
  const { body, length } = bodyOf(source, auth);
  if (length > smallLimit) throw new S3Refusal('EntityTooLarge');
  const pieces: Uint8Array[] = [];
  for await (const piece of body) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}
