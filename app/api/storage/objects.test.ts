/** The routes about objects, against the sandbox's store. */
import { createHash } from 'node:crypto';
import { PutBucketVersioningCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fakeSession, request, TEST_ORIGIN, useSettings } from '@/lib/session/testing';
import {
  copyObject,
  createFolder,
  removeFolder,
  removeObjects,
  shareObject,
  showObject,
  showVersions,
} from '@/lib/storage/objects-api';
import { showObjects } from '@/lib/storage/storage-api';
import { sendRaw, testEndpoint, type TestEndpoint } from '@/sandbox/objects/wire/testing/endpoint';
import { cookieWithKey, group, targetOf } from './testing';

let endpoint: TestEndpoint;
let cookie: string;
const bucket = 'toko';
const at = { group_type: 'organizations', group };

beforeAll(async () => {
  endpoint = await testEndpoint();
  useSettings({ NUSA_AWANIO_S3_ENDPOINT: endpoint.url });
  endpoint.store.createBucket(bucket, 'owner-1');
  cookie = await cookieWithKey();
});
afterAll(() => endpoint.close());
afterEach(() => expect(endpoint.errors).toEqual([]));

type Handler = typeof showObject;
const answerOf = async (response: Response) => {
  const body = (await response.json()) as { data?: unknown };
  return { status: response.status, body: body.data ?? body };
};
const get = async (handler: Handler, query: Record<string, string>) =>
  answerOf(await handler(request(targetOf({ route: 'x', query }), { cookie }), at));
const post = async (handler: Handler, json: unknown, origin = TEST_ORIGIN, as = cookie) => {
  const sent = { method: 'POST', cookie: as, origin, json };
  return answerOf(await handler(request(targetOf({ route: 'x' }), sent), at));
};
const put = (Key: string, Body = Key, more: object = {}) =>
  endpoint.client().send(new PutObjectCommand({ Bucket: bucket, Key, Body, ...more }));
const keys = (prefix = '') =>
  get(showObjects, { bucket, prefix, deep: '1', max: '1000' }).then(({ body }) =>
    (body as { objects: { key: string }[] }).objects.map(({ key }) => key),
  );

const strange = [
  'про',
  '=%?_',
  '02%20-%20FLY%20ME.mp3',
  '/hello.html',
  'exa//mple',
  'folder',
  'folder/',
  'a b+c',
  '..',
  'a/../b',
  '(!*\')~ &<>"',
  'line\r\nbreak',
  'bell\u0007',
];

describe('Objects with strange names', () => {
  it.each(strange)('%j is told, copied, shared and deleted as itself', async (key) => {
    await put(key, `content of ${key}`, { ContentType: 'text/x-strange' });
    const told = await get(showObject, { bucket, key });
    expect(told).toMatchObject({ status: 200, body: { type: 'text/x-strange' } });
    const copied = await post(copyObject, {
      bucket,
      key,
      to: { bucket, key: `copy of ${key}` },
      replace: false,
    });
    expect(copied.body).toMatchObject({ done: true, upload_id: null });
    expect(endpoint.store.find(bucket, `copy of ${key}`)).toMatchObject({
      contentType: 'text/x-strange',
      etag: createHash('md5').update(`content of ${key}`).digest('hex'),
    });
    const shared = await post(shareObject, { bucket, key, seconds: 300, download: true });
    const { url } = shared.body as { url: string };
    const got = await sendRaw(endpoint.url, {
      method: 'GET',
      path: url.slice(endpoint.url.length),
    });
    expect([got.status, got.text]).toEqual([200, `content of ${key}`]);
    expect(got.headers['content-disposition']).toMatch(/^attachment; /);
    const neighbour = `${key}+`;
    await put(neighbour);
    const objects = [{ key }, { key: `copy of ${key}` }];
    const deleted = await post(removeObjects, { bucket, objects });
    expect(deleted.body).toEqual({ deleted: 2, done: true, failed: [] });
    expect(endpoint.store.find(bucket, key)).toBeNull();
    expect(endpoint.store.find(bucket, neighbour)).not.toBeNull();
    expect((await get(showObject, { bucket, key })).status).toBe(404);
    await post(removeObjects, { bucket, objects: [{ key: neighbour }] });
    expect(await keys()).toEqual([]);
  });

  it('deletes a thousand of the longest in one call', async () => {
    const objects = Array.from({ length: 1000 }, (_, index) => ({
      key: String(index).padEnd(1024, '\u0001'),
    }));
    const { status, body } = await post(removeObjects, { bucket, objects: objects.slice(0, 20) });
    expect([status, body]).toEqual([200, { deleted: 20, done: true, failed: [] }]);
    const long = objects.map(({ key }) => ({ key: key.replaceAll('\u0001', '"') }));
    expect((await post(removeObjects, { bucket, objects: long })).body).toMatchObject({
      deleted: 1000,
    });
    const more = await post(removeObjects, { bucket, objects: [...long, { key: 'x' }] });
    expect(more.status).toBe(422);
  });
});

