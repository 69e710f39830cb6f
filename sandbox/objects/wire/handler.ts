/** The S3 endpoint: from a request of Node to its answer. */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { BucketInfo, ObjectStore } from '../store';
import { addressOf, type Address } from './address';
import { authenticate, type Authenticated, type KeyLookup } from './authenticate';
import type { Call, Reply } from './call';
import { corsHeaders, preflight } from './cors';
import { headerBytes, headersOf, type Headers } from './headers';
import { operationOf, type Operation } from './operations';
import { verdictOf } from './policy';
import { refusalOf, S3Refusal } from './refusal';
import { writeXml } from './xml';

/** What the endpoint stands on. */
export interface ObjectsOptions {
  store: ObjectStore;
  /** Finds an access key; one that is revoked may be found or not. */
  keys: KeyLookup;
  /** The endpoint's clock, by which signatures are too old; it may differ from call to call. */
  now?: (request: IncomingMessage) => Date;
  /** The subresources that the endpoint lacks for a caller; it refuses them as one that never knew them. */
  lacks?: (request: IncomingMessage) => readonly string[];
  /** Told of what nobody foresaw; the client gets InternalError. */
  onError?: (error: unknown) => void;
}

const keyLimit = 1024;
/** The operations by which an owner undoes a policy that shuts the owner out. */
const neverDenied = ['s3:GetBucketPolicy', 's3:PutBucketPolicy', 's3:DeleteBucketPolicy'];

/** Whether a caller may do something: the owner unless the policy denies it, others where it allows it. */
function mayDo(
  { signed, headers }: Authenticated,
  { query }: Address,
  action: string,
  bucket: BucketInfo,
  key: string,
): boolean {
  const owner = signed?.owner ?? null;
  const conditions = {
    's3:prefix': query.get('prefix'),
    's3:delimiter': query.get('delimiter'),
    'aws:Referer': headers.get('referer'),
    'aws:UserAgent': headers.get('user-agent'),
  };
  const values = Object.fromEntries(
    Object.entries(conditions).filter((pair): pair is [string, string] => Boolean(pair[1])),
  );
  const isOwner = owner === bucket.owner;
  if (isOwner && neverDenied.includes(action)) return true;
  const verdict = verdictOf(bucket.policy, { owner, action, bucket: bucket.name, key, values });
  return isOwner ? verdict !== 'Deny' : verdict === 'Allow';
}

/** Refuses what the caller may not do, as far as the operation's name says it. */
function requireRights(call: Call, operation: Operation): void {
  if (operation.writes && call.auth.signed?.readOnly) throw new S3Refusal('AccessDenied');
  const expected = call.headers.get('x-amz-expected-bucket-owner');
  const standing = call.store.bucket(call.bucket);
  if (expected !== undefined && standing && standing.owner !== expected)
    throw new S3Refusal('AccessDenied');
  if (Buffer.byteLength(call.key) > keyLimit) throw new S3Refusal('KeyTooLongError');
  if (call.bucket === '' || operation.action === null) {
    const creates = call.method === 'PUT' && call.key === '';
    if (call.bucket !== '' && !standing && !creates) throw new S3Refusal('NoSuchBucket');
    return;
  }
  if (!standing) throw new S3Refusal('NoSuchBucket');
  call.permit(operation.action, standing, call.key);
}

async function answer(
  request: IncomingMessage,
  address: Address,
  headers: Headers,
  options: ObjectsOptions,
): Promise<Reply> {
  const { store, keys, now = () => new Date() } = options;
  const method = request.method ?? 'GET';
  if (method === 'OPTIONS') return preflight(store.bucket(address.bucket), headers);
  const auth = await authenticate({ method, address, headers }, { keys, now: now(request) });
  const may: Call['may'] = (action, bucket, key) => mayDo(auth, address, action, bucket, key);
  const call: Call = {
    ...{ store, method, auth, may },
    bucket: address.bucket,
    key: address.key,
    query: address.query,
    headers: auth.headers,
    // Leaving the body early must not cut the connection: the refusal has yet to be sent.
    source: request.iterator({ destroyOnReturn: false }),
    permit(action, bucket, key) {
      if (!may(action, bucket, key)) throw new S3Refusal('AccessDenied');
    },
  };
  if (options.lacks?.(request).some((name) => address.query.has(name)))
    throw new S3Refusal('NotImplemented');
  const operation = operationOf(call);
  requireRights(call, operation);
  const reply = await operation.run(call);
  const shared = corsHeaders(store.bucket(address.bucket), method, headers);
  return { ...reply, headers: { ...shared, ...reply.headers } };
}

/** A refusal as S3 writes it. */
function refusalReply({ code, status, message, headers }: S3Refusal, about: ErrorAbout): Reply {
  if (status === 304) return { status, headers };
  const { method, resource, requestId } = about;
  const content = { Code: code, Message: message, Resource: resource, RequestId: requestId };
  return {
    status,
    headers: { ...headers, 'content-type': 'application/xml' },
    ...(method === 'HEAD' ? {} : { body: writeXml('Error', content, true) }),
  };
}

interface ErrorAbout {
  method: string;
  resource: string;
  requestId: string;
}

async function send(response: ServerResponse, reply: Reply, requestId: string): Promise<void> {
  const { status, headers = {}, body } = reply;
  const given = Object.entries(headers).filter(
    (pair): pair is [string, string] => pair[1] !== null,
  );
  const all: Record<string, string | number> = {
    'x-amz-request-id': requestId,
    'x-amz-id-2': requestId,
    ...Object.fromEntries(given.map(([name, value]) => [name, headerBytes(value)])),
  };
  if (typeof body === 'string') all['content-length'] = Buffer.byteLength(body);
  else if (body === undefined && status !== 204 && status !== 304) all['content-length'] ??= 0;
  response.writeHead(status, all);
  if (body === undefined || typeof body === 'string') response.end(body);
  else await pipeline(body, response);
}

/** Makes the handler of the endpoint. It serves all buckets, with the bucket at the beginning of the path. */
export function objectsHandler(
  options: ObjectsOptions,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const requestId = randomBytes(8).toString('hex').toUpperCase();
    const about: ErrorAbout = {
      method: request.method ?? 'GET',
      resource: (request.url ?? '').split('?', 1)[0] ?? '',
      requestId,
    };
    const headers = headersOf(request.rawHeaders);
    let bucket = '';
    const refuse = (error: unknown) => {
      const refusal = refusalOf(error);
      // A client that has gone is no error of the endpoint.
      if (!refusal && !request.destroyed) options.onError?.(error);
      const shared = corsHeaders(options.store.bucket(bucket), about.method, headers);
      const reply = refusalReply(refusal ?? new S3Refusal('InternalError'), about);
      return { ...reply, headers: { ...shared, ...reply.headers } };
    };
    try {
      const address = addressOf(request.url ?? '');
      bucket = address.bucket;
      await send(response, await answer(request, address, headers, options), requestId);
    } catch (error) {
      if (response.headersSent || response.destroyed) response.destroy();
      else await send(response, refuse(error), requestId).catch(() => response.destroy());
    } finally {
      // What is left of a body is passed over, so that the client gets to read the answer.
      if (!request.readableEnded) request.resume();
    }
  };
}
