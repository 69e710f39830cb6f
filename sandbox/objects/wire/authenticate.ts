/** Who calls: reads the signature of the header or of the URL, and checks it with the key's secret. */
import type { Address } from './address';
import { hasControls, isToken, type Headers } from './headers';
import { S3Refusal } from './refusal';
import { sameSignature, scopeText, signatureOf, signingKey, type Scope } from './signature';

/** What is known of an access key. */
export interface AccessKey {
  secret: string;
  /** The uuid of the object storage whose buckets it opens. */
  owner: string;
  readOnly: boolean;
  revoked: boolean;
}

export type KeyLookup = (accessKey: string) => AccessKey | null | Promise<AccessKey | null>;

/** The caller of a signed call. */
export interface Signed {
  accessKey: string;
  owner: string;
  readOnly: boolean;
  /** What chunks of the body are signed by. */
  scope: Scope;
  signingKey: Uint8Array;
  signature: string;
}

/** A call as far as it is signed. */
export interface IncomingCall {
  method: string;
  address: Address;
  headers: Headers;
}

/** Who calls, what the body's hash is said to be, and the headers with those that a signed URL brings. */
export interface Authenticated {
  /** Null for anybody. */
  signed: Signed | null;
  payloadHash: string | null;
  headers: Headers;
}

interface Claim {
  scope: Scope;
  signedHeaders: string[];
  signature: string;
  payloadHash: string;
}

const skewMs = 15 * 60_000;
const longest = 604_800;
const algorithm = 'AWS4-HMAC-SHA256';
const longDatePattern = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;

/** The instant of `20261128T120000Z`, or null. */
function instantOf(longDate: string): number | null {
  const [, year, month, day, hour, minute, second] = longDatePattern.exec(longDate) ?? [];
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at) ? null : at;
}

/** Reads `key/20261128/region/s3/aws4_request`; `refuse` says what is wrong with it. */
function scopeOf(credential: string, longDate: string, refuse: (why: string) => never): Scope {
  const parts = credential.split('/');
  const [terminal, service, region, date] = [parts.pop(), parts.pop(), parts.pop(), parts.pop()];
  const accessKey = parts.join('/');
  if (!accessKey || !region || !date || service !== 's3' || terminal !== 'aws4_request')
    return refuse('Credential must be "<key>/<date>/<region>/s3/aws4_request".');
  if (date !== longDate.slice(0, 8))
    return refuse(`The date of the credential is not that of the request: ${date}.`);
  return { accessKey, region, longDate };
}

/** The date that a header-signed call names, by `x-amz-date` or `date`. */
function headerDate(headers: Headers): string {
  const given = headers.get('x-amz-date') ?? headers.get('date') ?? '';
  if (instantOf(given) !== null) return given;
  const at = Date.parse(given);
  if (Number.isNaN(at))
    throw new S3Refusal(
      'AccessDenied',
      'AWS authentication requires a valid Date or x-amz-date header',
    );
  return new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '');
}

function claimOfHeader(authorization: string, { headers }: IncomingCall, now: Date): Claim {
  const malformed = (why: string): never => {
    throw new S3Refusal('AuthorizationHeaderMalformed', why);
  };
  const [kind, rest] = [authorization.split(' ', 1)[0], authorization.replace(/^\S+\s*/, '')];
  if (kind !== algorithm)
    throw new S3Refusal(
      'InvalidRequest',
      `The authorization mechanism is not supported. Please use ${algorithm}.`,
    );
  const fields = new Map(
    rest.split(',').map((field) => {
      const at = field.indexOf('=');
      return [field.slice(0, at).trim(), field.slice(at + 1).trim()] as const;
    }),
  );
  const [credential, names, signature] = ['Credential', 'SignedHeaders', 'Signature'].map(
    (name) => fields.get(name) || malformed(`The authorization header has no ${name}.`),
  ) as [string, string, string];
  const longDate = headerDate(headers);
  const scope = scopeOf(credential, longDate, malformed);
  if (Math.abs((instantOf(longDate) ?? 0) - now.getTime()) > skewMs)
    throw new S3Refusal('RequestTimeTooSkewed');
  const payloadHash = headers.get('x-amz-content-sha256');
  if (payloadHash === undefined)
    throw new S3Refusal('InvalidRequest', 'Missing required header: x-amz-content-sha256');
  return { scope, signedHeaders: names.split(';'), signature, payloadHash };
}

const queryNames = ['Algorithm', 'Credential', 'Date', 'Expires', 'SignedHeaders', 'Signature'];

