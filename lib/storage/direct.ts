/** Whether the browser may put parts at the store itself: by the bucket's CORS. */
import { GetBucketCorsCommand, type CORSRule, type S3Client } from '@aws-sdk/client-s3';
import { Lru } from '@/lib/backend/lru';
import { perProcess } from '@/lib/log/per-process';
import { storeEndpoint } from './sign';

/** How long the answer of a bucket is believed; a queue of 10,000 files asks once. */
const KEPT_FOR = 60_000;
const MOST_BUCKETS = 1000;

/** Whether a pattern of a rule, with at most one `*`, is the origin. */
function matches(pattern: string, origin: string): boolean {
  const [before = '', after, ...more] = pattern.split('*');
  if (after === undefined) return pattern === origin;
  const fits = origin.length >= before.length + after.length;
  return more.length === 0 && fits && origin.startsWith(before) && origin.endsWith(after);
}

/** Whether a rule lets pages of this origin put a body without headers of its own, and read its ETag. */
export function letsPut(rule: CORSRule, origin: string): boolean {
  const { AllowedOrigins = [], AllowedMethods = [], ExposeHeaders = [] } = rule;
  return (
    AllowedOrigins.some((pattern) => matches(pattern, origin)) &&
    AllowedMethods.includes('PUT') &&
    ExposeHeaders.some((name) => name === '*' || name.toLowerCase() === 'etag')
  );
}

const keptAnswers = () =>
  perProcess('storage.cors', () => new Lru<{ until: number; answer: boolean }>(MOST_BUCKETS));
const nameOf = (accessKey: string, bucket: string, origin: string) =>
  JSON.stringify([accessKey, bucket, origin]);

/** Forgets what is kept of a bucket for a person whose page has changed its CORS. */
export function forgetDirect(accessKey: string, bucket: string, origin: string | null): void {
  if (origin !== null) keptAnswers().delete(nameOf(accessKey, bucket, origin));
}

/**
 * Whether pages of this origin may put parts at the store. A bucket without CORS, a key that may not read it and a store
 * that doesn't have it say no, and so does a page behind TLS to a store without.
 */
export async function mayPutDirectly(
  client: S3Client,
  { bucket, accessKey, origin }: { bucket: string; accessKey: string; origin: string | null },
  signal: AbortSignal,
): Promise<boolean> {
  if (origin === null) return false;
  if (origin.startsWith('https:') && storeEndpoint().protocol !== 'https:') return false;
  const kept = keptAnswers();
  const name = nameOf(accessKey, bucket, origin);
  const known = kept.get(name);
  if (known && known.until > Date.now()) return known.answer;
  const answer = await client
    .send(new GetBucketCorsCommand({ Bucket: bucket }), { abortSignal: signal })
    .then(
      ({ CORSRules = [] }) => CORSRules.some((rule) => letsPut(rule, origin)),
      () => false,
    );
  kept.set(name, { until: Date.now() + KEPT_FOR, answer });
  return answer;
}
