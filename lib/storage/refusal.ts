/** What an S3 endpoint refuses, as a problem of the console. */
import { problem, ProblemError, type ProblemCode } from '@/lib/problem';

/** Problems by S3's names. Another name is told by the answer's status. */
const known: Record<string, readonly [ProblemCode, number]> = {
  AccessDenied: ['no_access', 403],
  AllAccessDisabled: ['no_access', 403],
  InvalidAccessKeyId: ['no_access', 403],
  SignatureDoesNotMatch: ['no_access', 403],
  RequestTimeTooSkewed: ['backend_error', 502],
  NoSuchBucket: ['not_found', 404],
  NoSuchKey: ['not_found', 404],
  NoSuchVersion: ['not_found', 404],
  NoSuchUpload: ['not_found', 404],
  NotFound: ['not_found', 404],
  BucketNotEmpty: ['conflict', 409],
  PreconditionFailed: ['conflict', 409],
  ConditionalRequestConflict: ['conflict', 409],
  InvalidPart: ['conflict', 409],
  InvalidPartOrder: ['conflict', 409],
  EntityTooSmall: ['conflict', 409],
  EntityTooLarge: ['too_large', 413],
  IncompleteBody: ['bad_input', 422],
  BadDigest: ['bad_input', 422],
  InvalidRange: ['bad_input', 416],
  InvalidBucketName: ['bad_input', 422],
  InvalidArgument: ['bad_input', 422],
  InvalidRequest: ['bad_input', 422],
  MalformedPolicy: ['bad_input', 422],
  MalformedXML: ['bad_input', 422],
  KeyTooLongError: ['bad_input', 422],
  NotImplemented: ['not_offered', 501],
  MethodNotAllowed: ['not_offered', 501],
  SlowDown: ['too_many_requests', 429],
  TooManyRequests: ['too_many_requests', 429],
  TimeoutError: ['backend_timeout', 504],
};

interface Refused {
  name: string;
  code?: unknown;
  $metadata?: { httpStatusCode?: number };
}

const byStatus = (status: number): readonly [ProblemCode, number] => {
  if (status === 401 || status === 403) return ['no_access', 403];
  if (status === 404) return ['not_found', 404];
  if (status === 412) return ['conflict', 409];
  if (status === 416) return ['bad_input', 416];
  if (status === 429) return ['too_many_requests', 429];
  return status >= 500 ? ['backend_error', 502] : ['backend_unreadable', 502];
};

/** S3's own name of an error: `NoSuchBucket`; undefined where nothing was answered. */
export function storageErrorName(error: unknown): string | undefined {
  const { name, $metadata } = (error ?? {}) as Partial<Refused>;
  return $metadata?.httpStatusCode === undefined ? undefined : name;
}

/**
 * The problem of a refusal that the store answered. Its own sentence is left out, since it may repeat what was signed.
 * @param name S3's own; undefined where the answer has no body
 */
export function problemOfName(name: string | undefined, status: number): ProblemError {
  const [code, own] = known[name ?? ''] ?? byStatus(status);
  return problem(code, own, `The store refused: ${name ?? status}.`, name ? { storage: name } : {});
}

/**
 * The problem of an error that the S3 client threw. The store's own sentence is left out, since it may repeat what was signed.
 * @param signal of the request: an aborted one is `cancelled`
 * @param deadline `storageDeadline` of the same request
 */
export function storageProblem(
  error: unknown,
  signal?: AbortSignal,
  deadline?: AbortSignal,
): ProblemError {
  if (error instanceof ProblemError) return error;
  if (signal?.aborted) return problem('cancelled', 499, 'The request was cancelled.');
  const { name = 'Error', $metadata } = (error ?? {}) as Partial<Refused>;
  const status = $metadata?.httpStatusCode;
  if (name === 'TimeoutError' || deadline?.aborted)
    return problem('backend_timeout', 504, 'The store did not answer in time.');
  if (status === undefined)
    return problem('backend_unreachable', 502, 'The store can’t be reached.');
  return problemOfName(name, status);
}
