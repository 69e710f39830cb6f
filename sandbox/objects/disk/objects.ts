/** Objects and their versions in the index. All of it runs within one change of the index. */
import { randomUUID } from 'node:crypto';
import type { Store } from '../../db';
import type { ObjectInfo, WriteConditions } from '../store';
import { StoreRefusal } from '../store';
import type { Contents } from './contents';
import type { BucketRow, ObjectRow } from './rows';
import { headersText, noHeaders, nullVersion, objectInfo } from './rows';

/** A new version: what the caller knows of it. */
export type NewObject = Pick<
  ObjectRow,
  'marker' | 'content' | 'size' | 'etag' | 'modified' | 'parts' | 'checksum' | 'headers'
>;

/** A name of an upload or a version, which nobody can guess. */
export const newName = () => randomUUID().replaceAll('-', '');

/** A delete marker. */
export const markerNow = (): NewObject => ({
  marker: 1,
  content: null,
  size: 0,
  etag: '',
  modified: Date.now(),
  parts: null,
  checksum: null,
  headers: headersText(noHeaders),
});

/** The objects of all buckets. */
export class Objects {
  constructor(
    private readonly store: Store,
    private readonly contents: Contents,
  ) {}

  latest(bucket: number, key: Uint8Array): ObjectRow | undefined {
    const sql = 'select * from objects where bucket = ? and key = ? and latest = 1';
    return this.store.get<ObjectRow>(sql, bucket, key);
  }

  version(bucket: number, key: Uint8Array, version: string): ObjectRow | undefined {
    const sql = 'select * from objects where bucket = ? and key = ? and version = ?';
    return this.store.get<ObjectRow>(sql, bucket, key, version);
  }

  /** @throws StoreRefusal PreconditionFailed, or NoSuchKey where an object had to be there */
  requireConditions(bucket: number, key: Uint8Array, conditions: WriteConditions = {}): void {
    const { ifNoneMatch, ifMatch } = conditions;
    if (ifNoneMatch === undefined && ifMatch === undefined) return;
    const row = this.latest(bucket, key);
    const standing = row?.marker === 0 ? row : null;
    if (ifNoneMatch !== undefined && standing) throw new StoreRefusal('PreconditionFailed');
    if (ifMatch === undefined) return;
    if (!standing) throw new StoreRefusal('NoSuchKey');
    if (standing.etag !== ifMatch) throw new StoreRefusal('PreconditionFailed');
  }

  /** Makes a version the latest of its key. Without versions it takes the place of the one that stands. */
  place({ id: bucket, versioning }: BucketRow, key: Uint8Array, object: NewObject): ObjectInfo {
    const version = versioning === 'enabled' ? newName() : nullVersion;
    const replaced = version === nullVersion ? this.version(bucket, key, nullVersion) : undefined;
    if (replaced) this.#delete(replaced);
    if (versioning !== 'off')
      this.store.run(
        'update objects set latest = 0 where bucket = ? and key = ? and latest = 1',
        bucket,
        key,
      );
    const fields = { bucket, key, version, latest: 1, ...object };
    const id = this.store.insert('objects', fields);
    return objectInfo({ ...fields, id, key: new Uint8Array(key).buffer });
  }

  /** Deletes a version for good; the next older one becomes the latest. */
  take(row: ObjectRow): void {
    this.#delete(row);
    if (row.latest === 0) return;
    const key = new Uint8Array(row.key);
    this.store.run(
      'update objects set latest = 1 where id = (select max(id) from objects where bucket = ? and key = ?)',
      row.bucket,
      key,
    );
  }

  #delete({ id, content }: ObjectRow): void {
    this.store.run('delete from objects where id = ?', id);
    this.contents.drop(content);
  }
}
