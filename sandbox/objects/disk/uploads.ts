/** Uploads of many parts in the index: what was begun, its parts, and how they become one object. */
import { createHash } from 'node:crypto';
import type { Store } from '../../db';
import type { Checksum, ChecksumAlgorithm, ObjectHeaders, PartInfo, UploadInfo } from '../store';
import { StoreRefusal } from '../store';
import type { Contents, Piece } from './contents';
import { crcOf, joinCrcs } from './crc';
import { afterPrefix } from './list';
import { newName, type NewObject } from './objects';
import type { PartRow, UploadRow } from './rows';
import { checksumOf, checksumText, headersText, partInfo, uploadInfo } from './rows';

/** A part as the caller names it when it completes an upload. */
export interface NamedPart {
  number: number;
  etag: string;
  checksum?: string;
}

/** Each part but the last has as many bytes, or more. */
const smallestPart = 5 * 1024 * 1024;

const hashes: Partial<Record<ChecksumAlgorithm, string>> = { SHA1: 'sha1', SHA256: 'sha256' };

/** The checksum of the parts together; null where the upload asked for none, or not all parts have one. */
function checksumOfParts(
  { algorithm, type }: UploadRow,
  parts: readonly PartRow[],
): Checksum | null {
  if (algorithm === null) return null;
  const known = parts.flatMap(({ checksum, size }) => {
    const said = checksumOf(checksum);
    return said?.algorithm === algorithm ? [{ value: said.value, size }] : [];
  });
  if (known.length < parts.length) return null;
  const whole = type === 'FULL_OBJECT' || algorithm === 'CRC64NVME';
  const value = whole
    ? joinCrcs(algorithm, known)
    : ofChecksums(
        algorithm,
        known.map((one) => one.value),
      );
  return value === null ? null : { algorithm, type: whole ? 'FULL_OBJECT' : 'COMPOSITE', value };
}

/** The checksum of checksums. */
function ofChecksums(algorithm: ChecksumAlgorithm, values: readonly string[]): string | null {
  const bytes = Buffer.concat(values.map((value) => Buffer.from(value, 'base64')));
  const hash = hashes[algorithm];
  return hash ? createHash(hash).update(bytes).digest('base64') : crcOf(algorithm, bytes);
}

/** The uploads of all buckets. */
export class Uploads {
  constructor(
    private readonly store: Store,
    private readonly contents: Contents,
  ) {}

  start(
    bucket: number,
    key: Uint8Array,
    headers: ObjectHeaders,
    checksum: Pick<UploadInfo, 'checksumAlgorithm' | 'checksumType'>,
  ): UploadRow {
    const fields = {
      id: newName(),
      bucket,
      key,
      started: Date.now(),
      algorithm: checksum.checksumAlgorithm,
      type: checksum.checksumType,
      headers: headersText(headers),
    };
    this.store.insert('uploads', fields);
    return { ...fields, key: new Uint8Array(key).buffer };
  }

  find(uploadId: string): (UploadRow & { name: string }) | undefined {
    const sql =
      'select uploads.*, buckets.name from uploads join buckets on buckets.id = bucket where uploads.id = ?';
    return this.store.get<UploadRow & { name: string }>(sql, uploadId);
  }

  /** @throws StoreRefusal NoSuchUpload */
  require(uploadId: string): UploadRow & { name: string } {
    const row = this.find(uploadId);
    if (!row) throw new StoreRefusal('NoSuchUpload');
    return row;
  }

  /** Keeps a part, in the place of one with the same number. Within a change. */
  keepPart(
    upload: string,
    number: number,
    { md5, ...piece }: Piece & { md5: string },
    checksum: Checksum | null,
  ): PartInfo {
    this.require(upload);
    const sql = 'select * from parts where upload = ? and number = ?';
    const replaced = this.store.get<PartRow>(sql, upload, number);
    if (replaced) {
      this.store.run('delete from parts where upload = ? and number = ?', upload, number);
      this.contents.drop(replaced.content);
    }
    const row = {
      upload,
      number,
      content: this.contents.keep([piece]),
      size: piece.size,
      etag: md5,
      modified: Date.now(),
      checksum: checksumText(checksum),
    };
    this.store.insert('parts', row);
    return partInfo(row);
  }

