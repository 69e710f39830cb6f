/** Buckets in the index. */
import type { Store } from '../../db';
import type { BucketInfo } from '../store';
import { StoreRefusal } from '../store';
import type { BucketRow } from './rows';
import { bucketInfo } from './rows';

/** What can be set on a bucket. */
export type BucketSettings = Partial<Pick<BucketInfo, 'policy' | 'cors' | 'versioning'>>;

/** The buckets of all owners. */
export class Buckets {
  constructor(private readonly store: Store) {}

  find(name: string): BucketRow | undefined {
    return this.store.get<BucketRow>('select * from buckets where name = ?', name);
  }

  /** @throws StoreRefusal NoSuchBucket */
  require(name: string): BucketRow {
    const row = this.find(name);
    if (!row) throw new StoreRefusal('NoSuchBucket');
    return row;
  }

  of(owner: string): BucketInfo[] {
    const sql = 'select * from buckets where owner = ? order by name';
    return this.store.all<BucketRow>(sql, owner).map(bucketInfo);
  }

  create(name: string, owner: string): BucketInfo {
    const standing = this.find(name);
    if (standing)
      throw new StoreRefusal(
        standing.owner === owner ? 'BucketAlreadyOwnedByYou' : 'BucketAlreadyExists',
      );
    this.store.insert('buckets', { name, owner, created: Date.now() });
    return bucketInfo(this.require(name));
  }

  configure(name: string, { policy, cors, versioning }: BucketSettings): BucketInfo {
    const { id } = this.require(name);
    const fields = {
      ...(policy === undefined ? {} : { policy }),
      ...(cors === undefined ? {} : { cors }),
      ...(versioning === undefined ? {} : { versioning }),
    };
    if (Object.keys(fields).length > 0) this.store.update('buckets', { id }, fields);
    return bucketInfo(this.require(name));
  }

  delete(name: string): void {
    const { id } = this.require(name);
    const { objects, versions, uploads } = this.contents(name);
    if (objects + versions + uploads > 0) throw new StoreRefusal('BucketNotEmpty');
    this.store.run('delete from buckets where id = ?', id);
  }

  contents(name: string): { objects: number; versions: number; uploads: number; bytes: number } {
    const { id } = this.require(name);
    const sql = `select sum(latest = 1 and marker = 0) as objects, count(*) as count, sum(size) as bytes
      from objects where bucket = ?`;
    const found = this.store.get<Record<'objects' | 'count' | 'bytes', number | null>>(sql, id);
    const uploads = this.store.get<{ count: number }>(
      'select count(*) as count from uploads where bucket = ?',
      id,
    );
    const objects = found?.objects ?? 0;
    const versions = (found?.count ?? 0) - objects;
    return { objects, versions, uploads: uploads?.count ?? 0, bytes: found?.bytes ?? 0 };
  }
}
