/** What tests of the endpoint sign and read calls with. */
import { createHash } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import { encodePath, percentEncode, addressOf } from '../address';
import { authenticate, type AccessKey, type Authenticated } from '../authenticate';
import { bodyOf } from '../body';
import { headersOf } from '../headers';
import { Sha256 } from '../signature';

export const testKey = { accessKeyId: 'NUSATESTKEY00000001', secretAccessKey: 'a-secret/of+tests' };

/** The one key that tests know, by what is changed in it. */
export const keysWith =
  (changes: Partial<AccessKey> = {}) =>
  (accessKey: string): AccessKey | null =>
    accessKey === testKey.accessKeyId
      ? {
          secret: testKey.secretAccessKey,
          owner: 'owner-1',
          readOnly: false,
          revoked: false,
          ...changes,
        }
      : null;

/** A call as it goes over the wire. */
export interface WireCall {
  method: string;
  target: string;
  headers: Record<string, string>;
  body: Buffer;
}

/** A call before it is signed. */
export interface Plan {
  method?: string;
  bucket?: string;
  key?: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

const signer = () =>
  new SignatureV4({
    service: 's3',
    region: 'id-jkt-1',
    credentials: testKey,
    sha256: Sha256,
    uriEscapePath: false,
  });

type Request = Parameters<SignatureV4['presign']>[0];

function requestOf({ method = 'GET', bucket = 'b', key = '', query = {}, headers = {} }: Plan) {
  return {
    method,
    protocol: 'http:',
    hostname: 's3.test',
    path: encodePath(`/${bucket}${key === '' ? '' : `/${key}`}`),
    query,
    headers: { host: 's3.test', ...headers },
  } as unknown as Request;
}

/** The query as the SDK writes it. */
function targetOf({ path, query = {} }: Request): string {
  const pairs = Object.entries(query).map(
    ([name, value]) => `${percentEncode(name)}=${percentEncode(String(value))}`,
  );
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
}

/** Signs a call by its headers. */
export async function signCall(plan: Plan, at: Date): Promise<WireCall> {
  const body = Buffer.from(plan.body ?? '');
  const headers = {
    'x-amz-content-sha256': createHash('sha256').update(body).digest('hex'),
    'content-length': String(body.length),
    ...plan.headers,
  };
  const request = await signer().sign(requestOf({ ...plan, headers }), { signingDate: at });
  return { method: request.method, target: targetOf(request), headers: request.headers, body };
}

/** Signs a call by its URL, as the SDK's presigner does: without the body. */
export async function presignCall(plan: Plan, at: Date, expiresIn = 900): Promise<WireCall> {
  const body = Buffer.from(plan.body ?? '');
  const unsigned = { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD', ...plan.headers };
  const request = await signer().presign(requestOf({ ...plan, headers: unsigned }), {
    signingDate: at,
    expiresIn,
  });
  const headers = { ...request.headers, 'content-length': String(body.length) };
  return { method: request.method, target: targetOf(request), headers, body };
}

async function* inPieces(body: Buffer, size: number) {
  for (let at = 0; at < body.length; at += size) yield body.subarray(at, at + size);
}

/** Who a call is of, and its content; throws as the endpoint refuses. */
export async function receive(
  { method, target, headers, body }: WireCall,
  at: Date,
  changes: Partial<AccessKey> = {},
  pieceSize = 7,
): Promise<{ auth: Authenticated; content: string; checksum: string | undefined }> {
  const raw = Object.entries(headers).flatMap(([name, value]) => [
    name,
    Buffer.from(value, 'utf8').toString('latin1'),
  ]);
  const call = { method, address: addressOf(target), headers: headersOf(raw) };
  const auth = await authenticate(call, { keys: keysWith(changes), now: at });
  const incoming = bodyOf(inPieces(body, pieceSize), auth);
  const pieces: Uint8Array[] = [];
  for await (const piece of incoming.body) pieces.push(piece);
  return {
    auth,
    content: Buffer.concat(pieces).toString('utf8'),
    checksum: incoming.checksum()?.value,
  };
}

/** The name of the refusal that a promise ends in, or null. */
export async function codeOf(promise: Promise<unknown>): Promise<string | null> {
  try {
    await promise;
    return null;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}
