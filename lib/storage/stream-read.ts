/** Reads of one object for the routes that stream it. */
import type { IncomingMessage } from 'node:http';
import type { StreamAsked } from './stream-request';
import { askStore, type StoreAnswer } from './store-stream';

/** Names one object, with an empty version for the latest. */
export interface ObjectAsked {
  bucket: string;
  key: string;
  version: string;
}

/** Asks the store for an object. @throws ProblemError where there is no answer */
export function askObject(
  { key: signing, signal }: Pick<StreamAsked, 'key' | 'signal'>,
  { bucket, key, version }: ObjectAsked,
  method: 'GET' | 'HEAD',
  headers: Record<string, string>,
): Promise<StoreAnswer> {
  const query: Record<string, string> = version ? { versionId: version } : {};
  return askStore(signing, { method, bucket, key, query, headers }, signal);
}

/** What a browser asks for: one range, and what must be true of the object. */
export interface ReadConditions {
  range?: string;
  'if-match'?: string;
  'if-range'?: string;
}

/** Reads the conditions. More than one range is answered with the whole, as HTTP allows. */
export function readConditions({ headers }: IncomingMessage): ReadConditions {
  const { range, 'if-match': ifMatch, 'if-range': ifRange } = headers;
  const one = range !== undefined && /^bytes=(?:\d{1,15}-\d{0,15}|-\d{1,15})$/.test(range);
  return {
    ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
    ...(one ? { range } : {}),
    ...(one && typeof ifRange === 'string' ? { 'if-range': ifRange } : {}),
  };
}
