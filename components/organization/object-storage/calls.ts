/**
 * The console's own routes for what needs a storage key: the key itself, listing and emptying. The key stays with the server, which
 * signs the calls to the storage.
 */
import { encodePart } from '@/lib/contract/well-formed';
import { fetchJson } from '@/lib/session/fetcher';
import type { EmptyStep } from '@/lib/storage/empty';
import type { BucketContents, Listing } from '@/lib/storage/listing';
import type {
  BucketPolicy,
  CopyAsked,
  CopyStep,
  DeleteAsked,
  DeleteStep,
  FolderMade,
  ObjectDetails,
  ObjectRef,
  PreviewKind,
  ShareAsked,
  ShareLink,
  VersionPage,
  Versioning,
  ZipAsked,
  ZipPlan,
} from '@/lib/storage/shapes';
import type { StorageKeyView } from '@/lib/storage/storage-api';
import type { GroupParams } from '../vms/group';
import type { NewKey } from './credentials-file';

const route = ({ group_type: type, uuid }: GroupParams, what: string) =>
  `/api/storage/${type}/${encodePart(uuid)}/${what}`;

/** Reads the `data` of an answer. @throws ProblemError */
async function data<Data>(...call: Parameters<typeof fetchJson>): Promise<Data> {
  return ((await fetchJson(...call)) as { data: Data }).data;
}

/** The linked key; null without one. @throws ProblemError */
export const readKey = (of: GroupParams, signal?: AbortSignal) =>
  data<StorageKeyView | null>(route(of, 'key'), { signal });

/** Links a key, which the server tries first. @throws ProblemError */
export const linkKey = (of: GroupParams, { accessKey, secretKey }: NewKey) =>
  data<StorageKeyView>(route(of, 'key'), {
    method: 'PUT',
    json: { access_key: accessKey, secret_key: secretKey },
  });

/** Lets the session forget the key. @throws ProblemError */
export const forgetKey = (of: GroupParams) => fetchJson(route(of, 'key'), { method: 'DELETE' });

/** Which page of which folder. */
export interface PageAsked {
  bucket: string;
  /** The folder's whole name, and after it what the names in it begin with. */
  prefix: string;
  /** `next` of the page before; empty for the first page. */
  token: string;
  /** The most lines. */
  max: number;
  /** All objects under the prefix, without folders. */
  deep?: boolean;
}

/** Lists one page of a folder. @throws ProblemError */
export function readObjects(
  of: GroupParams,
  { bucket, prefix, token, max, deep = false }: PageAsked,
  signal?: AbortSignal,
) {
  const query = new URLSearchParams({ bucket, prefix, max: String(max) });
  if (token !== '') query.set('token', token);
  if (deep) query.set('deep', '1');
  return data<Listing>(`${route(of, 'objects')}?${query.toString()}`, { signal });
}

/** Deletes up to 1,000 objects under a prefix that ends in `/`; asked again until done. @throws ProblemError */
export const deleteFolderStep = (
  of: GroupParams,
  json: { bucket: string; prefix: string },
  signal?: AbortSignal,
) => data<DeleteStep>(route(of, 'delete-folder'), { method: 'POST', json, signal });

/** Makes a folder, by its whole prefix with its `/`. @throws ProblemError `conflict` where there is one */
export const makeFolder = (of: GroupParams, json: { bucket: string; prefix: string }) =>
  data<FolderMade>(route(of, 'folder'), { method: 'POST', json });

/** Counts what is in a bucket. @throws ProblemError */
export const readContents = (of: GroupParams, bucket: string, signal?: AbortSignal) =>
  data<BucketContents>(`${route(of, 'contents')}?${new URLSearchParams({ bucket }).toString()}`, {
    signal,
  });

/** Deletes up to 1,000 objects, versions and unfinished uploads of a bucket. @throws ProblemError */
export const emptyStep = (of: GroupParams, bucket: string, signal?: AbortSignal) =>
  data<EmptyStep>(route(of, 'empty'), { method: 'POST', json: { bucket }, signal });

/** The query that names an object. */
function objectQuery({ bucket, key, version }: ObjectRef, more: Record<string, string> = {}) {
  const query = new URLSearchParams({ bucket, key, ...more });
  if (version !== undefined) query.set('version', version);
  return query.toString();
}

/** Reads what the storage tells of an object. @throws ProblemError */
export const readObject = (of: GroupParams, object: ObjectRef, signal?: AbortSignal) =>
  data<ObjectDetails>(`${route(of, 'object')}?${objectQuery(object)}`, { signal });

/** Lists the versions of a key. @param token `next` of the page before; null for the first page @throws ProblemError */
export const readVersions = (
  of: GroupParams,
  { bucket, key, token }: { bucket: string; key: string; token: string | null },
  signal?: AbortSignal,
) =>
  data<VersionPage>(
    `${route(of, 'versions')}?${objectQuery({ bucket, key }, token === null ? {} : { token })}`,
    { signal },
  );

/** Makes a link that anyone can open until its end. @throws ProblemError */
export const shareObject = (of: GroupParams, asked: ShareAsked) =>
  data<ShareLink>(route(of, 'share'), { method: 'POST', json: asked });

/** A step of a copy; the next one names its `upload_id`. @throws ProblemError */
export const copyStep = (of: GroupParams, asked: CopyAsked, signal?: AbortSignal) =>
  data<CopyStep>(route(of, 'copy'), { method: 'POST', json: asked, signal });

/** Deletes up to 1,000 objects, or versions of them. @throws ProblemError */
export const deleteObjects = (of: GroupParams, asked: DeleteAsked, signal?: AbortSignal) =>
  data<DeleteStep>(route(of, 'delete'), { method: 'POST', json: asked, signal });

/** Reads the policy of a bucket. @throws ProblemError */
export const readPolicy = (of: GroupParams, bucket: string, signal?: AbortSignal) =>
  data<BucketPolicy>(`${route(of, 'policy')}?${new URLSearchParams({ bucket }).toString()}`, {
    signal,
  });

/** Where the browser saves an object from, under its own name. */
export const downloadUrl = (of: GroupParams, object: ObjectRef) =>
  `${route(of, 'download')}?${objectQuery(object)}`;

/** Where the browser shows an object from. The console refuses what isn't of this kind. */
export const previewUrl = (of: GroupParams, object: ObjectRef, as: PreviewKind) =>
  `${route(of, 'preview')}?${objectQuery(object, { as })}`;

/** Reads whether a bucket keeps versions. @throws ProblemError */
export const readVersioning = (of: GroupParams, bucket: string, signal?: AbortSignal) =>
  data<Versioning>(`${route(of, 'versioning')}?${new URLSearchParams({ bucket }).toString()}`, {
    signal,
  });

/** Tells what a zip file would hold. @throws ProblemError */
export const planZip = (of: GroupParams, asked: ZipAsked, signal?: AbortSignal) =>
  data<ZipPlan>(route(of, 'zip/plan'), { method: 'POST', json: asked, signal });

/** Where a form asks for a zip file, by its field `request`. */
export const zipUrl = (of: GroupParams) => route(of, 'zip');
