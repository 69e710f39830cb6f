/** What the endpoint refuses, by the names of S3. */
import { StoreRefusal } from '../store';

/** The status and the words of each refusal. */
const refusals = {
  AccessControlListNotSupported: [400, 'The bucket does not allow ACLs.'],
  AccessForbidden: [403, 'CORSResponse: This CORS request is not allowed.'],
  AccessDenied: [403, 'Access Denied.'],
  AuthorizationHeaderMalformed: [400, 'The authorization header that you provided is not valid.'],
  AuthorizationQueryParametersError: [400, 'The query of the signed URL is not valid.'],
  BadDigest: [400, 'The checksum that you specified did not match what was received.'],
  BucketAlreadyExists: [409, 'The requested bucket name is not available.'],
  BucketAlreadyOwnedByYou: [409, 'You own this bucket already.'],
  BucketNotEmpty: [409, 'The bucket you tried to delete is not empty.'],
  EntityTooLarge: [400, 'Your proposed upload exceeds the maximum allowed size.'],
  EntityTooSmall: [400, 'Your proposed upload is smaller than the minimum allowed size.'],
  IncompleteBody: [400, 'You did not provide the number of bytes that the headers specify.'],
  InsufficientStorage: [507, 'The storage is full.'],
  InternalError: [500, 'We encountered an internal error. Please try again.'],
  InvalidAccessKeyId: [403, 'The access key that you provided does not exist in our records.'],
  InvalidArgument: [400, 'Invalid argument.'],
  InvalidBucketName: [400, 'The specified bucket is not valid.'],
  InvalidDigest: [400, 'The Content-MD5 you specified is not valid.'],
  InvalidObjectState: [403, 'The operation is not valid for the state of the object.'],
  InvalidPart: [400, 'One or more of the specified parts could not be found.'],
  InvalidPartNumber: [416, 'The requested partnumber is not satisfiable'],
  InvalidPartOrder: [400, 'The list of parts was not in ascending order.'],
  InvalidRange: [416, 'The requested range is not satisfiable.'],
  InvalidRequest: [400, 'Invalid request.'],
  InvalidURI: [400, 'The path could not be read.'],
  KeyTooLongError: [400, 'Your key is too long.'],
  MalformedPolicy: [400, 'The policy could not be read.'],
  MalformedTrailerError: [400, 'The trailing headers are not what was announced.'],
  MalformedXML: [400, 'The XML you provided was not well-formed or did not fit the schema.'],
  MetadataTooLarge: [400, 'Your metadata headers exceed the maximum allowed size.'],
  MethodNotAllowed: [405, 'The specified method is not allowed against this resource.'],
  MissingContentLength: [411, 'You must provide the Content-Length HTTP header.'],
  NoSuchBucket: [404, 'The specified bucket does not exist.'],
  NoSuchBucketPolicy: [404, 'The bucket policy does not exist.'],
  NoSuchCORSConfiguration: [404, 'The CORS configuration does not exist.'],
  NoSuchKey: [404, 'The specified key does not exist.'],
  NoSuchLifecycleConfiguration: [404, 'The lifecycle configuration does not exist.'],
  NoSuchTagSet: [404, 'The TagSet does not exist.'],
  NoSuchUpload: [404, 'The specified multipart upload does not exist.'],
  NoSuchVersion: [404, 'The specified version does not exist.'],
  NotImplemented: [501, 'A header or query you provided asks for something not implemented.'],
  NotModified: [304, 'Not Modified'],
  ObjectLockConfigurationNotFoundError: [404, 'There is no object lock configuration.'],
  PreconditionFailed: [412, 'At least one of the preconditions you specified did not hold.'],
  RequestTimeTooSkewed: [403, 'The request time differs too much from the time of the server.'],
  ServerSideEncryptionConfigurationNotFoundError: [404, 'There is no encryption configuration.'],
  SignatureDoesNotMatch: [
    403,
    'The request signature we calculated does not match the signature you provided.',
  ],
  XAmzContentSHA256Mismatch: [
    400,
    'The provided x-amz-content-sha256 header does not match what was computed.',
  ],
} as const satisfies Record<string, readonly [number, string]>;

export type RefusalCode = keyof typeof refusals;

/** A refusal in S3's form. */
export class S3Refusal extends Error {
  readonly status: number;

  /**
   * @param message S3's usual words where left out
   * @param headers go out with the answer
   */
  constructor(
    readonly code: RefusalCode,
    message?: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(message ?? refusals[code][1]);
    this.status = refusals[code][0];
  }
}

/** The refusal that an error of any kind is answered by; null for what nobody foresaw. */
export function refusalOf(error: unknown): S3Refusal | null {
  if (error instanceof S3Refusal) return error;
  if (!(error instanceof StoreRefusal)) return null;
  return new S3Refusal(error.code, error.message === error.code ? undefined : error.message);
}
