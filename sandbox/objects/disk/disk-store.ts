/**
 * Keeps objects on the disk: an index in SQLite, and a file for each content. A content is on the disk before the index
 * names it, and the index changes in one transaction: a crash at any moment leaves each object whole or not there.
 */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Store } from '../../db';
import type { Filling } from '../engine';
import type {
  BucketInfo,
  Checksum,
  Incoming,
  ListPage,
  ListQuery,
  ObjectHeaders,
  ObjectInfo,
  ObjectStore,
  PartInfo,
  UploadInfo,
  WriteConditions,
} from '../store';
import { StoreRefusal } from '../store';
import { Buckets, type BucketSettings } from './buckets';
import { Contents } from './contents';
import { ContentFiles, type Written } from './files';
import { listObjects } from './list';
import { markerNow, Objects } from './objects';
import type { ObjectRow } from './rows';
import {
  bucketInfo,
  checksumText,
  headersText,
  keyBytes,
  noHeaders,
  nullVersion,
  objectInfo,
  uploadInfo,
} from './rows';
import { indexForm } from './schema';
import { Uploads, type NamedPart } from './uploads';

/** The name of an object and, if not its latest, of its version. */
interface Source {
  bucket: string;
  key: string;
  versionId?: string;
}

/** The store on the disk. Only one process may have its folder. */
export class DiskStore implements ObjectStore {
  readonly #store: Store;
  readonly #contents: Contents;
  readonly #buckets: Buckets;
  readonly #objects: Objects;
  readonly #uploads: Uploads;
  /** The owners whose writes are refused. */
  readonly #full = new Set<string>();
  readonly #smallestParts = new Map<string, number>();
  readonly #inMemory: boolean;

