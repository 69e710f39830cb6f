/** Lists of objects, of versions and of uploads. */
import type { ListPage, ObjectInfo, UploadInfo } from '../store';
import { encodePath } from './address';
import { bucketOf, quoted, xmlReply, type Call, type Reply } from './call';
import { S3Refusal } from './refusal';

const most = 1000;

/** The encoding that was asked for: `url` escapes names that XML can't hold. */
function encoderOf({ query }: Call): (text: string) => string {
  const kind = query.get('encoding-type');
  if (kind !== null && kind !== 'url')
    throw new S3Refusal('InvalidArgument', 'Invalid Encoding Method specified in Request');
  return kind === 'url' ? encodePath : (text) => text;
}

const encodeToken = (next: string) => Buffer.from(next, 'utf8').toString('base64url');

function decodeToken(token: string): string {
  const text = Buffer.from(token, 'base64url').toString('utf8');
  if (token === '' || encodeToken(text) !== token)
    throw new S3Refusal('InvalidArgument', 'The continuation token provided is incorrect');
  return text;
}

const afterToken = (token: string | null) => (token === null ? null : decodeToken(token));

/** One object in a list. */
function entryOf(object: ObjectInfo, encode: (text: string) => string, owner: string | null) {
  const { key, modified, etag, checksum, size } = object;
  return {
    Key: encode(key),
    LastModified: modified,
    ETag: quoted(etag),
    ChecksumAlgorithm: checksum?.algorithm,
    ChecksumType: checksum?.type,
    Size: size,
    StorageClass: 'STANDARD',
    Owner: owner === null ? null : { ID: owner, DisplayName: owner },
  };
}

const prefixesOf = (page: ListPage, encode: (text: string) => string) =>
  page.prefixes.map((prefix) => ({ Prefix: encode(prefix) }));

interface Asked {
  prefix: string;
  delimiter: string;
  max: number;
}

function askedOf({ query }: Call): Asked {
  return {
    prefix: query.get('prefix') ?? '',
    delimiter: query.get('delimiter') ?? '',
    max: query.number('max-keys', most, 0, most),
  };
}

const emptyPage: ListPage = { objects: [], prefixes: [], next: null };

function pageOf(
  call: Call,
  asked: Asked,
  from: { after: string | null; startAfter?: string },
  versions = false,
): ListPage {
  if (asked.max === 0) return emptyPage;
  return call.store.list(call.bucket, { ...asked, ...from, versions });
}

export const listObjects = (call: Call): Reply =>
  call.query.get('list-type') === '2' ? listSecond(call) : listFirst(call);

function listSecond(call: Call): Reply {
  const asked = askedOf(call);
  const encode = encoderOf(call);
  const token = call.query.get('continuation-token');
  const startAfter = call.query.get('start-after');
  const from = {
    after: afterToken(token),
    ...(startAfter === null || token !== null ? {} : { startAfter }),
  };
  const page = pageOf(call, asked, from);
  const { owner } = bucketOf(call, call.bucket);
  const shown = call.query.get('fetch-owner') === 'true' ? owner : null;
  return xmlReply('ListBucketResult', {
    Name: call.bucket,
    Prefix: encode(asked.prefix),
    Delimiter: asked.delimiter === '' ? null : encode(asked.delimiter),
    StartAfter: startAfter === null ? null : encode(startAfter),
    ContinuationToken: token,
    NextContinuationToken: page.next === null ? null : encodeToken(page.next),
    KeyCount: page.objects.length + page.prefixes.length,
    MaxKeys: asked.max,
    EncodingType: call.query.get('encoding-type'),
    IsTruncated: page.next !== null,
    Contents: page.objects.map((object) => entryOf(object, encode, shown)),
    CommonPrefixes: prefixesOf(page, encode),
  });
}

/** The last name of a page, in the order of bytes. */
function lastOf({ objects, prefixes }: ListPage): string {
  const names = [objects.at(-1)?.key, prefixes.at(-1)].filter((name) => name !== undefined);
  return (
    names.sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other))).at(-1) ?? ''
  );
}

/** The older list goes on behind a name, which may be a folder that was listed. */
function listFirst(call: Call): Reply {
  const asked = askedOf(call);
  const encode = encoderOf(call);
  const marker = call.query.get('marker') ?? '';
  const page = pageOf(call, asked, {
    after: null,
    ...(marker === '' ? {} : { startAfter: marker }),
  });
  const { owner } = bucketOf(call, call.bucket);
  return xmlReply('ListBucketResult', {
    Name: call.bucket,
    Prefix: encode(asked.prefix),
    Marker: encode(marker),
    NextMarker: page.next === null ? null : encode(lastOf(page)),
    Delimiter: asked.delimiter === '' ? null : encode(asked.delimiter),
    MaxKeys: asked.max,
    EncodingType: call.query.get('encoding-type'),
    IsTruncated: page.next !== null,
    Contents: page.objects.map((object) => entryOf(object, encode, owner)),
    CommonPrefixes: prefixesOf(page, encode),
  });
}

