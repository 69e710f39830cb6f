/**
 * What the object storage of the API asks of the place that keeps the objects: the sandbox's own store, or any S3
 * endpoint. All of it refuses by `StoreRefusal`, also a bucket that is another owner's (NoSuchBucket).
 */

/** A pair of S3 credentials. The secret is one: it goes into the answer that makes it, and into no other. */
export interface Credentials {
  accessKey: string;
  secretKey: string;
}

/** A bucket in lists. */
export interface EngineBucket {
  name: string;
  created: Date;
}

/** An object in lists. */
export interface EngineObject {
  key: string;
  size: number;
  modified: Date;
  /** Null where the store does not say it in lists. */
  contentType: string | null;
}

/** A small object that is put with many others. */
export interface Filling {
  key: string;
  content: string | Uint8Array;
  contentType: string;
  modified: Date;
}

/** A place that keeps objects. An owner is the uuid of an object storage. */
export interface ObjectEngine {
  /** Where S3 is spoken, with the bucket in the path: `http://127.0.0.1:4166`. */
  readonly endpoint: string;
  /** What the name of a storage stands before, with a port where it needs one: `localhost:4166`. */
  readonly host: string;
  /** Credentials for a new owner: those that are wanted, new ones, or where the place has only one pair, that. */
  newCredentials(wanted?: Credentials): Credentials;

  buckets(owner: string): Promise<EngineBucket[]>;
  createBucket(owner: string, name: string): Promise<void>;
  /** Refused while something is in it; the message says what, where the store knows it. */
  deleteBucket(owner: string, name: string): Promise<void>;
  /** Lets anybody read its objects, or nobody but who has a key. */
  setPublic(owner: string, name: string, open: boolean): Promise<void>;
  /** The first objects in the order of their keys. */
  objects(owner: string, name: string, max: number): Promise<EngineObject[]>;
  /** @throws StoreRefusal NoSuchKey */
  deleteObject(owner: string, name: string, key: string): Promise<void>;
  /** What all objects of an owner take, in bytes. */
  bytes(owner: string): Promise<number>;

  /** Puts many small objects, for demos and tests. */
  fill(owner: string, name: string, objects: readonly Filling[]): Promise<void>;
}

/** The policy of a public bucket: anybody may get its objects, and nothing else. */
export const publicPolicy = (bucket: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'PublicRead',
        Effect: 'Allow',
        Principal: '*',
        Action: ['s3:GetObject'],
        Resource: [`arn:aws:s3:::${bucket}/*`],
      },
    ],
  });