  /**
   * @param directory the folder of the index and the contents; with `:memory:` both are gone at the end
   * @throws DataError as `Store` does
   */
  constructor(directory: string) {
    this.#inMemory = directory === ':memory:';
    const folder = this.#inMemory ? mkdtempSync(join(tmpdir(), 'nusa-objects-')) : directory;
    mkdirSync(folder, { recursive: true });
    this.#store = new Store(directory, indexForm);
    const files = new ContentFiles(folder, !this.#inMemory);
    this.#contents = new Contents(this.#store, files);
    this.#buckets = new Buckets(this.#store);
    this.#objects = new Objects(this.#store, this.#contents);
    this.#uploads = new Uploads(this.#store, this.#contents);
    files.sweep((file) => this.#contents.needs(file));
  }

  /** Whether every write of an owner is refused, as by a full disk. */
  setFull(owner: string, full: boolean): void {
    if (full) this.#full.add(owner);
    else this.#full.delete(owner);
  }

  /** Sets how many bytes a part of an owner's uploads has at least, if it isn't the last; null is what S3 asks for. */
  setSmallestPart(owner: string, bytes: number | null): void {
    if (bytes === null) this.#smallestParts.delete(owner);
    else this.#smallestParts.set(owner, bytes);
  }

  #requireRoom(owner: string): void {
    if (this.#full.has(owner)) throw new StoreRefusal('InsufficientStorage');
  }

  buckets(owner: string): BucketInfo[] {
    return this.#buckets.of(owner);
  }

  bucket(name: string): BucketInfo | null {
    const row = this.#buckets.find(name);
    return row ? bucketInfo(row) : null;
  }

  createBucket(name: string, owner: string): BucketInfo {
    return this.#buckets.create(name, owner);
  }

  configureBucket(name: string, settings: BucketSettings): BucketInfo {
    return this.#buckets.configure(name, settings);
  }

  deleteBucket(name: string): void {
    this.#buckets.delete(name);
  }

  contents(name: string): ReturnType<ObjectStore['contents']> {
    return this.#buckets.contents(name);
  }

  list(bucket: string, query: ListQuery): ListPage {
    return listObjects(this.#store, this.#buckets.require(bucket).id, query);
  }

  #row({ bucket, key, versionId }: Source): ObjectRow | undefined {
    const { id } = this.#buckets.require(bucket);
    return versionId === undefined
      ? this.#objects.latest(id, keyBytes(key))
      : this.#objects.version(id, keyBytes(key), versionId);
  }

  /** @throws StoreRefusal NoSuchKey or NoSuchVersion, for a marker as well */
  #content(source: Source): { row: ObjectRow; content: number } {
    const row = this.#row(source);
    const content = row?.content ?? null;
    if (!row || content === null)
      throw new StoreRefusal(source.versionId === undefined ? 'NoSuchKey' : 'NoSuchVersion');
    return { row, content };
  }

  find(bucket: string, key: string, versionId?: string): ObjectInfo | null {
    const row = this.#row({ bucket, key, ...(versionId === undefined ? {} : { versionId }) });
    return row ? objectInfo(row) : null;
  }

  read(
    bucket: string,
    key: string,
    versionId: string,
    range?: { start: number; end: number },
  ): Readable {
    return this.#contents.read(this.#content({ bucket, key, versionId }).content, range);
  }

  async put(
    bucket: string,
    key: string,
    headers: ObjectHeaders,
    { body, checksum }: Incoming,
    conditions?: WriteConditions,
  ): Promise<ObjectInfo> {
    const bytes = keyBytes(key);
    const { id, owner } = this.#buckets.require(bucket);
    this.#requireRoom(owner);
    this.#objects.requireConditions(id, bytes, conditions);
    return this.#write(body, ({ md5, ...piece }) => {
      this.#requireRoom(owner);
      const row = this.#buckets.require(bucket); // it may be gone or another one by now
      this.#objects.requireConditions(row.id, bytes, conditions);
      return this.#objects.place(row, bytes, {
        marker: 0,
        content: this.#contents.keep([piece]),
        size: piece.size,
        etag: md5,
        modified: Date.now(),
        parts: null,
        checksum: checksumText(checksum()),
        headers: headersText(headers),
      });
    });
  }

  /**
   * Puts many small objects at once, for demos and tests: all or none. Those with the same content share a file, so that
   * a hundred thousand take seconds. A crash of the whole machine may lose contents.
   */
  fill(bucket: string, objects: readonly Filling[]): void {
    const row = this.#buckets.require(bucket);
    const written = new Map<string | Uint8Array, Written>();
    this.#contents.change(() => {
      for (const { key, content, contentType, modified } of objects) {
        let of = written.get(content);
        if (!of) written.set(content, (of = this.#contents.files.writeNow(Buffer.from(content))));
        const { md5, ...piece } = of;
        this.#objects.place(row, keyBytes(key), {
          marker: 0,
          content: this.#contents.keep([piece]),
          size: piece.size,
          etag: md5,
          modified: modified.getTime(),
          parts: null,
          checksum: null,
          headers: headersText({ ...noHeaders, contentType }),
        });
      }
    });
  }

  /** Writes a content, and then the change of the index that names it. */
  async #write<Result>(
    body: Incoming['body'],
    change: (written: Written) => Result,
  ): Promise<Result> {
    const written = await this.#contents.files.write(body);
    try {
      return this.#contents.change(() => change(written));
    } catch (error) {
      this.#contents.files.remove(written.file);
      throw error;
    }
  }

  async copy(
    from: Source,
    to: { bucket: string; key: string },
    headers: ObjectHeaders | null,
    conditions?: WriteConditions,
  ): Promise<ObjectInfo> {
    const { row, content } = this.#content(from);
    const source = objectInfo(row);
    const whole = source.checksum?.type === 'FULL_OBJECT' ? source.checksum : null;
    // The ETag of an object that was put in parts is not the MD5 that its copy needs.
    if (source.parts !== null)
      return this.#reading(content, undefined, (body) =>
        this.put(to.bucket, to.key, headers ?? source, { body, checksum: () => whole }, conditions),
      );
    const key = keyBytes(to.key);
    return this.#contents.change(() => {
      const bucket = this.#buckets.require(to.bucket);
      this.#requireRoom(bucket.owner);
      this.#objects.requireConditions(bucket.id, key, conditions);
      return this.#objects.place(bucket, key, {
        marker: 0,
        content: this.#contents.keep(this.#contents.piecesOf(content)),
        size: row.size,
        etag: row.etag,
        modified: Date.now(),
        parts: null,
        checksum: checksumText(whole),
        headers: headersText(headers ?? source),
      });
    });
  }

  remove(
    bucket: string,
    key: string,
    versionId?: string,
  ): { versionId: string | null; deleteMarker: boolean } {
    const bytes = keyBytes(key);
    return this.#contents.change(() => {
      const row = this.#buckets.require(bucket);
      if (versionId === undefined && row.versioning !== 'off') {
        const marker = this.#objects.place(row, bytes, markerNow());
        return { versionId: marker.versionId, deleteMarker: true };
      }
      const found = this.#objects.version(row.id, bytes, versionId ?? nullVersion);
      if (found) this.#objects.take(found);
      return { versionId: versionId ?? null, deleteMarker: found?.marker === 1 };
    });
  }

  startUpload(
    bucket: string,
    key: string,
    headers: ObjectHeaders,
    checksum: Pick<UploadInfo, 'checksumAlgorithm' | 'checksumType'>,
  ): UploadInfo {
    const { id } = this.#buckets.require(bucket);
    return uploadInfo(this.#uploads.start(id, keyBytes(key), headers, checksum), bucket);
  }

  upload(uploadId: string): UploadInfo | null {
    const row = this.#uploads.find(uploadId);
    return row ? uploadInfo(row, row.name) : null;
  }

  async putPart(uploadId: string, number: number, { body, checksum }: Incoming): Promise<PartInfo> {
    const { owner } = this.#buckets.require(this.#uploads.require(uploadId).name);
    this.#requireRoom(owner);
    return this.#write(body, (written) => {
      this.#requireRoom(owner);
      return this.#uploads.keepPart(uploadId, number, written, checksum());
    });
  }

  async copyPart(
    uploadId: string,
    number: number,
    from: Source,
    range?: { start: number; end: number },
  ): Promise<PartInfo> {
    return this.#reading(this.#content(from).content, range, (body) =>
      this.putPart(uploadId, number, { body, checksum: () => null }),
    );
  }

  /** Reads a content for a write, which may be refused before it has read. */
  async #reading<Result>(
    content: number,
    range: { start: number; end: number } | undefined,
    write: (body: Readable) => Promise<Result>,
  ): Promise<Result> {
    const body = this.#contents.read(content, range);
    try {
      return await write(body);
    } finally {
      body.destroy();
    }
  }

  parts(uploadId: string, after: number, max: number): { parts: PartInfo[]; next: number | null } {
    return this.#uploads.parts(uploadId, after, max);
  }

  uploads(
    bucket: string,
    query: { prefix: string; max: number; after: string | null },
  ): { uploads: UploadInfo[]; next: string | null } {
    return this.#uploads.list(this.#buckets.require(bucket), query);
  }

  async completeUpload(
    uploadId: string,
    parts: readonly NamedPart[],
    conditions?: WriteConditions,
    checksum?: Checksum,
  ): Promise<ObjectInfo> {
    return this.#contents.change(() => {
      const upload = this.#uploads.require(uploadId);
      const key = new Uint8Array(upload.key);
      this.#objects.requireConditions(upload.bucket, key, conditions);
      const bucket = this.#buckets.require(upload.name);
      const smallest = this.#smallestParts.get(bucket.owner);
      const object = this.#uploads.join(upload, parts, { checksum, smallest });
      this.#uploads.end(uploadId);
      return this.#objects.place(bucket, key, object);
    });
  }

  abortUpload(uploadId: string): void {
    this.#contents.change(() => {
      this.#uploads.require(uploadId);
      this.#uploads.end(uploadId);
    });
  }

  close(): void {
    this.#contents.close();
    this.#store.close();
    if (this.#inMemory) this.#contents.files.removeAll();
  }
}
