import {
  CreateBucketCommand,
  DeleteBucketCorsCommand,
  DeleteBucketPolicyCommand,
  DeleteObjectsCommand,
  GetBucketCorsCommand,
  GetBucketPolicyCommand,
  GetBucketPolicyStatusCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutBucketCorsCommand,
  PutBucketPolicyCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicPolicy } from '../engine';
import { fits } from './policy';
import { refusal, testEndpoint, type TestEndpoint } from './testing/endpoint';

let endpoint: TestEndpoint;
const Bucket = 'kebijakan';

beforeAll(async () => {
  endpoint = await testEndpoint();
  const client = endpoint.client();
  await client.send(new CreateBucketCommand({ Bucket }));
  await client.send(new PutObjectCommand({ Bucket, Key: 'buka/a', Body: 'isi' }));
  await client.send(new PutObjectCommand({ Bucket, Key: 'tutup/a', Body: 'isi' }));
});
afterAll(async () => {
  expect(endpoint.errors).toEqual([]);
  await endpoint.close();
});

const statement = (more: object) => ({
  ...{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject' },
  ...{ Resource: `arn:aws:s3:::${Bucket}/*`, ...more },
});
const putText = (Policy: string) =>
  refusal(endpoint.client().send(new PutBucketPolicyCommand({ Bucket, Policy })));
const putPolicy = (...Statement: object[]) =>
  putText(JSON.stringify({ Version: '2012-10-17', Statement }));
const anybody = async (path: string, method = 'GET') =>
  (await fetch(`${endpoint.url}/${Bucket}${path}`, { method })).status;
const get = (key: string, Key: string) =>
  refusal(endpoint.client(key).send(new GetObjectCommand({ Bucket, Key })));

describe('Policies', () => {
  it('open a bucket to everybody for reading, and for nothing else', async () => {
    expect(await anybody('/buka/a')).toBe(403);
    expect(await putText(publicPolicy(Bucket))).toBeNull();
    expect(await anybody('/buka/a')).toBe(200);
    expect(await anybody('/buka/none')).toBe(403);
    expect(await anybody('/buka/a', 'PUT')).toBe(403);
    expect(await anybody('/buka/a', 'DELETE')).toBe(403);
    expect(await anybody('/buka/a?response-content-type=text/html')).toBe(400);
    expect(await anybody('')).toBe(403);
    const client = endpoint.client();
    const status = await client.send(new GetBucketPolicyStatusCommand({ Bucket }));
    expect(status.PolicyStatus?.IsPublic).toBe(true);
    const { Policy } = await client.send(new GetBucketPolicyCommand({ Bucket }));
    expect(Policy).toBe(publicPolicy(Bucket));
    await client.send(new DeleteBucketPolicyCommand({ Bucket }));
    expect(await refusal(client.send(new GetBucketPolicyCommand({ Bucket })))).toBe(
      'NoSuchBucketPolicy',
    );
    expect(await anybody('/buka/a')).toBe(403);
  });

  it('open a part to another owner', async () => {
    const Principal = { AWS: ['arn:aws:iam::owner-2:root'] };
    const Resource = `arn:aws:s3:::${Bucket}/buka/*`;
    expect(await putPolicy(statement({ Principal, Resource, Action: ['s3:Get*'] }))).toBeNull();
    expect(await get('OTHER', 'buka/a')).toBeNull();
    expect(await get('OTHER', 'tutup/a')).toBe('AccessDenied');
    expect(await anybody('/buka/a')).toBe(403);
  });

  it('deny what they permit elsewhere, to the owner as well', async () => {
    const Resource = [`arn:aws:s3:::${Bucket}/tutup/?`];
    expect(await putPolicy(statement({}), statement({ Effect: 'Deny', Resource }))).toBeNull();
    expect([await anybody('/buka/a'), await anybody('/tutup/a')]).toEqual([200, 403]);
    expect(await get('OWNER', 'tutup/a')).toBe('AccessDenied');
    expect(await putPolicy(statement({ Effect: 'Deny', Action: '*' }))).toBeNull();
    expect(await get('OWNER', 'buka/a')).toBe('AccessDenied');
    const client = endpoint.client();
    const Delete = { Objects: [{ Key: 'buka/a' }, { Key: 'none' }] };
    const { Errors = [] } = await client.send(new DeleteObjectsCommand({ Bucket, Delete }));
    expect(Errors.map(({ Code }) => Code)).toEqual(['AccessDenied', 'AccessDenied']);
    await client.send(new DeleteBucketPolicyCommand({ Bucket }));
    expect(await get('OWNER', 'buka/a')).toBeNull();
  });

  it('hold under their conditions', async () => {
    const Condition = { StringLike: { 's3:prefix': 'buka/*' } };
    const Resource = `arn:aws:s3:::${Bucket}`;
    expect(await putPolicy(statement({ Action: 's3:ListBucket', Resource, Condition }))).toBeNull();
    expect(await anybody('?list-type=2&prefix=buka/')).toBe(200);
    expect([await anybody('?prefix=tutup/'), await anybody('')]).toEqual([403, 403]);
  });

  it('are refused when they say what is not understood', async () => {
    const unknown = { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } };
    expect(await putPolicy(statement({ Condition: unknown }))).toBe('MalformedPolicy');
    const other = { Resource: 'arn:aws:s3:::another/*' };
    expect(await putPolicy(statement(other))).toBe('MalformedPolicy');
    expect(await putPolicy(statement({ Action: 'ec2:*' }))).toBe('MalformedPolicy');
    expect(await putPolicy(statement({ Principal: undefined }))).toBe('MalformedPolicy');
    expect(await putText('{')).toBe('MalformedPolicy');
  });

  it('have patterns that take no time', () => {
    expect(fits('a*b?d', 'axxbcd')).toBe(true);
    expect(fits('a*b', 'a')).toBe(false);
    expect(fits('*', '')).toBe(true);
    expect(fits('*a'.repeat(50), 'a'.repeat(5000) + 'b')).toBe(false);
  });
});

