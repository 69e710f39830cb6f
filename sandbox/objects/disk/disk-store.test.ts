import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Checksum, ObjectHeaders, ObjectStore } from '../store';
import { crcOf, joinCrcs } from './crc';
import { DiskStore } from './disk-store';

const headers: ObjectHeaders = {
  contentType: 'text/plain',
  cacheControl: null,
  contentDisposition: null,
  contentEncoding: null,
  contentLanguage: null,
  expires: null,
  metadata: { title: 'annual  report' },
};
const md5 = (text: string | Buffer) => createHash('md5').update(text).digest('hex');

async function* chunks(content: string | Buffer) {
  yield Buffer.from(content);
}
const incoming = (content: string | Buffer, checksum: Checksum | null = null) => ({
  body: chunks(content),
  checksum: () => checksum,
});

async function textOf(store: ObjectStore, bucket: string, key: string, version = 'null') {
  const parts: Buffer[] = [];
  for await (const chunk of store.read(bucket, key, version)) parts.push(chunk as Buffer);
  return Buffer.concat(parts).toString();
}

const put = (store: ObjectStore, key: string, content: string | Buffer = key) =>
  store.put('toko', key, headers, incoming(content));

const opened: DiskStore[] = [];
/** A store with the bucket `toko`. */
function newStore(directory = ':memory:'): DiskStore {
  const store = new DiskStore(directory);
  if (!store.bucket('toko')) store.createBucket('toko', 'owner-1');
  opened.push(store);
  return store;
}
afterEach(() => {
  for (const store of opened.splice(0)) store.close();
});

