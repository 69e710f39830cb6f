/**
 * The console's own routes for what needs a storage key: the key itself, listing and emptying. The key stays with the server, which
 * signs the calls to the storage.
 */
import { encodePart } from '@/lib/contract/well-formed';
import { fetchJson } from '@/lib/session/fetcher';
import type { EmptyStep } from '@/lib/storage/empty';
import type { BucketContents, Listing } from '@/lib/storage/listing';
import type {
  CopyAsked,
  CopyStep,
  DeleteAsked,
  DeleteStep,
  FolderMade,
  ObjectDetails,
  ObjectRef,
  ShareAsked,
  ShareLink,
  VersionPage,
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

/** `route?name=value`, without the names that have no value. */
const asked = (of: GroupParams, what: string, query: Record<string, string | null | undefined>) => {
  const given = Object.entries(query).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  );
  return `${route(of, what)}?${new URLSearchParams(given).toString()}`;
};

/** What the store tells of an object. @throws ProblemError */
export const readObject = (of: GroupParams, object: ObjectRef, signal?: AbortSignal) =>
  data<ObjectDetails>(asked(of, 'object', { ...object }), { signal });

/** A page of the versions of a key. @throws ProblemError `not_offered` where the store has none */
export const readVersions = (
  of: GroupParams,
  { bucket, key, token }: { bucket: string; key: string; token: string | null },
  signal?: AbortSignal,
) => data<VersionPage>(asked(of, 'versions', { bucket, key, token }), { signal });

/** Deletes up to 1,000 objects or versions. @throws ProblemError */
export const deleteObjects = (of: GroupParams, json: DeleteAsked, signal?: AbortSignal) =>
  data<DeleteStep>(route(of, 'delete'), { method: 'POST', json, signal });

/** Deletes up to 1,000 objects under a prefix that ends in `/`; asked again until done. @throws ProblemError */
export const deleteFolderStep = (
  of: GroupParams,
  json: { bucket: string; prefix: string },
  signal?: AbortSignal,
) => data<DeleteStep>(route(of, 'delete-folder'), { method: 'POST', json, signal });

/** Makes a folder, by its whole prefix with its `/`. @throws ProblemError `conflict` where there is one */
export const makeFolder = (of: GroupParams, json: { bucket: string; prefix: string }) =>
  data<FolderMade>(route(of, 'folder'), { method: 'POST', json });

/** A step of a copy; asked again with the answer's `upload_id` until done. @throws ProblemError */
export const copyStep = (of: GroupParams, json: CopyAsked, signal?: AbortSignal) =>
  data<CopyStep>(route(of, 'copy'), { method: 'POST', json, signal });

/** A link to an object for anyone who has it. @throws ProblemError */
export const shareObject = (of: GroupParams, json: ShareAsked) =>
  data<ShareLink>(route(of, 'share'), { method: 'POST', json });

/** Counts what is in a bucket. @throws ProblemError */
export const readContents = (of: GroupParams, bucket: string, signal?: AbortSignal) =>
  data<BucketContents>(`${route(of, 'contents')}?${new URLSearchParams({ bucket }).toString()}`, {
    signal,
  });

/** Deletes up to 1,000 objects, versions and unfinished uploads of a bucket. @throws ProblemError */
export const emptyStep = (of: GroupParams, bucket: string, signal?: AbortSignal) =>
  data<EmptyStep>(route(of, 'empty'), { method: 'POST', json: { bucket }, signal });
