/** `/api/storage/{organizations|projects}/{uuid}/uploads…`: uploads of many parts, but for the parts themselves. */
import { z } from 'zod';
import { answering, json, readJson } from '@/lib/session/http';
import { requestId } from '@/lib/session/session-api';
import { mayPutDirectly } from './direct';
import {
  bucketName,
  mediaType,
  objectKey,
  pageToken,
  partNumber,
  readQuery,
  uploadId,
} from './inputs';
import type { SignedParts, UnfinishedPage, UploadDone, UploadedParts, UploadStart } from './shapes';
import { presignCall } from './sign';
import {
  completeUpload,
  endUpload,
  MOST_PARTS,
  partSize,
  startUpload,
  unfinishedUploads,
  uploadedParts,
} from './uploads';
import { requireChange, withKey, type StoragePath } from './with-key';

/** S3's largest object: 10,000 parts of 5 GiB. */
const LARGEST = MOST_PARTS * 5 * 1024 ** 3;
/** 10,000 parts with their ETags, which some stores make longer than an MD5. */
const COMPLETE_LIMIT = 2 * 1024 ** 2;
/** A day's queue is signed anew as it goes, so an address lives as long as one slow part. */
const SIGNED_FOR = 3600;

const ref = { bucket: bucketName, key: objectKey, upload_id: uploadId };
const startBody = z.strictObject({
  bucket: bucketName,
  key: objectKey,
  type: z.string('required').max(255, 'too_long'),
  size: z.number('required').int('number_whole').min(0, 'too_small').max(LARGEST, 'too_large'),
});
const listQuery = z.object({ bucket: bucketName, token: pageToken });
const refQuery = z.object(ref);
const signBody = z.strictObject({
  ...ref,
  numbers: z.array(partNumber).min(1, 'required').max(100, 'too_long'),
});
const completeBody = z.strictObject({
  ...ref,
  parts: z
    .array(z.strictObject({ number: partNumber, etag: z.string('required').min(1).max(256) }))
    .min(1, 'required')
    .max(MOST_PARTS, 'too_long'),
  replace: z.boolean('invalid'),
});

/** POST uploads `UploadAsked`: `{ data: UploadStart }`. */
export function beginUpload(request: Request, at: StoragePath): Promise<Response> {
  return answering(requestId(request), async () => {
    await requireChange(request);
    const { bucket, key, type, size } = await readJson(request, startBody);
    const origin = request.headers.get('origin');
    const data: UploadStart = await withKey(request, at, async (client, deadline, linked) => {
      const of = { bucket, accessKey: linked.accessKey, origin };
      const [upload_id, direct] = await Promise.all([
        startUpload(client, { bucket, key, type: mediaType(type) }, deadline),
        mayPutDirectly(client, of, deadline),
      ]);
      return { upload_id, part_size: partSize(size), direct };
    });
    return json({ data });
  });
}

/** GET uploads?bucket=&token=: `{ data: UnfinishedPage }`. */
export function showUploads(request: Request, at: StoragePath): Promise<Response> {
  return answering(requestId(request), async () => {
    const { bucket, token } = readQuery(request, listQuery);
    const data: UnfinishedPage = await withKey(
      request,
      at,
      (client, deadline) => unfinishedUploads(client, bucket, token, deadline),
      3, // the list, then the parts of a page
    );
    return json({ data });
  });
}

/** DELETE uploads?bucket=&key=&upload_id=: 204. */
export function dropUpload(request: Request, at: StoragePath): Promise<Response> {
  return answering(requestId(request), async () => {
    await requireChange(request);
    const of = readQuery(request, refQuery);
    await withKey(request, at, (client, deadline) => endUpload(client, of, deadline));
    return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
  });
}

/** GET uploads/parts?bucket=&key=&upload_id=: `{ data: UploadedParts }`. */
export function showParts(request: Request, at: StoragePath): Promise<Response> {
  return answering(requestId(request), async () => {
    const of = readQuery(request, refQuery);
    const data: UploadedParts = await withKey(
      request,
      at,
      async (client, deadline) => ({ parts: await uploadedParts(client, of, deadline) }),
      3, // ten pages of the store at most
    );
    return json({ data });
  });
}

/** POST uploads/sign `UploadRef & { numbers }`: `{ data: SignedParts }`. */
export function signParts(request: Request, at: StoragePath): Promise<Response> {
  return answering(requestId(request), async () => {
    await requireChange(request);
    const { bucket, key, upload_id, numbers } = await readJson(request, signBody);
    const data: SignedParts = await withKey(request, at, async (_, __, linked) => {
      const expires = new Date(Date.now() + SIGNED_FOR * 1000).toISOString();
      const urls = numbers.map(async (number) => {
        const query = { partNumber: String(number), uploadId: upload_id };
        const call = { method: 'PUT', bucket, key, query } as const;
        return { number, url: await presignCall(linked, call, SIGNED_FOR) };
      });
      return { urls: await Promise.all(urls), expires };
    });
    return json({ data });
  });
}

/** POST uploads/complete `UploadRef & { parts, replace }`: `{ data: UploadDone }`. */
export function finishUpload(request: Request, at: StoragePath): Promise<Response> {
  return answering(requestId(request), async () => {
    await requireChange(request);
    const of = await readJson(request, completeBody, COMPLETE_LIMIT);
    const data: UploadDone = await withKey(
      request,
      at,
      (client, deadline) => completeUpload(client, of, deadline),
      6, // a store joins thousands of parts before it answers
    );
    return json({ data });
  });
}
