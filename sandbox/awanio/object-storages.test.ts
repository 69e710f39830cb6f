import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestCloud, at, type Client } from '../testing';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.close());

let made = 0;
/** A name that no other test has. */
const newName = (start: string) => `${start}-${(made += 1)}-uji`;
const pathOf = (org: string, more = '') => `/organizations/${org}/object-storages${more}`;

async function enabled(type: 'organizations' | 'projects' = 'organizations') {
  const person = await cloud.person();
  const bucket = newName('toko');
  const group = type === 'projects' ? person.project : person.org;
  const path = `/${type}/${group}/object-storages`;
  const body = { subdomain_name: newName('kopi'), bucket_name: bucket };
  const { status, body: answer, text } = await person.api('POST', path, body);
  expect(status, text).toBe(200);
  return { ...person, path, bucket, body, answer };
}

const bucketsOf = async (api: Client, path: string) => {
  const { body } = await api('GET', `${path}/buckets`);
  const rows = at(body, 'data', 'credentials') as { name: string }[];
  return rows.map(({ name }) => name);
};

describe('object storage', () => {
  it.each(['organizations', 'projects'] as const)('is enabled once in %s', async (type) => {
    const { api, path, bucket, body, answer } = await enabled(type);
    const key = at(answer, 'data', 'credentials', 0);
    expect(answer).toMatchObject({
      result: true,
      data: {
        size_gb: 0,
        subdomain_name: expect.stringMatching(new RegExp(`^${body.subdomain_name}\\.localhost:`)),
        custom_domain_name: null,
      },
    });
    expect(key).toMatchObject({
      access_key: expect.stringMatching(/^NUSA[A-Z2-9]{16}$/),
      secret_key: expect.stringMatching(/^.{40}$/),
    });
    const shown = await api('GET', path);
    expect(shown.text).not.toContain(String(at(key, 'secret_key')));
    expect(shown.body).toMatchObject({
      data: { credentials: [{ access_key: at(key, 'access_key') }] },
    });
    expect(await bucketsOf(api, path)).toEqual([bucket]);
    const again = { subdomain_name: newName('lain'), bucket_name: newName('lain') };
    expect(await api('POST', path, again)).toMatchObject({
      status: 409,
      body: { message: 'OBJECT STORAGE IS ALREADY ENABLED', error_code: '409-5' },
    });
  });

  it('is not found where it is not enabled', async () => {
    const { api, org } = await cloud.person();
    for (const path of ['', '/buckets', '/buckets/toko/objects'])
      expect(await api('GET', pathOf(org, path))).toMatchObject({
        status: 404,
        body: { message: 'OBJECT STORAGE IS NOT ENABLED' },
      });
  });

  it('keeps nothing when a name is taken', async () => {
    const first = await enabled();
    const { api, org } = await cloud.person();
    const fresh = { subdomain_name: newName('baru'), bucket_name: newName('baru') };
    const order = (more: object) => api('POST', pathOf(org), { ...fresh, ...more });
    expect(await order({ subdomain_name: first.body.subdomain_name })).toMatchObject({
      status: 409,
      body: { message: 'SUBDOMAIN IS ALREADY USED' },
    });
    expect(await order({ bucket_name: first.bucket })).toMatchObject({
      status: 409,
      body: { message: 'BUCKET NAME IS ALREADY USED' },
    });
    expect((await order({ bucket_name: 'Not/valid' })).status).toBe(422);
    expect((await order({})).status).toBe(200);
  });

  it('is refused to who may only read, and hidden from strangers', async () => {
    const { org, path, bucket } = await enabled();
    const reader = await cloud.person({ memberOf: org, level: 7 });
    expect((await reader.api('GET', path)).status).toBe(200);
    const stranger = await cloud.person();
    for (const [method, more] of [
      ['POST', '/buckets'],
      ['PUT', `/buckets/${bucket}/policy`],
      ['DELETE', `/buckets/${bucket}`],
      ['DELETE', `/buckets/${bucket}/objects/a`],
    ] as const) {
      const body = { bucket_name: bucket, policy: 'public' };
      const sent = method === 'DELETE' ? undefined : body;
      expect((await reader.api(method, path + more, sent)).status, more).toBe(403);
      expect((await stranger.api(method, path + more, sent)).status, more).toBe(404);
    }
  });

  it('keeps a project from being deleted', async () => {
    const { api, project } = await enabled('projects');
    expect(await api('DELETE', `/projects/${project}`)).toMatchObject({
      status: 409,
      body: { message: 'PROJECT STILL HAS OBJECT STORAGE' },
    });
  });
});