describe('CORS', () => {
  const preflight = (origin: string, method: string, headers = 'content-type') =>
    fetch(`${endpoint.url}/${Bucket}/buka/a`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': method,
        'access-control-request-headers': headers,
      },
    });

  it('lets the pages read that its rules name', async () => {
    const client = endpoint.client();
    expect(await refusal(client.send(new GetBucketCorsCommand({ Bucket })))).toBe(
      'NoSuchCORSConfiguration',
    );
    expect((await preflight('https://toko.id', 'PUT')).status).toBe(403);
    const CORSRules = [
      {
        AllowedOrigins: ['https://*.id'],
        AllowedMethods: ['GET', 'PUT'],
        AllowedHeaders: ['Content-*', 'x-amz-*'],
        ExposeHeaders: ['ETag'],
        MaxAgeSeconds: 60,
      },
    ];
    await client.send(new PutBucketCorsCommand({ Bucket, CORSConfiguration: { CORSRules } }));
    const { CORSRules: read } = await client.send(new GetBucketCorsCommand({ Bucket }));
    expect(read).toEqual(CORSRules);
    const allowed = await preflight('https://toko.id', 'PUT', 'content-type,x-amz-date');
    expect(allowed.status).toBe(200);
    expect(Object.fromEntries(allowed.headers)).toMatchObject({
      'access-control-allow-origin': 'https://toko.id',
      'access-control-allow-headers': 'content-type, x-amz-date',
      'access-control-max-age': '60',
    });
    for (const wrong of [
      preflight('https://toko.com', 'PUT'),
      preflight('https://toko.id', 'DELETE'),
      preflight('https://toko.id', 'PUT', 'authorization'),
    ])
      expect((await wrong).status).toBe(403);
    const refused = await fetch(`${endpoint.url}/${Bucket}/buka/a`, {
      headers: { origin: 'https://toko.id' },
    });
    expect(refused.status).toBe(403);
    expect(refused.headers.get('access-control-allow-origin')).toBe('https://toko.id');
    expect(refused.headers.get('access-control-expose-headers')).toBe('ETag');
    await client.send(new DeleteBucketCorsCommand({ Bucket }));
    expect((await preflight('https://toko.id', 'PUT')).status).toBe(403);
  });
});

describe('A full disk and a broken call', () => {
  it('are refused by name, and the next call works', async () => {
    const client = endpoint.client();
    endpoint.store.setFull('owner-1', true);
    const put = () => refusal(client.send(new PutObjectCommand({ Bucket, Key: 'x', Body: 'y' })));
    expect(await put()).toBe('InsufficientStorage');
    endpoint.store.setFull('owner-1', false);
    expect(await put()).toBeNull();
    const list = await client.send(new ListObjectsV2Command({ Bucket }));
    expect(list.KeyCount).toBe(3);
  });
});