/** Where the store goes on is given as the marker of the version, beside the last key. */
export function listVersions(call: Call): Reply {
  const asked = askedOf(call);
  const encode = encoderOf(call);
  const [keyMarker, versionMarker] = ['key-marker', 'version-id-marker'].map((name) =>
    call.query.get(name),
  );
  const from = versionMarker
    ? { after: decodeToken(versionMarker) }
    : { after: null, ...(keyMarker ? { startAfter: keyMarker } : {}) };
  const page = pageOf(call, asked, from, true);
  const { owner } = bucketOf(call, call.bucket);
  const versionOf = (object: ObjectInfo) => {
    const { Key, LastModified, Owner, ...rest } = entryOf(object, encode, owner);
    const common = {
      Key,
      VersionId: object.versionId,
      IsLatest: object.latest,
      LastModified,
      Owner,
    };
    return object.deleteMarker ? common : { ...common, ...rest };
  };
  return xmlReply('ListVersionsResult', {
    Name: call.bucket,
    Prefix: encode(asked.prefix),
    KeyMarker: encode(keyMarker ?? ''),
    VersionIdMarker: versionMarker ?? '',
    NextKeyMarker: page.next === null ? null : encode(lastOf(page)),
    NextVersionIdMarker: page.next === null ? null : encodeToken(page.next),
    Delimiter: asked.delimiter === '' ? null : encode(asked.delimiter),
    MaxKeys: asked.max,
    EncodingType: call.query.get('encoding-type'),
    IsTruncated: page.next !== null,
    Version: page.objects.filter((one) => !one.deleteMarker).map(versionOf),
    DeleteMarker: page.objects.filter((one) => one.deleteMarker).map(versionOf),
    CommonPrefixes: prefixesOf(page, encode),
  });
}

/** The uploads of a page that stand in no folder, and the folders of the others. */
function grouped(uploads: readonly UploadInfo[], prefix: string, delimiter: string) {
  const folderOf = (key: string) => {
    const at = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
    return at < 0 ? null : key.slice(0, at + delimiter.length);
  };
  const folders = uploads.map(({ key }) => folderOf(key)).filter((folder) => folder !== null);
  const own = uploads.filter(({ key }) => folderOf(key) === null);
  return { own, folders: [...new Set(folders)] };
}

export function listUploads(call: Call): Reply {
  const encode = encoderOf(call);
  const max = call.query.number('max-uploads', most, 0, most);
  const prefix = call.query.get('prefix') ?? '';
  const [keyMarker, uploadMarker] = ['key-marker', 'upload-id-marker'].map((name) =>
    call.query.get(name),
  );
  // The store goes on behind an upload, not behind a key.
  if (keyMarker && !uploadMarker) throw new S3Refusal('NotImplemented');
  const after = uploadMarker ? decodeToken(uploadMarker) : null;
  const { uploads, next } =
    max === 0
      ? { uploads: [], next: null }
      : call.store.uploads(call.bucket, { prefix, max, after });
  const delimiter = call.query.get('delimiter') ?? '';
  const { own, folders } = grouped(uploads, prefix, delimiter);
  const { owner } = bucketOf(call, call.bucket);
  const person = { ID: owner, DisplayName: owner };
  return xmlReply('ListMultipartUploadsResult', {
    Bucket: call.bucket,
    Prefix: encode(prefix),
    KeyMarker: encode(keyMarker ?? ''),
    UploadIdMarker: uploadMarker ?? '',
    NextKeyMarker: next === null ? null : encode(uploads.at(-1)?.key ?? ''),
    NextUploadIdMarker: next === null ? null : encodeToken(next),
    Delimiter: delimiter === '' ? null : encode(delimiter),
    MaxUploads: max,
    EncodingType: call.query.get('encoding-type'),
    IsTruncated: next !== null,
    CommonPrefixes: folders.map((folder) => ({ Prefix: encode(folder) })),
    Upload: own.map(({ key, uploadId, started, checksumAlgorithm, checksumType }) => ({
      Key: encode(key),
      UploadId: uploadId,
      Initiator: person,
      Owner: person,
      StorageClass: 'STANDARD',
      Initiated: started,
      ChecksumAlgorithm: checksumAlgorithm,
      ChecksumType: checksumType,
    })),
  });
}