describe('buckets', () => {
  it('are created, listed and deleted, under names that are nobody else’s', async () => {
    const one = await enabled();
    const other = await enabled();
    const name = newName('arsip');
    const create = (api: Client, path: string) =>
      api('POST', `${path}/buckets`, { bucket_name: name });
    expect(await create(one.api, one.path)).toMatchObject({
      status: 200,
      body: { data: `Bucket ${name} created` },
    });
    expect(await create(one.api, one.path)).toMatchObject({ body: { error_code: '409-3' } });
    expect(await create(other.api, other.path)).toMatchObject({ body: { error_code: '409-2' } });
    expect(await bucketsOf(one.api, one.path)).toEqual([name, one.bucket]);
    const foreign = await other.api('DELETE', `${other.path}/buckets/${name}`);
    expect(foreign).toMatchObject({ status: 404, body: { message: 'BUCKET NOT FOUND' } });
    expect(await one.api('DELETE', `${one.path}/buckets/${name}`)).toMatchObject({
      body: { data: `Bucket ${name} deleted` },
    });
    expect(await bucketsOf(one.api, one.path)).toEqual([one.bucket]);
  });

  it('that hold something say what when they are deleted', async () => {
    const name = newName('penuh');
    const objectStorage = { buckets: [{ name, objects: 3 }] };
    const { api, org } = await cloud.person({ objectStorage });
    expect(await api('DELETE', pathOf(org, `/buckets/${name}`))).toMatchObject({
      status: 409,
      body: { message: 'The bucket you tried to delete is not empty: 3 objects' },
    });
  });

  it('are made public and private', async () => {
    const { api, path, bucket } = await enabled();
    const set = (policy: string, bucket_name = bucket) =>
      api('PUT', `${path}/buckets/${bucket}/policy`, { bucket_name, policy });
    expect(await set('public')).toMatchObject({
      body: { data: `Bucket ${bucket}'s policy updated` },
    });
    expect((await set('private')).status).toBe(200);
    expect((await set('open')).status).toBe(422);
    expect((await set('public', 'other')).status).toBe(422);
  });
});

describe('objects', () => {
  it('are listed flat, the first 5,000, and deleted by their whole name', async () => {
    const [many, few] = [newName('banyak'), newName('sedikit')];
    const objectStorage = {
      buckets: [
        { name: many, objects: 5001 },
        { name: few, objects: 2, prefix: 'a b/é+%2F/' },
      ],
    };
    const { api, org } = await cloud.person({ objectStorage });
    const list = async (name: string) =>
      at((await api('GET', pathOf(org, `/buckets/${name}/objects`))).body, 'data') as object[];
    const found = await list(many);
    expect(found).toHaveLength(5000);
    expect(found[0]).toMatchObject({
      name: 'file-000001.txt',
      size: 14,
      content_type: 'text/plain; charset=utf-8',
      expires: '0001-01-01T00:00:00Z',
    });
    const [first, second] = (await list(few)).map((row) => String(at(row, 'name')));
    expect(first).toBe('a b/é+%2F/file-000001.txt');
    const path = pathOf(org, `/buckets/${few}/objects/${encodeURIComponent(first ?? '')}`);
    expect(await api('DELETE', path)).toMatchObject({ body: { data: 'object deleted' } });
    expect(await api('DELETE', path)).toMatchObject({
      status: 404,
      body: { message: 'OBJECT NOT FOUND' },
    });
    expect((await list(few)).map((row) => at(row, 'name'))).toEqual([second]);
  });
});

it('shows the demo’s two buckets', async () => {
  const demo = await TestCloud.start({ demo: true });
  try {
    const api = await demo.signIn('sari', 'nusa-demo-2026');
    const organizations = (await api('GET', '/organizations')).body;
    const kopi = (at(organizations, 'data') as object[]).find(
      (one) => at(one, 'name') === 'Kopi Nusantara',
    );
    const path = pathOf(String(at(kopi, 'uuid')));
    expect(await bucketsOf(api, path)).toEqual(['kopi-nusantara-cadangan', 'kopi-nusantara-foto']);
    const { body } = await api('GET', `${path}/buckets/kopi-nusantara-foto/objects`);
    expect(at(body, 'data')).toHaveLength(169);
  } finally {
    await demo.close();
  }
});
