import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestCloud } from '../testing';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.close());

/** A tenant with a bucket of one object, and a client with its key. */
async function storageOf(name: string) {
  const objectStorage = { buckets: [{ name, objects: 1 }] };
  const { tenant, api, org } = await cloud.person({ objectStorage });
  const { endpoint, access_key = '', secret_key = '' } = tenant.awanio?.objectStorage ?? {};
  const client = new S3Client({
    endpoint: endpoint ?? '',
    region: 'us-east-1',
    forcePathStyle: true,
    maxAttempts: 1,
    credentials: { accessKeyId: access_key, secretAccessKey: secret_key },
  });
  const trouble = (body: object) => cloud.control('POST', `/tenants/${tenant.id}/storage`, body);
  const key = (body: object) =>
    cloud.control('POST', `/tenants/${tenant.id}/storage-keys/${access_key}`, body);
  const put = () => client.send(new PutObjectCommand({ Bucket: name, Key: 'baru', Body: 'isi' }));
  const list = () => client.send(new ListObjectsV2Command({ Bucket: name }));
  const get = async () => {
    const of = new GetObjectCommand({ Bucket: name, Key: 'file-000001.txt' });
    return (await client.send(of)).Body?.transformToString();
  };
  return { tenant, client, name, api, org, trouble, key, put, list, get };
}

it('takes the key of A54 until it is revoked, and no writes while it only reads', async () => {
  const { key, put, list, get } = await storageOf('kunci-uji');
  expect(await get()).toBe('Selamat pagi.\n');
  await key({ readOnly: true });
  await expect(put()).rejects.toMatchObject({ name: 'AccessDenied' });
  expect((await list()).KeyCount).toBe(1);
  await key({ readOnly: false });
  await put();
  await key({ revoked: true });
  await expect(list()).rejects.toMatchObject({ name: 'InvalidAccessKeyId' });
});

it('has the troubles that tests ask for, for their tenant alone', async () => {
  const { trouble, put, list, get } = await storageOf('masalah-uji');
  const other = await storageOf('masalah-lain');
  await trouble({ full: true });
  await expect(put()).rejects.toMatchObject({ $metadata: { httpStatusCode: 507 } });
  await other.put();
  await trouble({ stop: { after: 5 } });
  await expect(get()).rejects.toThrow();
  await trouble({});
  expect((await list()).KeyCount).toBe(1);
  await put();
  await trouble({ clockOff: 3600 });
  // A client that the answer tells the time tries no second time here.
  await expect(list()).rejects.toMatchObject({ name: 'RequestTimeTooSkewed' });
  expect((await other.list()).KeyCount).toBe(2);
});

it('holds writes until it is told otherwise, and can know nothing of versions', async () => {
  const { client, name, trouble, put, list } = await storageOf('tahan-uji');
  await trouble({ holdWrites: { after: 1 }, noVersions: true });
  await put();
  let written = false;
  const held = put().then(() => (written = true));
  await list(); // reads aren't held
  expect(written).toBe(false);
  const versioning = () => client.send(new GetBucketVersioningCommand({ Bucket: name }));
  await expect(versioning()).rejects.toMatchObject({ name: 'NotImplemented' });
  await trouble({});
  await held;
  await versioning();
});

it('stops puts in their middle, forgets uploads, and counts the parts that it stored', async () => {
  const { tenant, client, name, trouble } = await storageOf('unggah-uji');
  const of = { Bucket: name, Key: 'besar' };
  const begin = async () => (await client.send(new CreateMultipartUploadCommand(of))).UploadId;
  const upload = await begin();
  const put = (PartNumber: number) =>
    client.send(
      new UploadPartCommand({ ...of, UploadId: upload, PartNumber, Body: Buffer.alloc(300_000) }),
    );
  await trouble({ stopPut: { after: 100_000, times: 1 }, smallestPart: 1 });
  await expect(put(1)).rejects.toThrow();
  const parts = [await put(1), await put(2)].map(({ ETag }, index) => ({
    ETag,
    PartNumber: index + 1,
  }));
  await put(2);
  await client.send(
    new CompleteMultipartUploadCommand({
      ...of,
      UploadId: upload,
      MultipartUpload: { Parts: parts },
    }),
  );
  expect(await cloud.control('GET', `/tenants/${tenant.id}/storage/parts`)).toEqual({
    [`${upload} 1`]: 1,
    [`${upload} 2`]: 2,
  });
  await begin();
  await cloud.control('POST', `/tenants/${tenant.id}/storage/forget-uploads`);
  expect(
    (await client.send(new ListMultipartUploadsCommand({ Bucket: name }))).Uploads,
  ).toBeUndefined();
});
