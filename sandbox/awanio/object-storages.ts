/** Object storage: A54–A61. Its buckets and objects are the engine's (`../objects/engine.ts`). It costs nothing here. */
import { randomUUID } from 'node:crypto';
import type { Cloud } from '../cloud';
import type { Store } from '../db';
import type { Credentials } from '../objects/engine';
import { OwnEngine } from '../objects/own-engine';
import { StoreRefusal } from '../objects/store';
import type { Trouble } from '../objects/trouble';
import { Refusal } from '../refusal';
import { implement, type AwanioContext } from '../registry';
import type { Group, GroupType } from './groups';
import { requireGroup } from './groups';
import { iso, zeroTime } from './wire';

/** The object storage of an organization or a project. */
export interface ObjectStorage {
  uuid: string;
  tenant_id: string;
  group_type: GroupType;
  group_uuid: string;
  subdomain: string;
  created_at: number;
  updated_at: number;
}

/** A pair of S3 credentials of a storage. */
export interface StorageKey {
  uuid: string;
  storage_uuid: string;
  access_key: string;
  secret_key: string;
  read_only: number;
  revoked: number;
  created_at: number;
  updated_at: number;
}

/** A60 has no pages, and answers no more than these. */
const mostObjects = 5000;

/** What the refusals of the store are in the API: the status, the number after it, and the words. */
const refusals: Partial<Record<StoreRefusal['code'], readonly [number, number, string]>> = {
  NoSuchBucket: [404, 1, 'BUCKET NOT FOUND'],
  NoSuchKey: [404, 2, 'OBJECT NOT FOUND'],
  BucketAlreadyExists: [409, 2, 'BUCKET NAME IS ALREADY USED'],
  BucketAlreadyOwnedByYou: [409, 3, 'YOU ALREADY HAVE A BUCKET OF THIS NAME'],
  BucketNotEmpty: [409, 4, 'The bucket you tried to delete is not empty'],
  InsufficientStorage: [507, 1, 'THE STORAGE IS FULL'],
};

/** Asks the engine. @throws Refusal for what it refuses */
async function ask<Result>(answer: Promise<Result>): Promise<Result> {
  try {
    return await answer;
  } catch (error) {
    const known = error instanceof StoreRefusal ? refusals[error.code] : undefined;
    if (!known || !(error instanceof Error)) throw error;
    const [status, number, words] = known;
    const told = error instanceof StoreRefusal && error.message !== error.code;
    throw new Refusal(status, told ? error.message : words, { number });
  }
}

/** The storage of a group, if it is enabled. */
export const findStorage = (store: Store, { type, uuid }: Pick<Group, 'type' | 'uuid'>) =>
  store.get<ObjectStorage>(
    'select * from object_storages where group_type = ? and group_uuid = ?',
    type,
    uuid,
  );

/**
 * Enables the object storage of a group, with a first bucket and the first credentials.
 * @throws Refusal 409 if it is enabled, or a name is taken; then nothing is kept
 */
export async function enableStorage(
  { store, objects }: Cloud,
  of: { group: Group; subdomain: string; bucket: string; credentials?: Credentials; at: number },
): Promise<{ storage: ObjectStorage; key: StorageKey }> {
  const { group, at } = of;
  if (findStorage(store, group))
    throw new Refusal(409, 'OBJECT STORAGE IS ALREADY ENABLED', { number: 5 });
  if (store.get('select 1 from object_storages where subdomain = ?', of.subdomain))
    throw new Refusal(409, 'SUBDOMAIN IS ALREADY USED', { number: 6 });
  const dates = { created_at: at, updated_at: at };
  const storage: ObjectStorage = {
    uuid: randomUUID(),
    tenant_id: group.organization.tenant_id,
    group_type: group.type,
    group_uuid: group.uuid,
    subdomain: of.subdomain,
    ...dates,
  };
  const { accessKey: access_key, secretKey: secret_key } = objects.newCredentials(of.credentials);
  const secret = { storage_uuid: storage.uuid, access_key, secret_key };
  const key: StorageKey = { uuid: randomUUID(), ...secret, read_only: 0, revoked: 0, ...dates };
  store.transaction(() => {
    store.insert('object_storages', { ...storage });
    store.insert('storage_keys', { ...key });
  });
  try {
    await ask(objects.createBucket(storage.uuid, of.bucket));
  } catch (error) {
    store.run('delete from object_storages where uuid = ?', storage.uuid);
    throw error;
  }
  return { storage, key };
}

/** Finds the storage of a group. @throws Refusal 404 where it was never enabled, also for who is no member */
function requireStorage(
  context: AwanioContext,
  params: { group_type: GroupType; uuid: string },
): ObjectStorage {
  const group = requireGroup(context, params.group_type, params.uuid);
  const storage = findStorage(context.store, group);
  if (!storage) throw new Refusal(404, 'OBJECT STORAGE IS NOT ENABLED', { number: 3 });
  return storage;
}

