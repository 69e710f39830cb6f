/** What is set for a whole bucket: versions, its policy, and CORS. */
import {
  DeleteBucketCorsCommand,
  DeleteBucketPolicyCommand,
  GetBucketCorsCommand,
  GetBucketPolicyCommand,
  GetBucketVersioningCommand,
  PutBucketCorsCommand,
  PutBucketPolicyCommand,
  PutBucketVersioningCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { problem } from '@/lib/problem';
import { s3CorsRules } from './cors-text';
import { publicRights } from './policy-text';
import { storageErrorName } from './refusal';
import type { BucketPolicy, CorsRule, Versioning } from './shapes';

/** Whether the bucket keeps versions. A store without them refuses: `not_offered`. */
export async function readVersioning(
  client: S3Client,
  bucket: string,
  signal: AbortSignal,
): Promise<Versioning> {
  const { Status } = await client.send(new GetBucketVersioningCommand({ Bucket: bucket }), {
    abortSignal: signal,
  });
  return { state: Status === 'Enabled' ? 'enabled' : Status === 'Suspended' ? 'suspended' : 'off' };
}

/** Begins or stops keeping versions. */
export async function writeVersioning(
  client: S3Client,
  bucket: string,
  state: 'enabled' | 'suspended',
  signal: AbortSignal,
): Promise<void> {
  const VersioningConfiguration = {
    Status: state === 'enabled' ? 'Enabled' : 'Suspended',
  } as const;
  await client.send(new PutBucketVersioningCommand({ Bucket: bucket, VersioningConfiguration }), {
    abortSignal: signal,
  });
}

/** JSON as it is read; what isn't JSON stays as it is. */
function laidOut(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** The policy of a bucket, and what it gives to anyone. */
export async function readPolicy(
  client: S3Client,
  bucket: string,
  signal: AbortSignal,
): Promise<BucketPolicy> {
  const read = client
    .send(new GetBucketPolicyCommand({ Bucket: bucket }), { abortSignal: signal })
    .then(({ Policy = '' }) => (Policy === '' ? null : laidOut(Policy)));
  const policy = await read.catch((error: unknown) => {
    if (storageErrorName(error) !== 'NoSuchBucketPolicy') throw error;
    return null;
  });
  return { policy, says: publicRights(policy, bucket) };
}

/** Sets a policy; null takes it away. @throws ProblemError `bad_input` with the store's own sentence about the policy */
export async function writePolicy(
  client: S3Client,
  bucket: string,
  policy: string | null,
  signal: AbortSignal,
): Promise<void> {
  try {
    if (policy === null)
      await client.send(new DeleteBucketPolicyCommand({ Bucket: bucket }), { abortSignal: signal });
    else
      await client.send(new PutBucketPolicyCommand({ Bucket: bucket, Policy: policy }), {
        abortSignal: signal,
      });
  } catch (error) {
    const name = storageErrorName(error);
    if (policy === null && name === 'NoSuchBucketPolicy') return;
    if (name !== 'MalformedPolicy') throw error;
    throw problem('bad_input', 422, 'The store refuses this policy.', {
      storage: name,
      backendMessage: error instanceof Error ? error.message : undefined,
    });
  }
}

/** The CORS rules of a bucket. */
export async function readCors(
  client: S3Client,
  bucket: string,
  signal: AbortSignal,
): Promise<CorsRule[]> {
  try {
    const { CORSRules = [] } = await client.send(new GetBucketCorsCommand({ Bucket: bucket }), {
      abortSignal: signal,
    });
    return CORSRules.map((rule) => ({
      ...(rule.ID === undefined ? {} : { id: rule.ID }),
      allowed_origins: rule.AllowedOrigins ?? [],
      allowed_methods: rule.AllowedMethods ?? [],
      allowed_headers: rule.AllowedHeaders ?? [],
      expose_headers: rule.ExposeHeaders ?? [],
      ...(rule.MaxAgeSeconds === undefined ? {} : { max_age_seconds: rule.MaxAgeSeconds }),
    }));
  } catch (error) {
    if (storageErrorName(error) !== 'NoSuchCORSConfiguration') throw error;
    return [];
  }
}

/** Sets the CORS rules of a bucket; none takes them away. */
export async function writeCors(
  client: S3Client,
  bucket: string,
  rules: readonly CorsRule[],
  signal: AbortSignal,
): Promise<void> {
  const options = { abortSignal: signal };
  if (rules.length === 0) {
    await client.send(new DeleteBucketCorsCommand({ Bucket: bucket }), options);
    return;
  }
  const CORSRules = s3CorsRules(rules);
  await client.send(
    new PutBucketCorsCommand({ Bucket: bucket, CORSConfiguration: { CORSRules } }),
    options,
  );
}
