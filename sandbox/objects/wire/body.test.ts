import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { runningChecksum } from '../checksums';
import type { ChecksumAlgorithm } from '../store';
import { addressOf } from './address';
import { authenticate, chunkScope } from './authenticate';
import { headersOf } from './headers';
import { signText } from './signature';
import { codeOf, keysWith, receive, signCall, type WireCall } from './testing/signed';

const at = new Date('2026-11-28T12:00:00Z');
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const put = (headers: Record<string, string>, body: string) =>
  signCall({ method: 'PUT', key: 'k', headers, body }, at);

/** A call whose chunks aren't signed, with a trailing checksum. */
async function unsigned(trailer: string, chunks = '5\r\nhello\r\n', length = '5') {
  return put(
    {
      'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
      'x-amz-decoded-content-length': length,
      'x-amz-trailer': 'x-amz-checksum-crc64nvme',
    },
    `${chunks}0\r\n${trailer}\r\n\r\n`,
  );
}

/** A call whose chunks are signed, as clients of S3 write it. */
async function chunkSigned(chunks: string[], trailer: string | null): Promise<WireCall> {
  const call = await put(
    {
      'x-amz-content-sha256': `STREAMING-AWS4-HMAC-SHA256-PAYLOAD${trailer === null ? '' : '-TRAILER'}`,
      'x-amz-decoded-content-length': String(chunks.join('').length),
      ...(trailer === null ? {} : { 'x-amz-trailer': 'x-amz-checksum-crc32' }),
    },
    '',
  );
  const address = addressOf(call.target);
  const headers = headersOf(Object.entries(call.headers).flat());
  const { signed } = await authenticate(
    { method: call.method, address, headers },
    { keys: keysWith(), now: at },
  );
  if (!signed) throw new Error('not signed');
  let previous = signed.signature;
  const follow = (kind: string, ...hashes: string[]) => {
    const text = [`AWS4-HMAC-SHA256-${kind}`, chunkScope(signed), previous, ...hashes].join('\n');
    return (previous = signText(signed.signingKey, text));
  };
  const written = [...chunks, ''].map((chunk) => {
    const signature = follow('PAYLOAD', sha256(''), sha256(chunk));
    const end = chunk === '' && trailer !== null ? '' : '\r\n';
    return `${chunk.length.toString(16)};chunk-signature=${signature}\r\n${chunk}${end}`;
  });
  if (trailer !== null)
    written.push(
      `${trailer}\r\nx-amz-trailer-signature:${follow('TRAILER', sha256(`${trailer}\n`))}\r\n\r\n`,
    );
  return { ...call, body: Buffer.from(written.join('')) };
}

const changedIn = (call: WireCall, from: string, to: string): WireCall => ({
  ...call,
  body: Buffer.from(call.body.toString().replace(from, to)),
});

