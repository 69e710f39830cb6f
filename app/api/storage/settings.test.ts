/** The routes about what is set for a bucket, against the sandbox's store. */
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { request, useSettings } from '@/lib/session/testing';
import { presetPolicy, type PolicyPreset } from '@/lib/storage/policy-text';
import {
  dropPolicy,
  setCors,
  setPolicy,
  setVersioning,
  showCors,
  showPolicy,
  showProof,
  showVersioning,
} from '@/lib/storage/settings-api';
import { testEndpoint, type TestEndpoint } from '@/sandbox/objects/wire/testing/endpoint';
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

async function ask(handler: typeof showPolicy, method = 'GET', json?: unknown) {
  const target = targetOf({ route: 'x', query: { bucket } });
  const response = await handler(request(target, { method, cookie, json }), at);
  const body = (await response.json()) as { data?: Record<string, unknown> };
  return { status: response.status, data: body.data, problem: body as Record<string, unknown> };
}
/** What was proven, in short. */
async function proven() {
  const { data = {} } = await ask(showProof);
  const of = (name: string) => data[name] as { allowed: string; answer: string };
  return ['read', 'list', 'write', 'delete'].map((name) => of(name).allowed);
}
const choose = (preset: PolicyPreset) => {
  const policy = presetPolicy(preset, bucket);
  return policy === null ? ask(dropPolicy, 'DELETE') : ask(setPolicy, 'PUT', { policy });
};

describe('A policy and its proof', () => {
  it('says nothing for anyone where there is none, and the store agrees', async () => {
    expect((await ask(showPolicy)).data).toEqual({
      policy: null,
      says: { read: 'no', list: 'no', write: 'no', delete: 'no' },
    });
    expect(await proven()).toEqual(['unknown', 'no', 'no', 'no']);
    await endpoint
      .client()
      .send(new PutObjectCommand({ Bucket: bucket, Key: ' про=%?_', Body: 'x' }));
    expect(await proven()).toEqual(['no', 'no', 'no', 'no']);
  });

  it.each([
    ['read', ['yes', 'no', 'no', 'no']],
    ['list', ['yes', 'yes', 'no', 'no']],
    ['all', ['yes', 'yes', 'yes', 'yes']],
    ['private', ['no', 'no', 'no', 'no']],
  ] as const)('%s is said and proven alike', async (preset, rights) => {
    const set = await choose(preset);
    expect(Object.values(set.data?.says as object)).toEqual(rights);
    expect((await ask(showPolicy)).data?.says).toEqual(set.data?.says);
    expect(await proven()).toEqual(rights);
  });

  it('proves without leaving anything, also with versions, where a delete proves nothing', async () => {
    expect((await ask(showVersioning)).data).toEqual({ state: 'off' });
    expect((await ask(setVersioning, 'PUT', { state: 'off' })).status).toBe(422);
    await ask(setVersioning, 'PUT', { state: 'enabled' });
    expect((await ask(showVersioning)).data).toEqual({ state: 'enabled' });
    await choose('all');
    expect(await proven()).toEqual(['yes', 'yes', 'yes', 'unknown']);
    const { ListObjectVersionsCommand } = await import('@aws-sdk/client-s3');
    const left = await endpoint.client().send(new ListObjectVersionsCommand({ Bucket: bucket }));
    expect([left.Versions?.length, left.DeleteMarkers]).toEqual([1, undefined]);
    await choose('private');
    await ask(setVersioning, 'PUT', { state: 'suspended' });
  });

  it('is refused with its place by the console, and in its own words by the store', async () => {
    const broken = await ask(setPolicy, 'PUT', { policy: '{\n  "Statement": [,]\n}' });
    expect(broken.status).toBe(422);
    expect(broken.problem).toMatchObject({ fields: { policy: ['invalid'] } });
    const other = presetPolicy('read', 'bucket-lain');
    const refused = await ask(setPolicy, 'PUT', { policy: other });
    expect(refused.problem).toMatchObject({
      code: 'bad_input',
      storage: 'MalformedPolicy',
      backendMessage: 'Policy has invalid resource',
    });
  });
});

describe('CORS', () => {
  it('is empty at first, set, and taken away', async () => {
    expect((await ask(showCors)).data).toEqual({ rules: [] });
    const rule = {
      allowed_origins: ['https://*.toko.example'],
      allowed_methods: ['GET', 'PUT'],
      allowed_headers: ['*'],
      expose_headers: ['ETag'],
      max_age_seconds: 3000,
    };
    expect((await ask(setCors, 'PUT', { rules: [rule] })).status).toBe(200);
    expect((await ask(showCors)).data).toEqual({ rules: [rule] });
    const wrong = { ...rule, allowed_origins: ['https://*.*'] };
    expect((await ask(setCors, 'PUT', { rules: [wrong] })).status).toBe(422);
    await ask(setCors, 'DELETE');
    expect((await ask(showCors)).data).toEqual({ rules: [] });
  });
});
