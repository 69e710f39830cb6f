import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestCloud, at } from '../testing';

/** One sandbox is the S3 endpoint of the other. */
let endpoint: TestCloud;
let cloud: TestCloud;
beforeAll(async () => {
  endpoint = await TestCloud.start();
  const { tenant } = await endpoint.person({
    objectStorage: { buckets: [{ name: 'milik-lain' }] },
  });
  const key = tenant.awanio?.objectStorage;
  cloud = await TestCloud.start({
    outsideS3: {
      endpoint: endpoint.sandbox.s3Url,
      accessKey: key?.access_key ?? '',
      secretKey: key?.secret_key ?? '',
    },
  });
});
afterAll(async () => {
  await cloud.close();
  await endpoint.close();
});

it('keeps buckets and objects at another S3 endpoint', async () => {
  const objectStorage = {
    buckets: [{ name: 'luar-satu', objects: 3, public: true }, { name: 'luar-dua' }],
  };
  const { api, org, tenant } = await cloud.person({ objectStorage });
  expect(tenant.awanio?.objectStorage?.endpoint).toBe(endpoint.sandbox.s3Url);
  const path = `/organizations/${org}/object-storages`;
  const shown = await api('GET', path);
  expect(shown.body).toMatchObject({
    data: { subdomain_name: expect.stringMatching(/^storage-\w+\.127\.0\.0\.1:\d+$/) },
  });
  const buckets = async () => at((await api('GET', `${path}/buckets`)).body, 'data', 'credentials');
  expect(await buckets()).toMatchObject([{ name: 'luar-dua' }, { name: 'luar-satu' }]);
  const open = await fetch(`${endpoint.sandbox.s3Url}/luar-satu/file-000001.txt`);
  expect([open.status, await open.text()]).toEqual([200, 'Selamat pagi.\n']);
  const list = await api('GET', `${path}/buckets/luar-satu/objects`);
  expect(at(list.body, 'data')).toHaveLength(3);
  const policy = { bucket_name: 'luar-satu', policy: 'private' };
  expect((await api('PUT', `${path}/buckets/luar-satu/policy`, policy)).status).toBe(200);
  const closed = await fetch(`${endpoint.sandbox.s3Url}/luar-satu/file-000001.txt`);
  expect(closed.status).toBe(403);
});

it('refuses as the endpoint does', async () => {
  const { api, org } = await cloud.person({ objectStorage: { buckets: [{ name: 'luar-tiga' }] } });
  const other = await cloud.person({
    objectStorage: { buckets: [{ name: 'luar-empat', objects: 1 }] },
  });
  const path = (of: string, more = '') => `/organizations/${of}/object-storages/buckets${more}`;
  for (const bucket_name of ['luar-empat', 'milik-lain'])
    expect(await api('POST', path(org), { bucket_name })).toMatchObject({
      status: 409,
      body: { message: expect.stringMatching(/\w/), error_code: '409-2' },
    });
  expect((await api('DELETE', path(org, '/luar-empat'))).status).toBe(404);
  const full = path(other.org, '/luar-empat');
  expect(await other.api('DELETE', full)).toMatchObject({
    status: 409,
    body: { message: expect.stringContaining('not empty') },
  });
  const object = `${full}/objects/file-000001.txt`;
  expect((await other.api('DELETE', object)).status).toBe(200);
  expect((await other.api('DELETE', object)).status).toBe(404);
  expect((await other.api('DELETE', full)).status).toBe(200);
});
