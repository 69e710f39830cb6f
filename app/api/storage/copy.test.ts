/** Copies in parts, against the sandbox's store, with limits that are as low as S3's least part lets them be. */
import { createHash, randomBytes } from 'node:crypto';
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyStep } from '@/lib/storage/copy';
import { nextOf, type CopyAsked, type CopyStep } from '@/lib/storage/shapes';
import { endUpload, unfinishedUploads } from '@/lib/storage/uploads';
import { testEndpoint, type TestEndpoint } from '@/sandbox/objects/wire/testing/endpoint';

const MIB = 1024 ** 2;
const limits = { oneCall: 8 * MIB, part: 5 * MIB };
const bucket = 'toko';
/** Each call has its own, as each request of a page. */
const anew = () => new AbortController().signal;
let endpoint: TestEndpoint;

beforeAll(async () => {
  endpoint = await testEndpoint();
  endpoint.store.createBucket(bucket, 'owner-1');
});
afterAll(() => endpoint.close());

const put = (Key: string, Body: Buffer, more: object = {}) =>
  endpoint.client().send(new PutObjectCommand({ Bucket: bucket, Key, Body, ...more }));
const step = (asked: Omit<CopyAsked, 'bucket'>): Promise<CopyStep> =>
  copyStep(endpoint.client(), { bucket, ...asked }, anew(), limits);
/** A step whose answer to one command is lost: the store has done it by then. */
const lostStep = (command: string, asked: Omit<CopyAsked, 'bucket'>): Promise<CopyStep> => {
  const client = endpoint.client();
  client.middlewareStack.add((next, context) => async (args) => {
    const answer = await next(args);
    if (context.commandName === command) throw new Error('The connection broke.');
    return answer;
  });
  return copyStep(client, { bucket, ...asked }, anew(), limits);
};
const unfinished = async () =>
  (await unfinishedUploads(endpoint.client(), bucket, null, anew())).uploads;

it('copies what is too large for one call in parts, with all that is known of it', async () => {
  const content = randomBytes(27 * MIB + 1);
  await put('rekaman.bin', content, {
    ContentType: 'video/x-percobaan',
    CacheControl: 'max-age=60',
    ContentDisposition: 'attachment; filename="rekaman.bin"',
    Metadata: { pemilik: 'sari' },
  });
  const asked = { key: 'rekaman.bin', to: { bucket, key: 'про & arsip/=%?' }, replace: false };
  const first = await step(asked);
  expect(first).toMatchObject({ done: false, copied: 0, size: content.length });
  const next = { ...asked, ...nextOf(first) };
  // Six parts, of which a step copies four. The last step makes the object of them.
  expect(await step(next)).toMatchObject({ done: false, copied: 20 * MIB });
  const copied = await step(next);
  expect(copied).toMatchObject({ done: false, copied: content.length });
  expect(endpoint.store.find(bucket, asked.to.key)).toBeNull();
  expect(await step({ ...asked, ...nextOf(copied) })).toEqual({
    ...{ done: true, copied: content.length, size: content.length, upload_id: null },
  });
  const copy = await endpoint
    .client()
    .send(new GetObjectCommand({ Bucket: bucket, Key: asked.to.key }));
  expect(copy).toMatchObject({
    ContentType: 'video/x-percobaan',
    CacheControl: 'max-age=60',
    ContentDisposition: 'attachment; filename="rekaman.bin"',
    Metadata: { pemilik: 'sari' },
  });
  const bytes = await copy.Body?.transformToByteArray();
  const sum = (of: Uint8Array) => createHash('sha256').update(of).digest('hex');
  expect(sum(bytes ?? new Uint8Array())).toBe(sum(content));
  expect(await unfinished()).toEqual([]);
});

it('ends without a trace where the source is changed, since no object is made of two', async () => {
  await put('arsip.bin', randomBytes(21 * MIB));
  const to = { bucket, key: 'arsip lama.bin' };
  const asked = { key: 'arsip.bin', to, replace: false };
  const first = await step(asked);
  expect(await step({ ...asked, ...nextOf(first) })).toMatchObject({ done: false });
  await put('arsip.bin', randomBytes(21 * MIB));
  await expect(step({ ...asked, ...nextOf(first) })).rejects.toMatchObject({
    problem: { code: 'conflict', storage: 'SourceChanged' },
  });
  expect(await unfinished()).toEqual([]);
  await expect(
    endpoint.client().send(new HeadObjectCommand({ Bucket: bucket, Key: to.key })),
  ).rejects.toThrow();
});