describe('Bodies in chunks', () => {
  it('are checked by their trailing checksum', async () => {
    const right = await unsigned('x-amz-checksum-crc64nvme:M3eFcAZSQlc=');
    expect(await receive(right, at)).toMatchObject({ content: 'hello', checksum: 'M3eFcAZSQlc=' });
    const wrong = await unsigned('x-amz-checksum-crc64nvme:h4V7q1h2RXA=');
    expect(await codeOf(receive(wrong, at))).toBe('BadDigest');
    const long = await unsigned('x-amz-checksum-crc64nvme:M3eFcAZSQlcb');
    expect(await codeOf(receive(long, at))).toBe('InvalidRequest');
    expect(await codeOf(receive(await unsigned(''), at))).toBe('MalformedTrailerError');
  });

  it('are refused with a wrong length or a broken chunk', async () => {
    const trailer = 'x-amz-checksum-crc64nvme:M3eFcAZSQlc=';
    for (const [chunks, length, code] of [
      ['5\r\nhello\r\n', '6', 'IncompleteBody'],
      ['5\r\nhello\r\n', '4', 'IncompleteBody'],
      ['4\r\nhello\r\n', '5', 'InvalidRequest'],
      ['x\r\nhello\r\n', '5', 'InvalidRequest'],
      ['ff\r\nhello\r\n', '5', 'IncompleteBody'],
    ] as const)
      expect(await codeOf(receive(await unsigned(trailer, chunks, length), at)), chunks).toBe(code);
  });

  it('are checked by the signature of each chunk', async () => {
    const call = await chunkSigned(['hello ', 'world'], null);
    for (const size of [1, 7, 10_000])
      expect((await receive(call, at, {}, size)).content).toBe('hello world');
    const wrong = changedIn(call, 'world', 'wOrld');
    expect(await codeOf(receive(wrong, at))).toBe('SignatureDoesNotMatch');
    const unsignedChunk = { ...call, body: Buffer.from('b\r\nhello world\r\n0\r\n\r\n') };
    expect(await codeOf(receive(unsignedChunk, at))).toBe('SignatureDoesNotMatch');
    const cut = { ...call, body: call.body.subarray(0, call.body.lastIndexOf('0;chunk')) };
    expect(await codeOf(receive(cut, at))).toBe('IncompleteBody');
  });

  it('are checked by the signature of their trailer', async () => {
    const trailer = 'x-amz-checksum-crc32:DUoRhQ==';
    const call = await chunkSigned(['hello ', 'world'], trailer);
    expect(await receive(call, at)).toMatchObject({ content: 'hello world', checksum: 'DUoRhQ==' });
    const wrong = changedIn(call, 'DUoRhQ==', 'DUoRhA==');
    expect(await codeOf(receive(wrong, at))).toBe('SignatureDoesNotMatch');
  });
});

describe('Whole bodies', () => {
  it('are checked by each checksum, by Content-MD5 and by the payload hash', async () => {
    const values: Record<ChecksumAlgorithm, string> = {
      CRC32: 'NhCmhg==',
      CRC32C: 'mnG7TA==',
      CRC64NVME: 'M3eFcAZSQlc=',
      SHA1: 'qvTGHdzF6KLavt4PO0gs2a6pQ00=',
      SHA256: 'LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=',
    };
    for (const [name, value] of Object.entries(values)) {
      const call = await put({ [`x-amz-checksum-${name.toLowerCase()}`]: value }, 'hello');
      expect((await receive(call, at)).checksum, name).toBe(value);
      const other = await put({ [`x-amz-checksum-${name.toLowerCase()}`]: value }, 'hullo');
      expect(await codeOf(receive(other, at)), name).toBe('BadDigest');
    }
    const md5 = { 'content-md5': 'XUFAKrxLKna5cZ2REBfFkg==' };
    expect(await codeOf(receive(await put(md5, 'hello'), at))).toBeNull();
    expect(await codeOf(receive(await put(md5, 'hullo'), at))).toBe('BadDigest');
    const short = { 'content-md5': 'XUFAKrxL' };
    expect(await codeOf(receive(await put(short, 'hello'), at))).toBe('InvalidDigest');
    const call = await put({}, 'hello');
    expect(await codeOf(receive({ ...call, body: Buffer.from('hullo') }, at))).toBe(
      'XAmzContentSHA256Mismatch',
    );
    const open = await put({ 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' }, 'hello');
    expect(await codeOf(receive(open, at))).toBeNull();
  });

  it('are refused with two checksums', async () => {
    const call = await put(
      { 'x-amz-checksum-crc32': 'NhCmhg==', 'x-amz-checksum-crc64nvme': 'M3eFcAZSQlc=' },
      'hello',
    );
    expect(await codeOf(receive(call, at))).toBe('InvalidRequest');
  });

  it('have the checksum that was worked out where none is given', async () => {
    const checksum = runningChecksum('CRC64NVME');
    checksum.update(Buffer.from('hello'));
    expect((await receive(await put({}, 'hello'), at)).checksum).toBe(await checksum.value());
  });
});
