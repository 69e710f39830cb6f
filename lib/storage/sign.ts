/**
 * Requests to the store that are signed here and not by the S3 client, since their bodies stream: neither the client nor
 * a copy of the body stands between the browser and the store.
 */
import { Hash } from '@smithy/core/serde';
import { SignatureV4 } from '@smithy/signature-v4';
import { problem } from '@/lib/problem';
import type { StorageKey } from '@/lib/session/shape';
import { settings } from '@/lib/settings';

/** A key as it signs. */
export type SigningKey = Pick<StorageKey, 'accessKey' | 'secretKey'>;

/** What is asked of the store. */
export interface StoreCall {
  method: 'GET' | 'HEAD' | 'PUT';
  bucket: string;
  /** The exact key. */
  key: string;
  query?: Record<string, string>;
  /** By lower-case names. All of them are signed. */
  headers?: Record<string, string>;
}

/** A call with its signature: `path` begins with `/` and holds the query. */
export interface SignedStoreCall {
  origin: string;
  path: string;
  headers: Record<string, string>;
}

/** Encodes all but what RFC 3986 leaves unreserved, as S3 signs it. */
export const encodeForStore = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const sha256 = Hash.bind(null, 'sha256') as unknown as ConstructorParameters<
  typeof SignatureV4
>[0]['sha256'];

/** @throws ProblemError `not_configured` where the operator set no endpoint */
export function storeEndpoint(): URL {
  const { NUSA_AWANIO_S3_ENDPOINT } = settings();
  if (!NUSA_AWANIO_S3_ENDPOINT)
    throw problem('not_configured', 501, 'This deployment names no S3 endpoint.');
  return new URL(NUSA_AWANIO_S3_ENDPOINT);
}

/** Where an object is at the endpoint. No URL class sees the key, which would resolve its dots. */
function pathOf({ pathname }: URL, bucket: string, key: string): string {
  return `${pathname.replace(/\/+$/, '')}/${encodeForStore(bucket)}/${key.split('/').map(encodeForStore).join('/')}`;
}

const queryText = (query: object) =>
  Object.entries(query)
    .map(([name, value]) => `${encodeForStore(name)}=${encodeForStore(String(value))}`)
    .join('&');

/** A signer costs little; the library keeps the derived key of a day for each credential. */
const signerOf = ({ accessKey, secretKey }: SigningKey) =>
  new SignatureV4({
    service: 's3',
    region: settings().NUSA_AWANIO_S3_REGION,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    sha256,
    uriEscapePath: false,
    applyChecksum: false,
  });

function requestOf(call: StoreCall, endpoint: URL) {
  return {
    method: call.method,
    protocol: endpoint.protocol,
    hostname: endpoint.hostname,
    path: pathOf(endpoint, call.bucket, call.key),
    query: { ...call.query },
    headers: {
      host: endpoint.host,
      'x-amz-content-sha256': 'UNSIGNED-PAYLOAD',
      ...call.headers,
    },
  };
}

/** Signs a call whose body isn't part of the signature. @throws ProblemError `not_configured` */
export async function signCall(key: SigningKey, call: StoreCall): Promise<SignedStoreCall> {
  const endpoint = storeEndpoint();
  const unsigned = requestOf(call, endpoint);
  const signed = await signerOf(key).sign(unsigned);
  const query = queryText(signed.query ?? {});
  return {
    origin: endpoint.origin,
    path: query === '' ? signed.path : `${signed.path}?${query}`,
    headers: signed.headers,
  };
}

/**
 * An address by which anyone may make this call until its end.
 * @param seconds until it ends: 1 to 604,800
 * @throws ProblemError `not_configured`
 */
export async function presignCall(
  key: SigningKey,
  call: StoreCall,
  seconds: number,
): Promise<string> {
  const endpoint = storeEndpoint();
  const unsigned = requestOf(call, endpoint);
  const { path, query = {} } = await signerOf(key).presign(unsigned, { expiresIn: seconds });
  return `${endpoint.origin}${path}?${queryText(query)}`;
}
