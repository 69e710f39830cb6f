/**
 * The object storage of the API on any S3 endpoint: MinIO, Ceph RGW, Swift with s3api. There is one pair of keys for all,
 * so that the key that A54 answers opens the buckets of every tenant: for trials alone. Whose a bucket is stands in the
 * sandbox's data; buckets that were made elsewhere are nobody's.
 */
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteBucketPolicyCommand,
  DeleteObjectCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  PutBucketPolicyCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3';
import type { Store } from '../db';
import type { Credentials, EngineBucket, EngineObject, Filling, ObjectEngine } from './engine';
import { publicPolicy } from './engine';
import { StoreRefusal } from './store';

/** The refusals of an endpoint that the API knows; the others are troubles of the endpoint. */
const known = [
  'NoSuchBucket',
  'NoSuchKey',
  'BucketAlreadyExists',
  'BucketAlreadyOwnedByYou',
  'BucketNotEmpty',
  'InsufficientStorage',
] as const;

async function ask<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof S3ServiceException)) throw error;
    // A HEAD has no body that names the error.
    const name = error.name === 'NotFound' ? 'NoSuchKey' : error.name;
    const code = known.find((one) => one === name);
    throw code ? new StoreRefusal(code, error.message) : error;
  }
}

/** The engine of another S3 endpoint. */
export class OutsideEngine implements ObjectEngine {
  readonly #client: S3Client;

  /** @param store keeps whose each bucket is */
  constructor(
    private readonly store: Store,
    readonly endpoint: string,
    private readonly credentials: Credentials,
  ) {
    const { accessKey: accessKeyId, secretKey: secretAccessKey } = credentials;
    this.#client = new S3Client({
      endpoint,
      region: 'us-east-1',
      forcePathStyle: true,
      credentials: { accessKeyId, secretAccessKey },
      // Older stores know no trailing checksums.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  get host(): string {
    return new URL(this.endpoint).host;
  }

  newCredentials(): Credentials {
    return this.credentials;
  }

  #names(owner: string): Set<string> {
    const rows = this.store.all<{ name: string }>(
      'select name from outside_buckets where owner = ?',
      owner,
    );
    return new Set(rows.map(({ name }) => name));
  }

  /** @throws StoreRefusal NoSuchBucket, also for a bucket of another owner */
  #require(owner: string, name: string): void {
    if (!this.#names(owner).has(name)) throw new StoreRefusal('NoSuchBucket');
  }

  async buckets(owner: string): Promise<EngineBucket[]> {
    const names = this.#names(owner);
    const { Buckets = [] } = await ask(this.#client.send(new ListBucketsCommand({})));
    return Buckets.flatMap(({ Name: name, CreationDate: created }) =>
      name !== undefined && names.has(name) ? [{ name, created: created ?? new Date(0) }] : [],
    );
  }

  async createBucket(owner: string, name: string): Promise<void> {
    const taken = this.store.get<{ owner: string }>(
      'select owner from outside_buckets where name = ?',
      name,
    );
    if (taken)
      throw new StoreRefusal(
        taken.owner === owner ? 'BucketAlreadyOwnedByYou' : 'BucketAlreadyExists',
      );
    try {
      await ask(this.#client.send(new CreateBucketCommand({ Bucket: name })));
    } catch (error) {
      // The endpoint means the one user that all tenants are there.
      const own = error instanceof StoreRefusal && error.code === 'BucketAlreadyOwnedByYou';
      throw own ? new StoreRefusal('BucketAlreadyExists') : error;
    }
    this.store.insert('outside_buckets', { name, owner });
  }

  async deleteBucket(owner: string, name: string): Promise<void> {
    this.#require(owner, name);
    await ask(this.#client.send(new DeleteBucketCommand({ Bucket: name })));
    this.store.run('delete from outside_buckets where name = ?', name);
  }

  async setPublic(owner: string, name: string, open: boolean): Promise<void> {
    this.#require(owner, name);
    if (open)
      await ask(
        this.#client.send(new PutBucketPolicyCommand({ Bucket: name, Policy: publicPolicy(name) })),
      );
    else await ask(this.#client.send(new DeleteBucketPolicyCommand({ Bucket: name })));
  }

  async objects(owner: string, name: string, max: number): Promise<EngineObject[]> {
    this.#require(owner, name);
    const found: EngineObject[] = [];
    let token: string | undefined;
    do {
      const page = await ask(
        this.#client.send(
          new ListObjectsV2Command({
            Bucket: name,
            MaxKeys: Math.min(1000, max - found.length),
            ContinuationToken: token,
          }),
        ),
      );
      for (const { Key: key = '', Size: size = 0, LastModified: modified } of page.Contents ?? [])
        found.push({ key, size, modified: modified ?? new Date(0), contentType: null });
      token = page.NextContinuationToken;
    } while (token !== undefined && found.length < max);
    return found;
  }

  async deleteObject(owner: string, name: string, key: string): Promise<void> {
    this.#require(owner, name);
    await ask(this.#client.send(new HeadObjectCommand({ Bucket: name, Key: key })));
    await ask(this.#client.send(new DeleteObjectCommand({ Bucket: name, Key: key })));
  }

  async bytes(owner: string): Promise<number> {
    let total = 0;
    for (const name of this.#names(owner)) {
      const pages = paginateListObjectsV2({ client: this.#client }, { Bucket: name });
      for await (const { Contents = [] } of pages)
        total += Contents.reduce((sum, { Size: size = 0 }) => sum + size, 0);
    }
    return total;
  }

  async fill(owner: string, name: string, objects: readonly Filling[]): Promise<void> {
    this.#require(owner, name);
    for (const { key, content, contentType } of objects)
      await ask(
        this.#client.send(
          new PutObjectCommand({
            Bucket: name,
            Key: key,
            Body: content,
            ContentType: contentType,
          }),
        ),
      );
  }
}
