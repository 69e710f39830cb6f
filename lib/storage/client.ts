/**
 * The console's S3 client, for the endpoint that the operator set. Nobody else names a host, so no request can be led
 * elsewhere. Server only; `@aws-sdk/client-s3` signs, reads XML and tells errors apart.
 */
import { S3Client } from '@aws-sdk/client-s3';
import { problem } from '@/lib/problem';
import type { StorageKey } from '@/lib/session/shape';
import { settings } from '@/lib/settings';

/**
 * A client for one key. It must be destroyed after use.
 * @param times how many times the limit of a backend's call one call may take
 * @throws ProblemError `not_configured` where the operator set no endpoint
 */
export function storageClient(
  { accessKey, secretKey }: Pick<StorageKey, 'accessKey' | 'secretKey'>,
  times = 1,
): S3Client {
  const { NUSA_AWANIO_S3_ENDPOINT, NUSA_AWANIO_S3_REGION, NUSA_BACKEND_TIMEOUT } = settings();
  if (!NUSA_AWANIO_S3_ENDPOINT)
    throw problem('not_configured', 501, 'This deployment names no S3 endpoint.');
  return new S3Client({
    endpoint: NUSA_AWANIO_S3_ENDPOINT,
    region: NUSA_AWANIO_S3_REGION,
    forcePathStyle: true,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    // The page that asked offers to try again, and says what was wrong.
    maxAttempts: 1,
    // Older stores refuse checksums that S3 doesn't ask for.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: NUSA_BACKEND_TIMEOUT,
      requestTimeout: times * NUSA_BACKEND_TIMEOUT,
      throwOnRequestTimeout: true,
    },
  });
}

/**
 * Ends what is asked of the store when the page goes away, or after `times` the limit of a backend's call. The client's own
 * limits end with the head of an answer, and a store may stop in its body.
 */
export function storageDeadline(signal: AbortSignal, times = 1): AbortSignal {
  const limit = times * settings().NUSA_BACKEND_TIMEOUT;
  return AbortSignal.any([signal, AbortSignal.timeout(limit)]);
}
