import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketLocationCommand,
  GetObjectAttributesCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListMultipartUploadsCommand,
  ListObjectVersionsCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  ListPartsCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  UploadPartCommand,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusal, sendRaw, testEndpoint, type TestEndpoint } from './testing/endpoint';

let endpoint: TestEndpoint;
const Bucket = 'toko-foto';

beforeAll(async () => {
  endpoint = await testEndpoint();
  await endpoint.client().send(new CreateBucketCommand({ Bucket }));
});
afterAll(async () => {
  expect(endpoint.errors).toEqual([]);
  await endpoint.close();
});

const put = (Key: string, Body: string | Buffer = Key, more: object = {}) =>
  endpoint.client().send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
const textOf = async (Key: string, more: object = {}) => {
  const { Body } = await endpoint.client().send(new GetObjectCommand({ Bucket, Key, ...more }));
  return Body?.transformToString();
};
const remove = (Key: string) => endpoint.client().send(new DeleteObjectCommand({ Bucket, Key }));

describe('The newest AWS SDK with buckets', () => {
  it('lists, looks at and deletes them', async () => {
    const client = endpoint.client();
    await client.send(new CreateBucketCommand({ Bucket: 'kosong' }));
    const { Buckets = [] } = await client.send(new ListBucketsCommand({}));
    expect(Buckets.map(({ Name }) => Name)).toEqual(['kosong', Bucket]);
    await client.send(new HeadBucketCommand({ Bucket }));
    await client.send(new GetBucketLocationCommand({ Bucket }));
    await client.send(new DeleteBucketCommand({ Bucket: 'kosong' }));
    const gone = new ListObjectsV2Command({ Bucket: 'kosong' });
    expect(await refusal(client.send(gone))).toBe('NoSuchBucket');
  });

  it('is refused what is not its own, and bad names', async () => {
    const create = (name: string, key = 'OWNER') =>
      refusal(endpoint.client(key).send(new CreateBucketCommand({ Bucket: name })));
    expect(await create(Bucket)).toBe('BucketAlreadyOwnedByYou');
    expect(await create(Bucket, 'OTHER')).toBe('BucketAlreadyExists');
    expect(await create('baru', 'READER')).toBe('AccessDenied');
    for (const name of ['Besar', 'a', '10.0.0.1', 'a..b'])
      expect(await create(name)).not.toBeNull();
    const list = new ListObjectsV2Command({ Bucket });
    expect(await refusal(endpoint.client('OTHER').send(list))).toBe('AccessDenied');
    expect(await refusal(endpoint.client('REVOKED').send(list))).toBe('InvalidAccessKeyId');
    expect(await refusal(endpoint.client('OWNER', 'wrong').send(list))).toBe(
      'SignatureDoesNotMatch',
    );
    expect(await refusal(endpoint.client('READER').send(list))).toBeNull();
  });

  it('says why one can not be deleted', async () => {
    await put('masih-ada');
    const client = endpoint.client();
    expect(await refusal(client.send(new DeleteBucketCommand({ Bucket })))).toBe('BucketNotEmpty');
    await remove('masih-ada');
  });
});

