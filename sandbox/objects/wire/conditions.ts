/** Conditions of calls: ETags, times and ranges. */
import type { ObjectInfo, WriteConditions } from '../store';
import type { Headers } from './headers';
import { quoted } from './call';
import { S3Refusal } from './refusal';

/** Whether an ETag is in a list such as `"a", "b"` or `*`. */
function inList(list: string, etag: string): boolean {
  const all = list.split(',').map((one) => one.trim().replace(/^W\//, '').replaceAll('"', ''));
  return all.includes('*') || all.includes(etag);
}

/** Seconds, since headers have no smaller unit. */
const seconds = (ms: number) => Math.floor(ms / 1000);

/** How an object stands to `if-…` headers: 'holds', 'failed' or 'unmodified'. */
function verdictOf(object: ObjectInfo, headers: Headers, prefix: string) {
  const [match, noneMatch, unmodified, modified] = [
    'if-match',
    'if-none-match',
    'if-unmodified-since',
    'if-modified-since',
  ].map((name) => headers.get(`${prefix}${name}`));
  const changed = seconds(object.modified.getTime());
  const since = (text: string | undefined) => seconds(Date.parse(text ?? ''));
  if (match !== undefined) {
    if (!inList(match, object.etag)) return 'failed';
  } else if (changed > since(unmodified)) return 'failed';
  if (noneMatch !== undefined) return inList(noneMatch, object.etag) ? 'unmodified' : 'holds';
  return changed <= since(modified) ? 'unmodified' : 'holds';
}

/** Refuses a read whose conditions don't hold. */
export function requireRead(object: ObjectInfo, headers: Headers): void {
  const verdict = verdictOf(object, headers, '');
  if (verdict === 'failed') throw new S3Refusal('PreconditionFailed');
  if (verdict === 'unmodified')
    throw new S3Refusal('NotModified', undefined, {
      etag: quoted(object.etag),
      'last-modified': object.modified.toUTCString(),
    });
}

/** Refuses a copy whose source isn't as it should be. */
export function requireSource(object: ObjectInfo, headers: Headers): void {
  if (verdictOf(object, headers, 'x-amz-copy-source-') !== 'holds')
    throw new S3Refusal('PreconditionFailed');
}

/** The conditions of a write. */
export function writeConditions(headers: Headers): WriteConditions {
  const [noneMatch, match] = [headers.get('if-none-match'), headers.get('if-match')];
  if (noneMatch !== undefined && noneMatch !== '*')
    throw new S3Refusal('NotImplemented', 'If-None-Match takes * alone.');
  return {
    ...(noneMatch === undefined ? {} : { ifNoneMatch: '*' as const }),
    ...(match === undefined ? {} : { ifMatch: match.replaceAll('"', '') }),
  };
}

/** First and last byte. */
export interface ByteRange {
  start: number;
  end: number;
}

/** The range of `bytes=…` in a content of `size` bytes. Null where it isn't a single range, which HTTP ignores. */
export function rangeOf(header: string | undefined, size: number): ByteRange | null {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (from === undefined || to === undefined || from + to === '') return null;
  if (from !== '' && to !== '' && Number(from) > Number(to)) return null;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (start >= size)
    throw new S3Refusal('InvalidRange', undefined, { 'content-range': `bytes */${size}` });
  return { start, end };
}

/** The range that a call asks for, unless `If-Range` says that the object has changed. */
export function askedRange(object: ObjectInfo, headers: Headers): ByteRange | null {
  const ifRange = headers.get('if-range');
  const same =
    ifRange === undefined ||
    inList(ifRange, object.etag) ||
    seconds(Date.parse(ifRange)) === seconds(object.modified.getTime());
  return same ? rangeOf(headers.get('range'), object.size) : null;
}
