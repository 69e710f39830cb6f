/** The console's routes for uploads, as the engine asks for them. If the session has ended, sign-in opens over the page and they go on. */
import { ProblemError } from '@/lib/problem';
import { signedIn } from '@/lib/query/signed-in';
import { fetchJson } from '@/lib/session/fetcher';
import { sendBytes, sendBytesOutside } from '@/lib/session/send-bytes';
import type { Listing } from '@/lib/storage/listing';
import type {
  SignedParts,
  StoredBytes,
  UnfinishedPage,
  UploadAsked,
  UploadedParts,
  UploadStart,
} from '@/lib/storage/shapes';
import { groupParams } from '../../vms/group';
import { data, route } from '../calls';
import type { Target } from './upload';
import type { StorageWire } from './wire';

const urlOf = (
  { scope }: Pick<Target, 'scope'>,
  what: string,
  query: Record<string, string> = {},
) => {
  const search = new URLSearchParams(query).toString();
  return `${route(groupParams(scope), what)}${search === '' ? '' : `?${search}`}`;
};

const ask = <Data>(...call: Parameters<typeof fetchJson>) => signedIn(() => data<Data>(...call));

const put = <Data>(url: string, bytes: Parameters<typeof sendBytes>[1]) =>
  signedIn(async () => ((await sendBytes(url, bytes)) as { data: Data }).data);

const isConflict = (error: unknown) =>
  error instanceof ProblemError &&
  error.problem.code === 'conflict' &&
  error.problem.storage !== 'NoKey';

export const uploadWire: StorageWire = {
  async find(to, signal) {
    const { bucket, key } = to;
    const url = urlOf(to, 'objects', { bucket, prefix: key, max: '2' });
    const { objects } = await ask<Listing>(url, { signal });
    return objects.find((each) => each.key === key) ?? null;
  },
  async putWhole(to, { type }, { replace, again }, sending) {
    const { bucket, key } = to;
    const flag = (on: boolean) => (on ? '1' : '0');
    const query = { bucket, key, type, replace: flag(replace), again: flag(again) };
    await put<StoredBytes>(urlOf(to, 'content', query), sending);
  },
  async putFolder(to, signal) {
    const { bucket, key } = to;
    const query = { bucket, key, type: '', replace: '0' };
    const sending = { body: new Blob([]), signal, onProgress: () => {} };
    await put(urlOf(to, 'content', query), sending).catch((error: unknown) => {
      if (!isConflict(error)) throw error; // it is there already
    });
  },
  begin(to, { type, size }, signal) {
    const { bucket, key } = to;
    const json: UploadAsked = { bucket, key, type, size };
    return ask<UploadStart>(urlOf(to, 'uploads'), { method: 'POST', json, signal });
  },
  async parts(to, ref, signal) {
    const { parts } = await ask<UploadedParts>(urlOf(to, 'uploads/parts', { ...ref }), { signal });
    return parts;
  },
  async putPart(to, ref, number, sending) {
    const url = urlOf(to, 'part', { ...ref, number: String(number) });
    return (await put<StoredBytes>(url, sending)).etag;
  },
  sign: (to, ref, numbers, signal) =>
    ask<SignedParts>(urlOf(to, 'uploads/sign'), {
      method: 'POST',
      json: { ...ref, numbers },
      signal,
    }),
  putOutside: sendBytesOutside,
  async complete(to, ref, parts, replace, signal) {
    const json = { ...ref, parts, replace };
    await ask(urlOf(to, 'uploads/complete'), { method: 'POST', json, signal });
  },
  async abort(to, ref) {
    const url = urlOf(to, 'uploads', { ...ref });
    await signedIn(() => fetchJson(url, { method: 'DELETE' }));
  },
};

/** One page of the uploads of a bucket that aren't finished. @throws ProblemError */
export function readUnfinished(
  scope: Target['scope'],
  bucket: string,
  token: string,
  signal?: AbortSignal,
): Promise<UnfinishedPage> {
  const query: Record<string, string> = { bucket };
  if (token !== '') query.token = token;
  return data<UnfinishedPage>(urlOf({ scope }, 'uploads', query), { signal });
}

/** Lists the keys that stand directly in a folder, so many pages at most. @throws ProblemError */
export async function keysIn(
  scope: Target['scope'],
  bucket: string,
  folder: string,
  pages: number,
): Promise<string[]> {
  const keys: string[] = [];
  let token = '';
  for (let page = 0; page < pages; page += 1) {
    const query = { bucket, prefix: folder, max: '1000', ...(token === '' ? {} : { token }) };
    const { objects, next } = await ask<Listing>(urlOf({ scope }, 'objects', query));
    for (const { key } of objects) keys.push(key);
    if (next === null) break;
    token = next;
  }
  return keys;
}