describe('The newest AWS SDK with objects', () => {
  it('puts, reads, looks at and deletes an object', async () => {
    const Metadata = { judul: 'annual  report', lain: 'b' };
    const stored = await put('a.txt', 'hello', { Metadata, ContentType: 'text/plain' });
    expect(stored.ETag).toBe('"5d41402abc4b2a76b9719d911017c592"');
    const client = endpoint.client();
    const head = await client.send(new HeadObjectCommand({ Bucket, Key: 'a.txt' }));
    expect(head).toMatchObject({ Metadata, ContentLength: 5, ContentType: 'text/plain' });
    expect(await textOf('a.txt')).toBe('hello');
    expect(await textOf('a.txt', { Range: 'bytes=1-2' })).toBe('el');
    expect(await textOf('a.txt', { Range: 'bytes=-2' })).toBe('lo');
    expect(await refusal(textOf('a.txt', { Range: 'bytes=5-' }))).toBe('InvalidRange');
    await remove('a.txt');
    expect(await refusal(textOf('a.txt'))).toBe('NoSuchKey');
  });

  it('keeps hostile names as they are', async () => {
    const names = [
      ...['..', '../x', 'a/../b', '//x', '/x', 'a//b', 'x/', 'a%2Fb', 'a b+c', 'd\'e"f', 'x.'],
      ...['ünï/日本😀', '<&>', '\u0001\n', 'a?b=c', 'e\u0301', 'x'.repeat(1024)],
    ];
    for (const name of names) {
      await put(name);
      expect(await textOf(name), name).toBe(name);
    }
    const client = endpoint.client();
    const list = await client.send(new ListObjectsV2Command({ Bucket, EncodingType: 'url' }));
    const listed = list.Contents?.map(({ Key = '' }) => decodeURIComponent(Key));
    const sorted = [...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect(listed).toEqual(sorted);
    const plain = await client.send(new ListObjectsV2Command({ Bucket }));
    expect(plain.Contents?.map(({ Key }) => Key)).toEqual(sorted);
    const Objects = names.map((Key) => ({ Key }));
    const { Deleted = [] } = await client.send(
      new DeleteObjectsCommand({ Bucket, Delete: { Objects } }),
    );
    expect(Deleted.map(({ Key }) => Key)).toEqual(names);
    expect(await refusal(put('x'.repeat(1025)))).toBe('KeyTooLongError');
  });

  it('reads and writes under conditions', async () => {
    const { ETag } = await put('syarat', 'satu');
    expect(await refusal(put('syarat', 'dua', { IfNoneMatch: '*' }))).toBe('PreconditionFailed');
    expect(await refusal(put('syarat', 'dua', { IfMatch: '"x"' }))).toBe('PreconditionFailed');
    expect(await refusal(put('syarat', 'satu', { IfMatch: ETag }))).toBeNull();
    expect(await refusal(textOf('syarat', { IfMatch: '"x"' }))).toBe('PreconditionFailed');
    expect(await refusal(textOf('syarat', { IfNoneMatch: ETag }))).not.toBeNull();
    const later = new Date(Date.now() + 60_000);
    expect(await refusal(textOf('syarat', { IfModifiedSince: later }))).not.toBeNull();
    expect(await textOf('syarat', { IfUnmodifiedSince: later })).toBe('satu');
    await remove('syarat');
  });

  it('copies by a percent-encoded source', async () => {
    await put('folder/my file+1.txt', 'isi', { Metadata: { a: '1' } });
    const client = endpoint.client();
    const copy = (Key: string, more: object = {}) =>
      client.send(
        new CopyObjectCommand({
          ...{ Bucket, Key, CopySource: `${Bucket}/folder/my%20file%2B1.txt` },
          ...more,
        }),
      );
    await copy('salinan');
    expect(await textOf('salinan')).toBe('isi');
    await copy('lain', { MetadataDirective: 'REPLACE', Metadata: { b: '2' } });
    const head = await client.send(new HeadObjectCommand({ Bucket, Key: 'lain' }));
    expect(head.Metadata).toEqual({ b: '2' });
    expect(await refusal(copy('folder/my file+1.txt'))).toBe('InvalidRequest');
    expect(await refusal(copy('x', { CopySourceIfMatch: '"x"' }))).toBe('PreconditionFailed');
    expect(await refusal(copy('lain', { IfNoneMatch: '*' }))).toBe('PreconditionFailed');
    for (const key of ['salinan', 'lain', 'folder/my file+1.txt']) await remove(key);
  });

  it('gets attributes and answers with other headers where it asks', async () => {
    await put('atribut', 'hello', { ChecksumAlgorithm: 'SHA256' });
    const client = endpoint.client();
    const attributes = await client.send(
      new GetObjectAttributesCommand({
        ...{ Bucket, Key: 'atribut' },
        ObjectAttributes: ['ETag', 'Checksum', 'ObjectSize'],
      }),
    );
    expect(attributes).toMatchObject({
      ObjectSize: 5,
      Checksum: { ChecksumSHA256: 'LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=' },
    });
    const get = new GetObjectCommand({
      ...{ Bucket, Key: 'atribut', ResponseContentType: 'text/x' },
      ResponseContentDisposition: 'attachment; filename="é.txt"',
    });
    const { ContentType } = await client.send(get);
    expect(ContentType).toBe('text/x');
    await remove('atribut');
  });
});

describe('The newest AWS SDK with lists', () => {
  it('lists folders by pages, each once', async () => {
    for (let number = 1; number <= 4; number += 1) await put(`d${number}/f${number}`);
    const client = endpoint.client();
    const page = (more: object) =>
      client.send(new ListObjectsV2Command({ Bucket, Delimiter: '/', MaxKeys: 3, ...more }));
    const first = await page({});
    expect(first.CommonPrefixes?.map(({ Prefix }) => Prefix)).toEqual(['d1/', 'd2/', 'd3/']);
    const second = await page({ ContinuationToken: first.NextContinuationToken });
    expect(second.CommonPrefixes?.map(({ Prefix }) => Prefix)).toEqual(['d4/']);
    expect(second.IsTruncated).toBe(false);
    const older = (Marker?: string) =>
      client.send(new ListObjectsCommand({ Bucket, Delimiter: '/', MaxKeys: 3, Marker }));
    const { NextMarker } = await older();
    expect(NextMarker).toBe('d3/');
    expect((await older(NextMarker)).CommonPrefixes).toEqual([{ Prefix: 'd4/' }]);
    expect(await refusal(page({ ContinuationToken: 'not one' }))).toBe('InvalidArgument');
    const after = await client.send(new ListObjectsV2Command({ Bucket, StartAfter: 'd3/f3' }));
    expect(after.Contents?.map(({ Key }) => Key)).toEqual(['d4/f4']);
    for (let number = 1; number <= 4; number += 1) await remove(`d${number}/f${number}`);
  });

  it('shows five thousand keys of a folder as one line', async () => {
    const filling = Array.from({ length: 5000 }, (_, index) => ({
      ...{ key: `photos/${index}`, content: 'x', contentType: 'text/plain' },
      modified: new Date(),
    }));
    endpoint.store.fill(Bucket, filling);
    const client = endpoint.client();
    const list = await client.send(new ListObjectsV2Command({ Bucket, Delimiter: '/' }));
    expect(list).toMatchObject({ KeyCount: 1, IsTruncated: false });
    expect(list.CommonPrefixes).toEqual([{ Prefix: 'photos/' }]);
    for (const { key } of filling) endpoint.store.remove(Bucket, key);
  });
});

describe('The newest AWS SDK with versions', () => {
  it('keeps them, marks what is deleted, and reads an old one', async () => {
    const client = endpoint.client();
    const name = { Bucket: 'bertingkat', Key: 'k' };
    await client.send(new CreateBucketCommand({ Bucket: name.Bucket }));
    const VersioningConfiguration = { Status: 'Enabled' as const };
    await client.send(
      new PutBucketVersioningCommand({ Bucket: name.Bucket, VersioningConfiguration }),
    );
    const first = await client.send(new PutObjectCommand({ ...name, Body: 'satu' }));
    await client.send(new PutObjectCommand({ ...name, Body: 'dua' }));
    const deleted = await client.send(new DeleteObjectCommand(name));
    expect(deleted.DeleteMarker).toBe(true);
    expect(await refusal(client.send(new GetObjectCommand(name)))).toBe('NoSuchKey');
    const old = await client.send(new GetObjectCommand({ ...name, VersionId: first.VersionId }));
    expect(await old.Body?.transformToString()).toBe('satu');
    const list = new ListObjectVersionsCommand({ Bucket: name.Bucket, MaxKeys: 2 });
    const page = await client.send(list);
    expect([page.DeleteMarkers?.length, page.Versions?.length]).toEqual([1, 1]);
    const rest = await client.send(
      new ListObjectVersionsCommand({
        Bucket: name.Bucket,
        KeyMarker: page.NextKeyMarker,
        VersionIdMarker: page.NextVersionIdMarker,
      }),
    );
    expect(rest.Versions?.map(({ VersionId }) => VersionId)).toEqual([first.VersionId]);
    const marker = { ...name, VersionId: deleted.VersionId };
    expect(await refusal(client.send(new GetObjectCommand(marker)))).toBe('MethodNotAllowed');
    await client.send(new DeleteObjectCommand(marker));
    const now = await client.send(new GetObjectCommand(name));
    expect(await now.Body?.transformToString()).toBe('dua');
  });
});

describe('The newest AWS SDK with uploads of several parts', () => {
  const partSize = 5 * 1024 * 1024;

  it('joins them, with parts that are copied, and lists what is unfinished', async () => {
    const client = endpoint.client();
    const name = { Bucket, Key: 'besar' };
    await put('sumber', Buffer.alloc(100, 'c'));
    const { UploadId } = await client.send(new CreateMultipartUploadCommand(name));
    const of = { ...name, UploadId };
    const one = await client.send(
      new UploadPartCommand({ ...of, PartNumber: 1, Body: Buffer.alloc(partSize, 'a') }),
    );
    const two = await client.send(
      new UploadPartCommand({ ...of, PartNumber: 2, Body: Buffer.alloc(partSize, 'b') }),
    );
    const copy = new UploadPartCopyCommand({
      ...{ ...of, PartNumber: 3, CopySource: `/${Bucket}/sumber` },
      CopySourceRange: 'bytes=0-9',
    });
    const three = await client.send(copy);
    const { Parts } = await client.send(new ListPartsCommand({ ...of, MaxParts: 2 }));
    expect(Parts?.map(({ Size }) => Size)).toEqual([partSize, partSize]);
    const { Uploads } = await client.send(new ListMultipartUploadsCommand({ Bucket }));
    expect(Uploads?.map((upload) => upload.UploadId)).toEqual([UploadId]);
    const complete = new CompleteMultipartUploadCommand({
      ...of,
      MultipartUpload: {
        Parts: [
          { PartNumber: 1, ETag: one.ETag, ChecksumCRC32: one.ChecksumCRC32 },
          { PartNumber: 2, ETag: two.ETag, ChecksumCRC32: two.ChecksumCRC32 },
          { PartNumber: 3, ETag: three.CopyPartResult?.ETag },
        ],
      },
    });
    const { ETag } = await client.send(complete);
    expect(ETag).toMatch(/^"[0-9a-f]{32}-3"$/);
    expect(await textOf('besar', { Range: `bytes=${2 * partSize - 1}-` })).toBe('bcccccccccc');
    expect(await refusal(client.send(complete))).toBe('NoSuchUpload');
    for (const key of ['sumber', 'besar']) await remove(key);
  });

  it('refuses small parts and a wrong order, and forgets an upload', async () => {
    const client = endpoint.client();
    const name = { Bucket, Key: 'kecil' };
    const { UploadId } = await client.send(new CreateMultipartUploadCommand(name));
    const of = { ...name, UploadId };
    const parts: { PartNumber: number; ETag: string | undefined }[] = [];
    for (const PartNumber of [1, 2]) {
      const { ETag } = await client.send(new UploadPartCommand({ ...of, PartNumber, Body: 'x' }));
      parts.push({ PartNumber, ETag });
    }
    const complete = (Parts: typeof parts) =>
      refusal(
        client.send(new CompleteMultipartUploadCommand({ ...of, MultipartUpload: { Parts } })),
      );
    expect(await complete(parts)).toBe('EntityTooSmall');
    expect(await complete([...parts].reverse())).toBe('InvalidPartOrder');
    expect(await complete([{ PartNumber: 1, ETag: '"x"' }])).toBe('InvalidPart');
    await client.send(new AbortMultipartUploadCommand(of));
    expect(await refusal(client.send(new ListPartsCommand(of)))).toBe('NoSuchUpload');
  });
});

const raw = (path: string, method = 'GET') => sendRaw(endpoint.url, { method, path });

describe('Links that the SDK signs', () => {
  it('read and write, and not when they are changed or old', async () => {
    await put('libstdc++-docs.rpm', 'isi');
    const client = endpoint.client();
    const get = new GetObjectCommand({ Bucket, Key: 'libstdc++-docs.rpm' });
    const link = await getSignedUrl(client, get, { expiresIn: 604_800 });
    const path = link.slice(endpoint.url.length);
    expect(path).toContain('/libstdc%2B%2B-docs.rpm?');
    expect((await raw(path)).text).toBe('isi');
    expect((await raw(path.replace('%2B%2B', '++'))).text).toBe('isi');
    endpoint.clock.ahead = 16 * 60_000;
    expect((await raw(path)).status).toBe(200);
    expect(await refusal(client.send(get))).toBe('RequestTimeTooSkewed');
    endpoint.clock.ahead = 0;
    const changed = await raw(path.replace('libstdc', 'libstdd'));
    expect(changed.status).toBe(403);
    expect(changed.text).toContain('<Code>SignatureDoesNotMatch</Code>');
    expect((await raw(path, 'PUT')).status).toBe(403);
    expect((await raw(`/${Bucket}/libstdc++-docs.rpm`)).text).toContain(
      '<Code>AccessDenied</Code>',
    );
    await remove('libstdc++-docs.rpm');
  });

  it('stand for nothing that is not implemented', async () => {
    const answer = await raw(`/${Bucket}?website`);
    expect([answer.status, answer.text]).toEqual([501, expect.stringContaining('NotImplemented')]);
    expect((await raw('/', 'POST')).status).toBe(405);
    expect((await raw('/b/%zz')).text).toContain('<Code>InvalidURI</Code>');
  });
});