const folder = mkdtempSync(join(tmpdir(), 'nusa-disk-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const filesIn = (directory: string) =>
  readdirSync(directory, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());

/** All pages of a list, `max` lines each. */
function pages(store: ObjectStore, query: { prefix?: string; delimiter?: string; max: number }) {
  const found: string[][] = [];
  let after: string | null = null;
  do {
    const page = store.list('toko', { prefix: '', delimiter: '', ...query, after });
    found.push([...page.prefixes, ...page.objects.map(({ key }) => key)]);
    after = page.next;
  } while (after !== null);
  return found;
}

describe('objects', () => {
  it('come back as they were put, with their headers and the MD5', async () => {
    const store = newStore();
    const made = await put(store, 'a/b.txt', 'hello');
    expect(made).toMatchObject({ ...headers, key: 'a/b.txt', versionId: 'null', size: 5 });
    expect(made.etag).toBe(md5('hello'));
    expect(store.find('toko', 'a/b.txt')).toEqual(made);
    expect(await textOf(store, 'toko', 'a/b.txt')).toBe('hello');
    expect(store.find('toko', 'a/B.txt')).toBeNull();
    const part = store.read('toko', 'a/b.txt', 'null', { start: 1, end: 3 });
    expect((await part.toArray()).join('')).toBe('ell');
    expect(await textOf(store, 'toko', (await put(store, 'empty', '')).key)).toBe('');
  });

  it('leave nothing when their content is refused on its way', async () => {
    const directory = join(folder, 'refused');
    const store = newStore(directory);
    async function* broken() {
      yield Buffer.from('half');
      throw new Error('cut');
    }
    const body = { body: broken(), checksum: () => null };
    await expect(store.put('toko', 'a', headers, body)).rejects.toThrow('cut');
    store.setFull('owner-1', true);
    await expect(put(store, 'a')).rejects.toMatchObject({ code: 'InsufficientStorage' });
    store.setFull('owner-1', false);
    expect(store.find('toko', 'a')).toBeNull();
    expect(filesIn(join(directory, 'contents'))).toEqual([]);
    expect(filesIn(join(directory, 'unfinished'))).toEqual([]);
  });

  it('are written under conditions', async () => {
    const store = newStore();
    const only = (conditions: object) =>
      store.put('toko', 'a', headers, incoming('new'), conditions);
    await expect(only({ ifMatch: md5('a') })).rejects.toMatchObject({ code: 'NoSuchKey' });
    await put(store, 'a');
    const failed = { code: 'PreconditionFailed' };
    await expect(only({ ifNoneMatch: '*' })).rejects.toMatchObject(failed);
    await expect(only({ ifMatch: md5('other') })).rejects.toMatchObject(failed);
    await expect(only({ ifMatch: md5('a') })).resolves.toMatchObject({ etag: md5('new') });
  });

  it('can be read on while they are replaced and removed', async () => {
    const directory = join(folder, 'replaced');
    const store = newStore(directory);
    const old = Buffer.alloc(3_000_000, 'o');
    await put(store, 'a', old);
    const stream = store.read('toko', 'a', 'null');
    await put(store, 'a', 'new');
    store.remove('toko', 'a');
    expect(Buffer.concat(await stream.toArray()).equals(old)).toBe(true);
    await expect.poll(() => filesIn(join(directory, 'contents'))).toEqual([]);
  });

  it('are copied without their content, which stays while one of them needs it', async () => {
    const directory = join(folder, 'copied');
    const store = newStore(directory);
    await put(store, 'a', 'hello');
    const copy = await store.copy({ bucket: 'toko', key: 'a' }, { bucket: 'toko', key: 'b' }, null);
    expect(copy).toMatchObject({ key: 'b', size: 5, metadata: headers.metadata });
    expect(filesIn(join(directory, 'contents'))).toHaveLength(1);
    store.remove('toko', 'a');
    expect(await textOf(store, 'toko', 'b')).toBe('hello');
    store.remove('toko', 'b');
    expect(filesIn(join(directory, 'contents'))).toEqual([]);
  });

  it('have keys of at most 1,024 bytes, told apart by each byte', async () => {
    const store = newStore();
    const odd = [
      '..',
      'a//b',
      '/a',
      'a.',
      ' a ',
      '\u00e9',
      'e\u0301',
      '"',
      '%2F',
      '\u0000x',
      'k'.repeat(1024),
    ];
    for (const key of odd) await put(store, key);
    expect(pages(store, { max: 100 }).flat()).toHaveLength(odd.length);
    for (const key of odd) expect(await textOf(store, 'toko', key)).toBe(key);
    await expect(put(store, 'é'.repeat(513))).rejects.toMatchObject({ code: 'KeyTooLongError' });
  });
});

describe('lists', () => {
  it('count objects and folders together, and name each folder once', async () => {
    const store = newStore();
    for (const key of ['d1/f1', 'd2/f2', 'd3/f3', 'd4/f4']) await put(store, key);
    const query = { delimiter: '/', max: 3 };
    expect(pages(store, query)).toEqual([['d1/', 'd2/', 'd3/'], ['d4/']]);
    expect(pages(store, { max: 2 })).toEqual([
      ['d1/f1', 'd2/f2'],
      ['d3/f3', 'd4/f4'],
    ]);
    expect(pages(store, { prefix: 'd3/', delimiter: '/', max: 3 })).toEqual([['d3/f3']]);
    const later = { prefix: '', delimiter: '/', after: null, max: 9 };
    const after = (startAfter: string) => store.list('toko', { ...later, startAfter }).prefixes;
    expect(after('d2/')).toEqual(['d3/', 'd4/']);
    expect(after('d2')).toEqual(['d2/', 'd3/', 'd4/']);
    expect(store.list('toko', { ...later, max: 0 })).toEqual({
      objects: [],
      prefixes: [],
      next: null,
    });
  });

  it('are in the order of the bytes', async () => {
    const store = newStore();
    const keys = ['B', 'a', 'a-b', 'a/b', 'ab', 'z', 'é', '\uff21', '😀'];
    for (const key of keys.toReversed()) await put(store, key);
    expect(pages(store, { max: 4 }).flat()).toEqual(keys);
    expect(pages(store, { delimiter: '/', max: 1 }).map(([line]) => line)).toEqual(
      keys.map((key) => (key === 'a/b' ? 'a/' : key)),
    );
  });

  it('pass over 20,000 keys under a prefix without reading them', () => {
    const store = newStore();
    const names = Array.from({ length: 20_000 }, (_, index) => `photos/${index}.jpg`);
    store.fill('toko', [
      ...['a.txt', ...names, 'z.txt'].map((key) => ({
        key,
        content: 'x',
        contentType: 'text/plain',
        modified: new Date(0),
      })),
    ]);
    const query = { prefix: '', delimiter: '/', after: null, max: 1000 };
    const page = store.list('toko', query);
    expect(page.prefixes).toEqual(['photos/']);
    expect(page.objects.map(({ key }) => key)).toEqual(['a.txt', 'z.txt']);
    expect(page.next).toBeNull();
    expect(pages(store, { prefix: 'photos/', max: 1000 })).toHaveLength(20);
    expect(store.contents('toko')).toMatchObject({ objects: 20_002, bytes: 20_002 });
  });
});

describe('versions', () => {
  it('are kept, hidden by a marker, and come back when it goes', async () => {
    const store = newStore();
    await put(store, 'a', 'one');
    store.configureBucket('toko', { versioning: 'enabled' });
    const two = await put(store, 'a', 'two');
    const marker = store.remove('toko', 'a');
    expect(marker.deleteMarker).toBe(true);
    expect(store.find('toko', 'a')).toMatchObject({ deleteMarker: true, latest: true });
    expect(pages(store, { max: 10 }).flat()).toEqual([]);
    const query = { prefix: '', delimiter: '', max: 2, versions: true };
    const first = store.list('toko', { ...query, after: null });
    const rest = store.list('toko', { ...query, after: first.next });
    expect([...first.objects, ...rest.objects].map(({ versionId }) => versionId)).toEqual([
      marker.versionId,
      two.versionId,
      'null',
    ]);
    expect(() => store.deleteBucket('toko')).toThrow('BucketNotEmpty');
    expect(store.contents('toko')).toMatchObject({ objects: 0, versions: 3 });
    store.remove('toko', 'a', marker.versionId ?? '');
    expect(store.find('toko', 'a')).toMatchObject({ versionId: two.versionId, latest: true });
    expect(await textOf(store, 'toko', 'a', 'null')).toBe('one');
  });

  it('of a suspended bucket are kept, but for the one without a name', async () => {
    const store = newStore();
    store.configureBucket('toko', { versioning: 'enabled' });
    const one = await put(store, 'a', 'one');
    store.configureBucket('toko', { versioning: 'suspended' });
    await put(store, 'a', 'two');
    await put(store, 'a', 'three');
    expect(store.remove('toko', 'a')).toEqual({ versionId: 'null', deleteMarker: true });
    expect(await textOf(store, 'toko', 'a', one.versionId)).toBe('one');
    expect(store.contents('toko')).toMatchObject({ objects: 0, versions: 2 });
  });
});

describe('buckets', () => {
  it('have one name for all owners', async () => {
    const store = newStore();
    expect(() => store.createBucket('toko', 'owner-2')).toThrow('BucketAlreadyExists');
    expect(() => store.createBucket('toko', 'owner-1')).toThrow('BucketAlreadyOwnedByYou');
    expect(store.configureBucket('toko', { policy: '{}' })).toMatchObject({ policy: '{}' });
    store.createBucket('arsip', 'owner-1');
    expect(store.buckets('owner-1').map(({ name }) => name)).toEqual(['arsip', 'toko']);
    store.deleteBucket('arsip');
    expect(store.bucket('arsip')).toBeNull();
    await expect(store.put('arsip', 'a', headers, incoming('a'))).rejects.toMatchObject({
      code: 'NoSuchBucket',
    });
  });
});

describe('uploads of parts', () => {
  const mib = 1024 * 1024;
  const parts = [Buffer.alloc(5 * mib, 'a'), Buffer.alloc(5 * mib, 'b'), Buffer.from('end')];
  const crc = (content: Buffer) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(crc32(content));
    return bytes.toString('base64');
  };
  const none = { checksumAlgorithm: null, checksumType: null };

  it('become one object with the ETag and the checksum of its parts', async () => {
    const store = newStore();
    const { uploadId } = store.startUpload('toko', 'big', headers, {
      checksumAlgorithm: 'CRC32',
      checksumType: 'FULL_OBJECT',
    });
    const put: { number: number; etag: string }[] = [];
    for (const [index, content] of parts.entries()) {
      const checksum = { algorithm: 'CRC32', type: 'FULL_OBJECT', value: crc(content) } as const;
      const { number, etag } = await store.putPart(
        uploadId,
        index + 1,
        incoming(content, checksum),
      );
      put.push({ number, etag });
    }
    expect(store.contents('toko')).toMatchObject({ objects: 0, uploads: 1 });
    const page = store.parts(uploadId, 0, 2);
    expect(page).toMatchObject({ parts: [{ number: 1, size: 5 * mib }, { number: 2 }], next: 2 });
    expect(store.parts(uploadId, 2, 2)).toMatchObject({ parts: [{ number: 3 }], next: null });
    const whole = Buffer.concat(parts);
    const checksum = { algorithm: 'CRC32', type: 'FULL_OBJECT', value: crc(whole) } as const;
    await expect(
      store.completeUpload(uploadId, put, {}, { ...checksum, value: crc(whole.subarray(1)) }),
    ).rejects.toMatchObject({ code: 'BadDigest' });
    const made = await store.completeUpload(uploadId, put, {}, checksum);
    const md5s = Buffer.concat(put.map(({ etag }) => Buffer.from(etag, 'hex')));
    expect(made).toMatchObject({ etag: `${md5(md5s)}-3`, parts: 3, checksum, size: whole.length });
    const middle = store.read('toko', 'big', 'null', { start: 5 * mib - 1, end: 5 * mib });
    expect((await middle.toArray()).join('')).toBe('ab');
    expect(store.upload(uploadId)).toBeNull();
    const copy = await store.copy(
      { bucket: 'toko', key: 'big' },
      { bucket: 'toko', key: 'copy' },
      null,
    );
    expect(copy).toMatchObject({ etag: md5(whole), parts: null, checksum });
  });

  it('are refused for parts that are missing, small or in disorder', async () => {
    const store = newStore();
    const { uploadId } = store.startUpload('toko', 'big', headers, none);
    const one = await store.putPart(uploadId, 1, incoming('small'));
    const two = await store.putPart(uploadId, 2, incoming('end'));
    const refused = (named: { number: number; etag: string }[]) =>
      expect(
        store.completeUpload(
          uploadId,
          named.map(({ number, etag }) => ({ number, etag })),
        ),
      ).rejects;
    await refused([one, two]).toMatchObject({ code: 'EntityTooSmall' });
    await refused([two, one]).toMatchObject({ code: 'InvalidPartOrder' });
    await refused([{ ...two, etag: md5('x') }]).toMatchObject({ code: 'InvalidPart' });
    await refused([{ ...two, number: 3 }]).toMatchObject({ code: 'InvalidPart' });
    await expect(store.putPart('none', 1, incoming('a'))).rejects.toMatchObject({
      code: 'NoSuchUpload',
    });
    store.abortUpload(uploadId);
    expect(store.upload(uploadId)).toBeNull();
    expect(() => store.parts(uploadId, 0, 9)).toThrow('NoSuchUpload');
  });

  it('take parts of other objects, and are listed by their keys', async () => {
    const store = newStore();
    await put(store, 'source', '0123456789');
    const b = store.startUpload('toko', 'b/1', headers, none);
    const a = store.startUpload('toko', 'a/1', headers, none);
    const range = { start: 2, end: 4 };
    const from = { bucket: 'toko', key: 'source' };
    const part = await store.copyPart(b.uploadId, 1, from, range);
    expect(part.etag).toBe(md5('234'));
    const page = store.uploads('toko', { prefix: '', max: 1, after: null });
    expect(page.uploads.map(({ key }) => key)).toEqual(['a/1']);
    const rest = store.uploads('toko', { prefix: '', max: 1, after: page.next });
    expect(rest).toMatchObject({ uploads: [{ key: 'b/1' }], next: null });
    expect(store.uploads('toko', { prefix: 'a', max: 9, after: null }).uploads).toEqual([a]);
    await store.completeUpload(b.uploadId, [{ number: 1, etag: part.etag }]);
    expect(await textOf(store, 'toko', 'b/1')).toBe('234');
  });

  it('join CRCs as if the content had been read', () => {
    const whole = Buffer.from('123456789');
    const halves = [whole.subarray(0, 4), whole.subarray(4)];
    for (const algorithm of ['CRC32', 'CRC32C', 'CRC64NVME'] as const) {
      const values = halves.map((half) => ({
        value: crcOf(algorithm, half) ?? '',
        size: half.length,
      }));
      expect(joinCrcs(algorithm, values)).toBe(crcOf(algorithm, whole));
    }
    expect(crcOf('CRC64NVME', Buffer.from('hello'))).toBe('M3eFcAZSQlc=');
    expect(crcOf('CRC32', whole)).toBe(crc(whole));
    expect(joinCrcs('SHA256', [])).toBeNull();
  });
});

describe('the folder', () => {
  it('is swept of unfinished and unneeded files at the start', async () => {
    const directory = join(folder, 'swept');
    const first = newStore(directory);
    await put(first, 'a', 'kept');
    first.close();
    opened.length = 0;
    mkdirSync(join(directory, 'contents', 'zz'), { recursive: true });
    const left = [join(directory, 'unfinished', 'half'), join(directory, 'contents', 'zz', 'zz1')];
    for (const file of left) writeFileSync(file, 'x');
    const second = newStore(directory);
    expect(left.map((file) => existsSync(file))).toEqual([false, false]);
    expect(await textOf(second, 'toko', 'a')).toBe('kept');
  });
});