/** The own store and a tenant's storages in it. @throws Refusal 409 where the objects are kept elsewhere */
function ownStorages({ store, objects }: Cloud, tenantId: string) {
  if (!(objects instanceof OwnEngine))
    throw new Refusal(409, 'The objects are kept at another S3 endpoint.');
  const sql = 'select * from object_storages where tenant_id = ?';
  return { objects, owners: store.all<ObjectStorage>(sql, tenantId).map(({ uuid }) => uuid) };
}

/** Sets what is wrong with the store for a tenant. @throws Refusal 409 where the objects are kept elsewhere */
export function setStorageTrouble(cloud: Cloud, tenantId: string, trouble: Trouble): void {
  const { objects, owners } = ownStorages(cloud, tenantId);
  for (const owner of owners) objects.setTrouble(owner, structuredClone(trouble)); // each counts for itself
}

/** Lets the store forget every unfinished upload of a tenant. @throws Refusal 409 */
export function forgetUploads(cloud: Cloud, tenantId: string): void {
  const { objects, owners } = ownStorages(cloud, tenantId);
  for (const owner of owners) objects.forgetUploads(owner);
}

/** How often each part of a tenant's uploads was stored, by `<upload> <number>`. @throws Refusal 409 */
export function storedParts(cloud: Cloud, tenantId: string): Record<string, number> {
  const { objects, owners } = ownStorages(cloud, tenantId);
  return Object.assign({}, ...owners.map((owner) => objects.storedParts(owner))) as Record<
    string,
    number
  >;
}

const keyWire = ({ uuid, access_key, created_at, updated_at }: StorageKey) => ({
  uuid,
  created_at: iso(created_at),
  updated_at: iso(updated_at),
  access_key,
});

/** The keys of a storage that still work, without their secrets. */
const keysWire = (store: Store, { uuid }: ObjectStorage) =>
  store
    .all<StorageKey>(
      'select * from storage_keys where storage_uuid = ? and revoked = 0 order by created_at, rowid',
      uuid,
    )
    .map(keyWire);

/** A storage without its credentials, which each operation says in its own way. (QA6) */
async function storageWire({ objects }: Cloud, storage: ObjectStorage) {
  const bytes = await ask(objects.bytes(storage.uuid));
  return {
    uuid: storage.uuid,
    created_at: iso(storage.created_at),
    updated_at: iso(storage.updated_at),
    size_gb: Math.round(bytes / 1e6) / 1e3,
    subdomain_name: `${storage.subdomain}.${objects.host}`,
    custom_domain_name: null,
  };
}

implement('A54', async ({ params, body }, context) => {
  const { cloud } = context;
  const group = requireGroup(context, params.group_type, params.uuid);
  const { storage, key } = await enableStorage(cloud, {
    group,
    subdomain: body.subdomain_name,
    bucket: body.bucket_name,
    at: context.now,
  });
  return {
    ...(await storageWire(cloud, storage)),
    credentials: [{ ...keyWire(key), secret_key: key.secret_key }],
  };
});

implement('A55', async ({ params }, context) => {
  const storage = requireStorage(context, params);
  return {
    ...(await storageWire(context.cloud, storage)),
    credentials: keysWire(context.store, storage),
  };
});

implement('A56', async ({ params, body }, context) => {
  const { uuid } = requireStorage(context, params);
  await ask(context.cloud.objects.createBucket(uuid, body.bucket_name));
  return `Bucket ${body.bucket_name} created`;
});

implement('A57', async ({ params }, context) => {
  const { cloud } = context;
  const storage = requireStorage(context, params);
  const buckets = await ask(cloud.objects.buckets(storage.uuid));
  return {
    ...(await storageWire(cloud, storage)),
    credentials: buckets.map(({ name, created }) => ({
      name,
      creationDate: created.toISOString(),
    })),
  };
});

implement('A58', async ({ params, body }, context) => {
  const { uuid } = requireStorage(context, params);
  if (body.bucket_name !== params.bucket_name)
    throw new Refusal(422, 'bucket_name: It is not the bucket of the path.');
  const open = body.policy === 'public';
  await ask(context.cloud.objects.setPublic(uuid, params.bucket_name, open));
  return `Bucket ${params.bucket_name}'s policy updated`;
});

implement('A59', async ({ params }, context) => {
  const { uuid } = requireStorage(context, params);
  await ask(context.cloud.objects.deleteBucket(uuid, params.bucket_name));
  return `Bucket ${params.bucket_name} deleted`;
});

implement('A60', async ({ params }, context) => {
  const { uuid } = requireStorage(context, params);
  const found = await ask(context.cloud.objects.objects(uuid, params.bucket_name, mostObjects));
  const rows = found.map(({ key, modified, size, contentType }) => ({
    name: key,
    updated_at: modified.toISOString(),
    size,
    content_type: contentType,
    expires: zeroTime,
  }));
  return { rows };
});

implement('A61', async ({ params }, context) => {
  const { uuid } = requireStorage(context, params);
  await ask(context.cloud.objects.deleteObject(uuid, params.bucket_name, params.object_name));
  return 'object deleted';
});