describe('Folders', () => {
  it('are made once, and deleted with all in them and nothing beside', async () => {
    expect((await post(createFolder, { bucket, prefix: 'foto/' })).body).toEqual({ key: 'foto/' });
    expect((await post(createFolder, { bucket, prefix: 'foto/' })).status).toBe(409);
    await put('foto/a/b');
    await put('foto2');
    expect((await post(createFolder, { bucket, prefix: 'foto/a/' })).status).toBe(409);
    expect((await post(removeFolder, { bucket, prefix: 'foto' })).status).toBe(422);
    const step = await post(removeFolder, { bucket, prefix: 'foto/' });
    expect(step.body).toEqual({ deleted: 2, done: true, failed: [] });
    expect(await keys()).toEqual(['foto2']);
    await post(removeObjects, { bucket, objects: [{ key: 'foto2' }] });
  });

  it('go a thousand objects a step', async () => {
    for (let from = 0; from < 1001; from += 91)
      await Promise.all(Array.from({ length: 91 }, (_, index) => put(`banyak/${from + index}`)));
    const steps = [];
    for (let at = 0; at < 2; at += 1)
      steps.push((await post(removeFolder, { bucket, prefix: 'banyak/' })).body);
    expect(steps).toEqual([
      { deleted: 1000, done: false, failed: [] },
      { deleted: 1, done: true, failed: [] },
    ]);
  });
});

describe('Copies', () => {
  it('refuse a target that is there, and their own name', async () => {
    await put('a', 'satu', { Metadata: { warna: 'merah' }, CacheControl: 'no-cache' });
    await put('b', 'dua');
    const of = { bucket, key: 'a', to: { bucket, key: 'b' } };
    expect((await post(copyObject, { ...of, replace: false })).status).toBe(409);
    expect(endpoint.store.find(bucket, 'b')?.size).toBe(3);
    expect((await post(copyObject, { ...of, replace: true })).status).toBe(200);
    expect((await get(showObject, { bucket, key: 'b' })).body).toMatchObject({
      size: 4,
      cache_control: 'no-cache',
      metadata: { warna: 'merah' },
    });
    const same = { bucket, key: 'a', to: { bucket, key: 'a' }, replace: true };
    expect(await post(copyObject, same)).toMatchObject({
      status: 422,
      body: { fields: { to: ['same'] } },
    });
    const missing = { bucket, key: 'c', to: { bucket, key: 'd' }, replace: true };
    expect((await post(copyObject, missing)).status).toBe(404);
  });
});

describe('Versions', () => {
  it('are those of exactly one key, are restored, and are deleted one by one', async () => {
    const client = endpoint.client();
    const VersioningConfiguration = { Status: 'Enabled' } as const;
    await client.send(new PutBucketVersioningCommand({ Bucket: bucket, VersioningConfiguration }));
    for (const text of ['lama', 'barunya']) await put('v', text);
    await put('v2');
    await post(removeObjects, { bucket, objects: [{ key: 'v' }] });
    const list = async () =>
      ((await get(showVersions, { bucket, key: 'v' })).body as { versions: unknown[] })
        .versions as { version: string; marker: boolean; size: number; latest: boolean }[];
    const versions = await list();
    expect(versions.map(({ marker, size, latest }) => [marker, size, latest])).toEqual([
      [true, 0, true],
      [false, 7, false],
      [false, 4, false],
    ]);
    const [marker, , old] = versions;
    expect(
      await get(showObject, { bucket, key: 'v', version: marker?.version ?? '' }),
    ).toMatchObject({ status: 404 });
    const restore = { bucket, key: 'v', version: old?.version, to: { bucket, key: 'v' } };
    expect((await post(copyObject, { ...restore, replace: false })).status).toBe(200);
    expect((await get(showObject, { bucket, key: 'v' })).body).toMatchObject({ size: 4 });
    const [latest] = await list();
    const again = { ...restore, version: latest?.version, replace: false };
    expect((await post(copyObject, again)).status).toBe(422);
    const objects = (await list()).map(({ version }) => ({ key: 'v', version }));
    expect((await post(removeObjects, { bucket, objects })).body).toMatchObject({ deleted: 4 });
    expect(await list()).toEqual([]);
  });
});

describe('Changes', () => {
  it('are refused from elsewhere, and in a view', async () => {
    const body = { bucket, objects: [{ key: 'a' }] };
    expect(await post(removeObjects, body, 'https://evil.example')).toMatchObject({
      status: 403,
      body: { code: 'bad_origin' },
    });
    const viewAs = { id: 'fake-view-0123456789', org: group, role: 'member' } as const;
    const viewed = await cookieWithKey(fakeSession({ viewAs }));
    expect((await post(removeObjects, body, TEST_ORIGIN, viewed)).body).toMatchObject({
      code: 'viewing',
    });
    expect(endpoint.store.find(bucket, 'a')).not.toBeNull();
    const short = { bucket, key: 'a', seconds: 299, download: true };
    expect((await post(shareObject, short)).status).toBe(422);
    const gone = { bucket, key: 'nothing', seconds: 300, download: true };
    expect((await post(shareObject, gone)).status).toBe(404);
  });
});
