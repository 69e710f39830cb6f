/** Signs a call again with the well-kept library, part by part, so that what the client named is signed and no more. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import {
  createScope,
  getCanonicalHeaders,
  getSigningKey,
  SignatureV4Base,
} from '@smithy/signature-v4';
import type { Headers } from './headers';
import type { Query } from './address';

type Request = Parameters<typeof getCanonicalHeaders>[0];

/** The hash in the form that the library asks for: an HMAC where it is given a key. */
export class Sha256 {
  private readonly hash;

  constructor(key?: string | ArrayBuffer | ArrayBufferView) {
    if (key === undefined) this.hash = createHash('sha256');
    else if (typeof key === 'string') this.hash = createHmac('sha256', key);
    else
      this.hash = createHmac(
        'sha256',
        ArrayBuffer.isView(key)
          ? new Uint8Array(key.buffer, key.byteOffset, key.byteLength)
          : new Uint8Array(key),
      );
  }

  update(piece: Uint8Array): void {
    this.hash.update(piece);
  }

  async digest(): Promise<Uint8Array> {
    return new Uint8Array(this.hash.digest());
  }

  reset(): void {
    throw new Error('A hash is used once.');
  }
}

/** Whom and when a signature is of. */
export interface Scope {
  accessKey: string;
  /** `20261128T120000Z`. */
  longDate: string;
  region: string;
}

/** `20261128/us-east-1/s3/aws4_request`. */
export const scopeText = ({ longDate, region }: Scope) =>
  createScope(longDate.slice(0, 8), region, 's3');

/** What is signed of a call. */
export interface SignedCall {
  method: string;
  canonicalPath: string;
  query: Query;
  headers: Headers;
  /** Lower-case names. */
  signedHeaders: readonly string[];
  payloadHash: string;
}

/** Values of one name stand together, as the library takes them. */
function bagOf(query: Query): Record<string, string[]> {
  const bag = new Map<string, string[]>();
  for (const [name, value] of query.entries) bag.set(name, [...(bag.get(name) ?? []), value]);
  return Object.fromEntries(bag);
}

class Signer extends SignatureV4Base {
  constructor() {
    super({
      service: 's3',
      region: 'any',
      credentials: { accessKeyId: '', secretAccessKey: '' },
      sha256: Sha256,
      uriEscapePath: false,
      applyChecksum: false,
    });
  }

  stringToSign(call: SignedCall, scope: Scope): Promise<string> {
    const signed = new Set(call.signedHeaders);
    const headers = Object.fromEntries([...call.headers].filter(([name]) => signed.has(name)));
    const query = bagOf(call.query);
    const { method, canonicalPath: path } = call;
    const canonical = this.createCanonicalRequest(
      { method, path, query, headers } as unknown as Request,
      getCanonicalHeaders({ headers } as unknown as Request, undefined, signed),
      call.payloadHash,
    );
    return this.createStringToSign(scope.longDate, scopeText(scope), canonical, 'AWS4-HMAC-SHA256');
  }
}

const signer = new Signer();

/** The key of a day, a region and a secret. */
export async function signingKey(secret: string, scope: Scope): Promise<Uint8Array> {
  const credentials = { accessKeyId: scope.accessKey, secretAccessKey: secret };
  return getSigningKey(Sha256, credentials, scope.longDate.slice(0, 8), scope.region, 's3');
}

/** The signature of a text, in hex. */
export const signText = (key: Uint8Array, text: string) =>
  createHmac('sha256', key).update(text).digest('hex');

/** The signature that a call should have. */
export async function signatureOf(
  call: SignedCall,
  scope: Scope,
  key: Uint8Array,
): Promise<string> {
  return signText(key, await signer.stringToSign(call, scope));
}

/** Whether two signatures are the same, in a time that says nothing of them. */
export function sameSignature(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
