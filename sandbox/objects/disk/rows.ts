/** The rows of the index, and what they say. */
import type {
  BucketInfo,
  Checksum,
  ObjectHeaders,
  ObjectInfo,
  PartInfo,
  UploadInfo,
} from '../store';
import { StoreRefusal } from '../store';

export interface BucketRow {
  id: number;
  name: string;
  owner: string;
  created: number;
  policy: string | null;
  cors: string | null;
  versioning: BucketInfo['versioning'];
}

export interface ObjectRow {
  /** Grows with each version of a key. */
  id: number;
  bucket: number;
  key: ArrayBuffer;
  version: string;
  latest: number;
  marker: number;
  /** Null for a marker. */
  content: number | null;
  size: number;
  etag: string;
  modified: number;
  parts: number | null;
  /** JSON. */
  checksum: string | null;
  headers: string;
}

export interface UploadRow {
  id: string;
  bucket: number;
  key: ArrayBuffer;
  started: number;
  algorithm: UploadInfo['checksumAlgorithm'];
  type: UploadInfo['checksumType'];
  headers: string;
}

export interface PartRow {
  upload: string;
  number: number;
  content: number;
  size: number;
  etag: string;
  modified: number;
  checksum: string | null;
}

/** The version of objects in buckets that keep none. */
export const nullVersion = 'null';

const mostKeyBytes = 1024;

/** @throws StoreRefusal KeyTooLongError */
export function keyBytes(key: string): Buffer {
  const bytes = Buffer.from(key, 'utf8');
  if (bytes.length > mostKeyBytes) throw new StoreRefusal('KeyTooLongError');
  return bytes;
}

export const keyText = (key: ArrayBuffer) => Buffer.from(key).toString('utf8');

/** The headers of an object that was given none. */
export const noHeaders: ObjectHeaders = {
  contentType: null,
  cacheControl: null,
  contentDisposition: null,
  contentEncoding: null,
  contentLanguage: null,
  expires: null,
  metadata: {},
};

/** What is kept of headers: not more than the interface names. */
export function headersText(of: ObjectHeaders): string {
  const { contentType, cacheControl, contentDisposition, contentEncoding } = of;
  const { contentLanguage, expires, metadata } = of;
  const first = { contentType, cacheControl, contentDisposition, contentEncoding };
  return JSON.stringify({ ...first, contentLanguage, expires, metadata });
}
const headersOf = (text: string) => JSON.parse(text) as ObjectHeaders;

export const checksumText = (checksum: Checksum | null) => checksum && JSON.stringify(checksum);
export const checksumOf = (text: string | null) =>
  text === null ? null : (JSON.parse(text) as Checksum);

export function bucketInfo({ id: _, created, ...row }: BucketRow): BucketInfo {
  return { ...row, created: new Date(created) };
}

export function objectInfo(row: ObjectRow): ObjectInfo {
  return {
    ...headersOf(row.headers),
    key: keyText(row.key),
    versionId: row.version,
    latest: row.latest === 1,
    deleteMarker: row.marker === 1,
    size: row.size,
    etag: row.etag,
    modified: new Date(row.modified),
    parts: row.parts,
    checksum: checksumOf(row.checksum),
  };
}

export function uploadInfo(row: UploadRow, bucket: string): UploadInfo {
  return {
    ...headersOf(row.headers),
    uploadId: row.id,
    bucket,
    key: keyText(row.key),
    started: new Date(row.started),
    checksumAlgorithm: row.algorithm,
    checksumType: row.type,
  };
}

export function partInfo(row: PartRow): PartInfo {
  const { number, size, etag } = row;
  const checksum = checksumOf(row.checksum);
  return { number, size, etag, modified: new Date(row.modified), checksum };
}
