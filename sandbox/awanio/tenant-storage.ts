/** The object storage of a tenant for tests. */
import { z } from 'zod';
import type { Cloud } from '../cloud';
import { randomText } from '../ids';
import { findOrganization, findProject, spaceOf } from './groups';
import { enableStorage } from './object-storages';

/**
 * The option. Names of buckets are unique over all tenants. The objects of a bucket are `<prefix>file-000001.txt`, …,
 * each of the same few bytes; a hundred thousand take some seconds.
 */
export const storageOption = z.strictObject({
  /** In the first project in place of the organization. */
  project: z.boolean().default(false),
  subdomain: z
    .string()
    .regex(/^[a-z\d]([a-z\d-]{0,61}[a-z\d])?$/)
    .optional(),
  buckets: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/),
        objects: z.int().min(0).max(100_000).default(0),
        prefix: z.string().max(1000).default(''),
        public: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(100),
});

/** What a test needs to use the storage. */
export interface MadeStorage {
  uuid: string;
  /** Where S3 is spoken, with the bucket in the path. */
  endpoint: string;
  access_key: string;
  secret_key: string;
  buckets: { name: string }[];
}

/**
 * Enables the storage of an organization or its project, and fills its buckets.
 * @param place their uuids; the project may be none
 * @throws Refusal 409 if a name is taken
 */
export async function makeStorage(
  cloud: Cloud,
  place: { organization: string; project: string | undefined },
  option: z.output<typeof storageOption>,
): Promise<MadeStorage> {
  const { objects, store } = cloud;
  const organization = findOrganization(store, place.organization);
  if (!organization) throw new Error('the organization was not kept');
  const project = option.project ? findProject(store, place.project ?? '') : undefined;
  const group = spaceOf(organization, project ?? null);
  const [first, ...more] = option.buckets;
  const { storage, key } = await enableStorage(cloud, {
    group,
    subdomain: option.subdomain ?? `storage-${randomText(10)}`,
    bucket: first?.name ?? '',
    at: cloud.now(organization.tenant_id),
  });
  for (const { name } of more) await objects.createBucket(storage.uuid, name);
  for (const bucket of option.buckets) {
    if (bucket.public) await objects.setPublic(storage.uuid, bucket.name, true);
    const files = Array.from({ length: bucket.objects }, (_, index) => ({
      key: `${bucket.prefix}file-${String(index + 1).padStart(6, '0')}.txt`,
      content: 'Selamat pagi.\n',
      contentType: 'text/plain; charset=utf-8',
      modified: new Date(),
    }));
    await objects.fill(storage.uuid, bucket.name, files);
  }
  return {
    uuid: storage.uuid,
    endpoint: objects.endpoint,
    access_key: key.access_key,
    secret_key: key.secret_key,
    buckets: option.buckets.map(({ name }) => ({ name })),
  };
}
