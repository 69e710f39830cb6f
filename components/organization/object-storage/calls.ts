/**
 * The console's own routes for what needs a storage key: the key itself, listing and emptying. The key stays with the server, which
 * signs the calls to the storage.
 */
import { encodePart } from '@/lib/contract/well-formed';
import { fetchJson } from '@/lib/session/fetcher';
import type { GroupParams } from '../vms/group';
import type { NewKey } from './credentials-file';

/** The storage key that the session has for an organization or project. */
export interface LinkedKey {
  /** The end of the access key: `…x7Qa`. */
  hint: string;
  /** When it was linked, ISO 8601. */
  since: string;
}

/** An object as the storage itself lists it. */
export interface StoredObject {
  key: string;
  /** Bytes. */
  size: number;
  /** ISO 8601. */
  modified: string | null;
  storage_class: string | null;
  etag: string | null;
}

/** One page of a folder. */
export interface ObjectPage {
  /** The whole names of the folders in it. */
  prefixes: string[];
  objects: StoredObject[];
  /** What the next page is asked with; null on the last one. */
  next: string | null;
}

/** What is in a bucket, each counted up to 1,000. */
export interface BucketContents {
  objects: number;
  versions: number;
  uploads: number;
  /** Whether there is more than was counted. */
  more: boolean;
}

/** What one step of emptying did. */
export interface EmptyStep {
  deleted: number;
  done: boolean;
  failed: { key: string; why: string }[];
}

const route = ({ group_type: type, uuid }: GroupParams, what: string) =>
  `/api/storage/${type}/${encodePart(uuid)}/${what}`;

/** Reads the `data` of an answer. @throws ProblemError */
async function data<Data>(...call: Parameters<typeof fetchJson>): Promise<Data> {
  return ((await fetchJson(...call)) as { data: Data }).data;
}

/** The linked key; null without one. @throws ProblemError */
export const readKey = (of: GroupParams, signal?: AbortSignal) =>
  data<LinkedKey | null>(route(of, 'key'), { signal });

/** Links a key, which the server tries first. @throws ProblemError */
export const linkKey = (of: GroupParams, { accessKey, secretKey }: NewKey) =>
  data<LinkedKey>(route(of, 'key'), {
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
}

/** Lists one page of a folder. @throws ProblemError */
export function readObjects(
  of: GroupParams,
  { bucket, prefix, token, max }: PageAsked,
  signal?: AbortSignal,
) {
  const query = new URLSearchParams({ bucket, prefix, max: String(max) });
  if (token !== '') query.set('token', token);
  return data<ObjectPage>(`${route(of, 'objects')}?${query.toString()}`, { signal });
}

/** Counts what is in a bucket. @throws ProblemError */
export const readContents = (of: GroupParams, bucket: string, signal?: AbortSignal) =>
  data<BucketContents>(`${route(of, 'contents')}?${new URLSearchParams({ bucket }).toString()}`, {
    signal,
  });

/** Deletes up to 1,000 objects, versions and unfinished uploads of a bucket. @throws ProblemError */
export const emptyStep = (of: GroupParams, bucket: string, signal?: AbortSignal) =>
  data<EmptyStep>(route(of, 'empty'), { method: 'POST', json: { bucket }, signal });
