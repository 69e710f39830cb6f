/** The calls that read and set a bucket's policy. */
import { readText } from './body';
import { bucketOf, xmlReply, type Call, type Reply } from './call';
import { isPublic, readPolicy } from './policy';
import { S3Refusal } from './refusal';

export function getPolicy(call: Call): Reply {
  const { policy } = bucketOf(call, call.bucket);
  if (policy === null) throw new S3Refusal('NoSuchBucketPolicy');
  return { status: 200, headers: { 'content-type': 'application/json' }, body: policy };
}

export async function putPolicy(call: Call): Promise<Reply> {
  const policy = await readText(call.source, call.auth);
  readPolicy(policy, call.bucket);
  call.store.configureBucket(call.bucket, { policy });
  return { status: 204 };
}

export function deletePolicy(call: Call): Reply {
  call.store.configureBucket(call.bucket, { policy: null });
  return { status: 204 };
}

export function getPolicyStatus(call: Call): Reply {
  const { policy } = bucketOf(call, call.bucket);
  if (policy === null) throw new S3Refusal('NoSuchBucketPolicy');
  return xmlReply('PolicyStatus', { IsPublic: isPublic(policy) });
}