function claimOfQuery({ address: { query }, headers }: IncomingCall, now: Date): Claim {
  const malformed = (why: string): never => {
    throw new S3Refusal('AuthorizationQueryParametersError', why);
  };
  const [kind, credential, longDate, expires, names, signature] = queryNames.map((name) => {
    if (query.count(`X-Amz-${name}`) > 1) malformed(`X-Amz-${name} must be given once.`);
    return query.get(`X-Amz-${name}`) || malformed(`The query has no X-Amz-${name}.`);
  }) as [string, string, string, string, string, string];
  if (kind !== algorithm) malformed(`X-Amz-Algorithm only supports "${algorithm}".`);
  const signedAt = instantOf(longDate) ?? malformed('X-Amz-Date must be as 20261128T120000Z.');
  if (!/^-?\d+$/.test(expires)) malformed('X-Amz-Expires should be a number.');
  if (Number(expires) < 0) malformed('X-Amz-Expires must be non-negative.');
  if (Number(expires) > longest) malformed(`X-Amz-Expires must be at most ${longest} seconds.`);
  const scope = scopeOf(credential, longDate, malformed);
  if (now.getTime() > signedAt + Number(expires) * 1000)
    throw new S3Refusal('AccessDenied', 'Request has expired');
  if (signedAt - now.getTime() > skewMs)
    throw new S3Refusal('AccessDenied', 'Request is not yet valid');
  const hash = query.entries.find(([name]) => name.toLowerCase() === 'x-amz-content-sha256')?.[1];
  const payloadHash = hash ?? headers.get('x-amz-content-sha256') ?? 'UNSIGNED-PAYLOAD';
  return { scope, signedHeaders: names.split(';'), signature, payloadHash };
}

/** A signed URL may bring headers such as `x-amz-meta-…` in its query. */
function withHoisted({ address, headers }: IncomingCall): Headers {
  const hoisted = address.query.entries
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name]) => name.startsWith('x-amz-') && !headers.has(name))
    .filter(([name]) => !queryNames.some((one) => name === `x-amz-${one.toLowerCase()}`));
  // The query can hold letters that no header can.
  if (hoisted.some(([name, value]) => !isToken(name) || hasControls(value)))
    throw new S3Refusal('InvalidArgument', 'The query has a header that cannot be one.');
  return new Map([...headers, ...hoisted]);
}

/**
 * The signature must speak for the host and for every header that changes what S3 does. The hash of the body is part of
 * what is signed in any case.
 */
function requireSigned({ headers }: IncomingCall, signedHeaders: readonly string[]): void {
  const unsigned = [...headers.keys()]
    .filter((name) => name === 'host' || name.startsWith('x-amz-'))
    .filter((name) => name !== 'x-amz-content-sha256' && !signedHeaders.includes(name));
  if (unsigned.length > 0)
    throw new S3Refusal(
      'AccessDenied',
      `There were headers present in the request which were not signed: ${unsigned.join(', ')}`,
    );
}

async function confirm(claim: Claim, call: IncomingCall, keys: KeyLookup): Promise<Signed> {
  const { scope, signedHeaders } = claim;
  const key = await keys(scope.accessKey);
  if (!key || key.revoked) throw new S3Refusal('InvalidAccessKeyId');
  requireSigned(call, signedHeaders);
  const { method, headers } = call;
  const { canonicalPath, query } = call.address;
  const daysKey = await signingKey(key.secret, scope);
  const signature = await signatureOf(
    { method, canonicalPath, query, headers, signedHeaders, payloadHash: claim.payloadHash },
    scope,
    daysKey,
  );
  if (!sameSignature(signature, claim.signature)) throw new S3Refusal('SignatureDoesNotMatch');
  const { accessKey } = scope;
  const { owner, readOnly } = key;
  return { accessKey, owner, readOnly, scope, signingKey: daysKey, signature };
}

/**
 * Finds out who calls. Throws S3's refusals; a call without any signature is anybody's.
 * The body isn't looked at: `payloadHash` says what it must be.
 */
export async function authenticate(
  call: IncomingCall,
  { keys, now }: { keys: KeyLookup; now: Date },
): Promise<Authenticated> {
  const authorization = call.headers.get('authorization');
  const { query } = call.address;
  const inQuery = ['Algorithm', 'Credential', 'Signature'].some(
    (name) => query.count(`X-Amz-${name}`) > 0,
  );
  if (authorization !== undefined && inQuery)
    throw new S3Refusal('InvalidArgument', 'Only one auth mechanism is allowed.');
  if (authorization === undefined && !inQuery) {
    if (query.has('AWSAccessKeyId'))
      throw new S3Refusal('InvalidRequest', `Please use ${algorithm}.`);
    const payloadHash = call.headers.get('x-amz-content-sha256') ?? null;
    return { signed: null, payloadHash, headers: call.headers };
  }
  const claim =
    authorization === undefined ? claimOfQuery(call, now) : claimOfHeader(authorization, call, now);
  const signed = await confirm(claim, call, keys);
  const headers = authorization === undefined ? withHoisted(call) : call.headers;
  return { signed, payloadHash: claim.payloadHash, headers };
}

/** What a signed chunk names beside its own hash. */
export const chunkScope = (signed: Signed) =>
  `${signed.scope.longDate}\n${scopeText(signed.scope)}`;