it('ends without a trace where it is given up', async () => {
  await put('besar.bin', randomBytes(9 * MIB));
  const to = { bucket, key: 'tidak jadi.bin' };
  const { upload_id } = await step({ key: 'besar.bin', to, replace: false });
  await endUpload(endpoint.client(), { ...to, upload_id: upload_id ?? '' }, anew());
  expect(await unfinished()).toEqual([]);
});

it('refuses a name that is taken before it copies, and one that is taken meanwhile', async () => {
  await put('sumber.bin', randomBytes(9 * MIB));
  await put('ada.bin', Buffer.from('x'));
  const taken = { key: 'sumber.bin', to: { bucket, key: 'ada.bin' }, replace: false };
  await expect(step(taken)).rejects.toMatchObject({ problem: { code: 'conflict' } });
  const asked = { ...taken, to: { bucket, key: 'nanti.bin' } };
  const begun = await step(asked);
  const copied = await step({ ...asked, ...nextOf(begun) });
  await put('nanti.bin', Buffer.from('y'));
  await expect(step({ ...asked, ...nextOf(copied) })).rejects.toMatchObject({
    problem: { code: 'conflict' },
  });
  expect(endpoint.store.find(bucket, 'nanti.bin')?.size).toBe(1);
});

it('knows what it made of parts where the answer was lost, from what somebody else put there', async () => {
  await put('rapat.bin', randomBytes(9 * MIB));
  const asked = { key: 'rapat.bin', to: { bucket, key: 'rapat lama.bin' }, replace: false };
  const copied = await step({ ...asked, ...nextOf(await step(asked)) });
  const last = { ...asked, ...nextOf(copied) };
  await expect(lostStep('CompleteMultipartUploadCommand', last)).rejects.toThrow('broke');
  expect(await step(last)).toMatchObject({ done: true });
  await put('rapat lama.bin', randomBytes(9 * MIB));
  await expect(step(last)).rejects.toMatchObject({ problem: { storage: 'NoSuchUpload' } });
  // A store that forgot the upload before it was asked to complete it has made nothing.
  const other = { ...asked, to: { bucket, key: 'hilang.bin' } };
  const ready = await step({ ...other, ...nextOf(await step(other)) });
  await endUpload(endpoint.client(), { ...other.to, upload_id: ready.upload_id ?? '' }, anew());
  await expect(step({ ...other, ...nextOf(ready) })).rejects.toMatchObject({
    problem: { storage: 'NoSuchUpload' },
  });
});

it('knows what it made in one call where the answer was lost, also of an object put in parts', async () => {
  const content = randomBytes(6 * MIB);
  await put('utuh.bin', content);
  // Its ETag is that of two parts, and that of its copy the MD5 of the whole.
  const parts = { key: 'utuh.bin', to: { bucket, key: 'berbagian.bin' }, replace: false };
  const small = { oneCall: MIB, part: 5 * MIB };
  const client = endpoint.client();
  let made = await copyStep(client, { bucket, ...parts }, anew(), small);
  while (!made.done)
    made = await copyStep(client, { bucket, ...parts, ...nextOf(made) }, anew(), small);
  expect(endpoint.store.find(bucket, 'berbagian.bin')?.etag).toMatch(/-2$/);
  for (const key of ['utuh.bin', 'berbagian.bin']) {
    const to = { bucket, key: `salinan ${key}` };
    const asked = { key, to, replace: false };
    await expect(lostStep('CopyObjectCommand', asked)).rejects.toThrow('broke');
    await expect(step(asked)).rejects.toMatchObject({ problem: { code: 'conflict' } });
    expect(await step({ ...asked, again: true })).toMatchObject({ done: true });
    await put(to.key, randomBytes(content.length));
    await expect(step({ ...asked, again: true })).rejects.toMatchObject({
      problem: { code: 'conflict' },
    });
  }
  // Nothing is left of the parts by which the store was asked.
  const left = (await unfinished()).filter(({ key }) => key.startsWith('salinan'));
  expect(left).toEqual([]);
});