  parts(upload: string, after: number, max: number): { parts: PartInfo[]; next: number | null } {
    this.require(upload);
    const sql = 'select * from parts where upload = ? and number > ? order by number limit ?';
    const found = this.store.all<PartRow>(sql, upload, after, max + 1);
    const parts = found.slice(0, max).map(partInfo);
    return { parts, next: found.length > max ? (parts.at(-1)?.number ?? null) : null };
  }

  list(
    bucket: { id: number; name: string },
    { prefix, max, after }: { prefix: string; max: number; after: string | null },
  ): { uploads: UploadInfo[]; next: string | null } {
    const first = Buffer.from(prefix, 'utf8');
    const last = this.store.get<UploadRow>(
      'select * from uploads where id = ? and bucket = ?',
      after,
      bucket.id,
    );
    const conditions = ['bucket = ?', 'key >= ?'];
    const values: (number | string | Uint8Array)[] = [bucket.id, first];
    if (first.length > 0) {
      conditions.push('key < ?');
      values.push(afterPrefix(first));
    }
    if (last) {
      conditions.push('(key, started, id) > (?, ?, ?)');
      values.push(new Uint8Array(last.key), last.started, last.id);
    }
    const sql = `select * from uploads where ${conditions.join(' and ')} order by key, started, id limit ?`;
    const found = this.store.all<UploadRow>(sql, ...values, max + 1);
    const uploads = found.slice(0, max).map((row) => uploadInfo(row, bucket.name));
    return { uploads, next: found.length > max ? (uploads.at(-1)?.uploadId ?? null) : null };
  }

  /**
   * What an upload's parts make together; within a change, which then ends the upload.
   * @throws StoreRefusal InvalidPart, InvalidPartOrder, EntityTooSmall, BadDigest
   */
  join(
    upload: UploadRow,
    named: readonly NamedPart[],
    { checksum, smallest = smallestPart }: { checksum?: Checksum; smallest?: number },
  ): NewObject {
    const parts = this.#named(upload.id, named, smallest);
    const own = checksumOfParts(upload, parts);
    if (checksum && own?.value !== checksum.value) throw new StoreRefusal('BadDigest');
    const md5s = Buffer.concat(parts.map(({ etag }) => Buffer.from(etag, 'hex')));
    return {
      marker: 0,
      content: this.contents.keep(parts.flatMap(({ content }) => this.contents.piecesOf(content))),
      size: parts.reduce((total, { size }) => total + size, 0),
      etag: `${createHash('md5').update(md5s).digest('hex')}-${parts.length}`,
      modified: Date.now(),
      parts: parts.length,
      checksum: checksumText(own),
      headers: upload.headers,
    };
  }

  #named(upload: string, named: readonly NamedPart[], smallest: number): PartRow[] {
    const rows = new Map(
      this.store
        .all<PartRow>('select * from parts where upload = ?', upload)
        .map((row) => [row.number, row]),
    );
    if (named.length === 0) throw new StoreRefusal('InvalidPart');
    if (named.some(({ number }, index) => number <= (named[index - 1]?.number ?? 0)))
      throw new StoreRefusal('InvalidPartOrder');
    return named.map(({ number, etag, checksum }, index) => {
      const row = rows.get(number);
      const said = row ? checksumOf(row.checksum) : null;
      if (!row || row.etag !== etag || (checksum !== undefined && said?.value !== checksum))
        throw new StoreRefusal('InvalidPart');
      if (row.size < smallest && index < named.length - 1) throw new StoreRefusal('EntityTooSmall');
      return row;
    });
  }

  /** Ends an upload with all of its parts, within a change. */
  end(upload: string): void {
    const sql = 'select * from parts where upload = ?';
    for (const { content } of this.store.all<PartRow>(sql, upload)) this.contents.drop(content);
    this.store.run('delete from parts where upload = ?', upload);
    this.store.run('delete from uploads where id = ?', upload);
  }
}
