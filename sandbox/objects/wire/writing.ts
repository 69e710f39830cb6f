/** Writes of whole objects: put, delete, and delete of many. */
import { bodyOf, readText } from './body';
import { bucketOf, objectHeaders, quoted, refuseUnknown, versionHeader, xmlReply } from './call';
import type { Call, Reply } from './call';
import { writeConditions } from './conditions';
import { checksumHeaders } from './reading';
import { refusalOf, S3Refusal } from './refusal';
import { readXml } from './xml';

/** The most that one put may bring, in bytes. */
export const largestPut = 5 * 1024 ** 3;

export async function putObject(call: Call): Promise<Reply> {
  refuseUnknown(call.headers);
  const conditions = writeConditions(call.headers);
  const content = bodyOf(call.source, call.auth);
  if (content.length > largestPut) throw new S3Refusal('EntityTooLarge');
  const headers = objectHeaders(call.headers);
  const object = await call.store.put(call.bucket, call.key, headers, content, conditions);
  return {
    status: 200,
    headers: {
      etag: quoted(object.etag),
      ...checksumHeaders(object),
      ...versionHeader(object, bucketOf(call, call.bucket)),
    },
  };
}

export function deleteObject(call: Call): Reply {
  if (call.headers.has('if-match')) throw new S3Refusal('NotImplemented');
  const bucket = bucketOf(call, call.bucket);
  const versionId = call.query.get('versionId') ?? undefined;
  call.permit(
    versionId === undefined ? 's3:DeleteObject' : 's3:DeleteObjectVersion',
    bucket,
    call.key,
  );
  const removed = call.store.remove(call.bucket, call.key, versionId);
  return {
    status: 204,
    headers: {
      'x-amz-version-id': bucket.versioning === 'off' ? null : removed.versionId,
      'x-amz-delete-marker': removed.deleteMarker ? 'true' : null,
    },
  };
}

const mostKeys = 1000;

/** Deletes one of many; what is refused stands in the answer beside what was deleted. */
function deleteOne(call: Call, key: string, version: string | null) {
  const bucket = bucketOf(call, call.bucket);
  try {
    if (Buffer.byteLength(key) > 1024) throw new S3Refusal('KeyTooLongError');
    call.permit(version === null ? 's3:DeleteObject' : 's3:DeleteObjectVersion', bucket, key);
    const { versionId, deleteMarker } = call.store.remove(call.bucket, key, version ?? undefined);
    const deleted = {
      Key: key,
      VersionId: version,
      DeleteMarker: deleteMarker ? true : null,
      DeleteMarkerVersionId: deleteMarker ? versionId : null,
    };
    return { deleted };
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    const { code, message } = refusal;
    return { error: { Key: key, VersionId: version, Code: code, Message: message } };
  }
}

export async function deleteObjects(call: Call): Promise<Reply> {
  const root = readXml(await readText(call.source, call.auth), 'Delete');
  const named = root.elements('Object');
  if (named.length === 0 || named.length > mostKeys) throw new S3Refusal('MalformedXML');
  const results = named.map((one) => {
    const key = one.text('Key');
    if (key === null || key === '') throw new S3Refusal('MalformedXML');
    if (one.text('ETag') !== null) throw new S3Refusal('NotImplemented');
    return { key, version: one.text('VersionId') || null };
  });
  const done = results.map(({ key, version }) => deleteOne(call, key, version));
  const quiet = root.text('Quiet')?.trim() === 'true';
  return xmlReply('DeleteResult', {
    Deleted: quiet ? [] : done.map(({ deleted }) => deleted),
    Error: done.map(({ error }) => error),
  });
}
