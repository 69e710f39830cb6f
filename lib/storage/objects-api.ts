/** `/api/storage/{organizations|projects}/{uuid}/…` about objects: details, versions, deleting, folders, copies and links. */
import { z } from 'zod';
import { answering, json, readJson } from '@/lib/session/http';
import { requestId } from '@/lib/session/session-api';
import { copyStep } from './copy';
import { deleteFolderStep, deleteObjects } from './deleting';
import { attachmentNamed, nameOfKey } from './disposition';
import { bucketName, objectKey, pageToken, readQuery, uploadId } from './inputs';
import { headObject, makeFolder, objectDetails, objectVersions } from './objects';
import type {
  CopyStep,
  DeleteStep,
  FolderMade,
  ObjectDetails,
  ShareLink,
  VersionPage,
} from './shapes';
import { presignCall } from './sign';
import { requireChange, withKey, type StoragePath } from './with-key';

/** 1,000 keys of 1,024 bytes, of which JSON writes some as six. */
const DELETE_LIMIT = 8 * 1024 ** 2;

const version = z.string().min(1, 'required').max(1024, 'too_long').optional();
const etag = z.string().min(1, 'required').max(256, 'too_long');
const target = { bucket: bucketName, key: objectKey };
const refQuery = z.object({ ...target, version });
const versionsQuery = z.object({ ...target, token: pageToken });
const folder = z.strictObject({
  bucket: bucketName,
  prefix: objectKey.refine((prefix) => prefix.endsWith('/'), 'invalid'),
});
const deleteBody = z.strictObject({
  bucket: bucketName,
  objects: z
    .array(z.strictObject({ key: objectKey, version }))
    .min(1, 'required')
    .max(1000, 'too_long'),
});
const copyBody = z.strictObject({
  ...target,
  version,
  to: z.strictObject(target),
  replace: z.boolean('invalid'),
  upload_id: uploadId.optional(),
  etag: etag.optional(),
  makes: etag.optional(),
  again: z.boolean('invalid').optional(),
});
const shareBody = z.strictObject({
  ...target,
  version,
  seconds: z.number('required').int('number_whole').min(300, 'too_small').max(604_800, 'too_large'),
  download: z.boolean('invalid'),
});

/** GET object?bucket=&key=&version=: `{ data: ObjectDetails }`. */
export function showObject(request: Request, at: StoragePath): Promise<Response> {
  return answering(requestId(request), async () => {
    const of = readQuery(request, refQuery);
    const data: ObjectDetails = await withKey(request, at, (client, deadline) =>
      objectDetails(client, of, deadline),
    );
    return json({ data });
  });
}

/** GET versions?bucket=&key=&token=: `{ data: VersionPage }`. */
export function showVersions(request: Request, at: StoragePath): Promise<Response> {
  return answering(requestId(request), async () => {
    const of = readQuery(request, versionsQuery);
    const data: VersionPage = await withKey(request, at, (client, deadline) =>
      objectVersions(client, of, deadline),
    );
    return json({ data });
  });
}

/** POST delete `DeleteAsked`: `{ data: DeleteStep }`, which is done. */
export function removeObjects(request: Request, at: StoragePath): Promise<Response> {
  return answering(requestId(request), async () => {
    await requireChange(request);
    const { bucket, objects } = await readJson(request, deleteBody, DELETE_LIMIT);
    const named = objects.map((of) => ({ Key: of.key, VersionId: of.version }));
    const data: DeleteStep = await withKey(
      request,
      at,
      async (client, deadline) => {
        const failed = await deleteObjects(client, bucket, named, deadline);
        return { deleted: objects.length - failed.length, done: true, failed };
      },
      3,
      3, // a store of disks deletes a thousand before it answers
    );
    return json({ data });
  });
}

/** POST delete-folder `{ bucket, prefix }`: `{ data: DeleteStep }`. */
export function removeFolder(request: Request, at: StoragePath): Promise<Response> {
  return answering(requestId(request), async () => {
    await requireChange(request);
    const of = await readJson(request, folder);
    const data: DeleteStep = await withKey(
      request,
      at,
      (client, deadline) => deleteFolderStep(client, of, deadline),
      3,
      3,
    );
    return json({ data });
  });
}

/** POST folder `{ bucket, prefix }`: `{ data: FolderMade }`. */
export function createFolder(request: Request, at: StoragePath): Promise<Response> {
  return answering(requestId(request), async () => {
    await requireChange(request);
    const of = await readJson(request, folder);
    await withKey(request, at, (client, deadline) => makeFolder(client, of, deadline), 2);
    const data: FolderMade = { key: of.prefix };
    return json({ data });
  });
}

/** POST copy `CopyAsked`: `{ data: CopyStep }`. */
export function copyObject(request: Request, at: StoragePath): Promise<Response> {
  return answering(requestId(request), async () => {
    await requireChange(request);
    const of = await readJson(request, copyBody);
    const data: CopyStep = await withKey(
      request,
      at,
      (client, deadline) => copyStep(client, of, deadline),
      6,
      5, // the store moves every byte before it answers
    );
    return json({ data });
  });
}

/** POST share `ShareAsked`: `{ data: ShareLink }`. @throws ProblemError `not_found`: a link to nothing helps nobody */
export function shareObject(request: Request, at: StoragePath): Promise<Response> {
  return answering(requestId(request), async () => {
    await requireChange(request);
    const { seconds, download, ...of } = await readJson(request, shareBody);
    const data: ShareLink = await withKey(request, at, async (client, deadline, key) => {
      await headObject(client, of, deadline);
      const query = {
        ...(of.version === undefined ? {} : { versionId: of.version }),
        ...(download ? { 'response-content-disposition': attachmentNamed(nameOfKey(of.key)) } : {}),
      };
      const expires = new Date(Date.now() + seconds * 1000).toISOString();
      const call = { method: 'GET', bucket: of.bucket, key: of.key, query } as const;
      return { url: await presignCall(key, call, seconds), expires };
    });
    return json({ data });
  });
}
