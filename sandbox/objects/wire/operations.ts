/** Which operation a call asks for: by its method, by what it is about, and by the sub-resource in its query. */
import * as buckets from './buckets';
import type { Call, Reply } from './call';
import { copyObject, copySource } from './copying';
import * as cors from './cors';
import * as listing from './listing';
import * as multipart from './multipart';
import * as policies from './policy-calls';
import * as reading from './reading';
import { S3Refusal, type RefusalCode } from './refusal';
import * as writing from './writing';

/** An operation of S3. */
export interface Operation {
  /** What a policy calls it; null where the operation asks by itself, for the key or the version that it finds. */
  action: string | null;
  /** Whether a key that may only read is refused. */
  writes: boolean;
  run: (call: Call) => Reply | Promise<Reply>;
}

const reads = (action: string | null, run: Operation['run']): Operation => ({
  action,
  writes: false,
  run,
});
const writes = (action: string | null, run: Operation['run']): Operation => ({
  action,
  writes: true,
  run,
});
/** A setting that no bucket has. */
const unset = (action: string, code: RefusalCode) =>
  reads(action, () => {
    throw new S3Refusal(code);
  });

/** By `METHOD what?sub-resource`. */
const operations: Record<string, Operation> = {
  'GET service': reads(null, buckets.listBuckets),

  'PUT bucket': writes(null, buckets.createBucket),
  'HEAD bucket': reads('s3:ListBucket', buckets.headBucket),
  'DELETE bucket': writes('s3:DeleteBucket', buckets.deleteBucket),
  'GET bucket': reads('s3:ListBucket', listing.listObjects),
  'POST bucket?delete': writes(null, writing.deleteObjects),
  'GET bucket?versions': reads('s3:ListBucketVersions', listing.listVersions),
  'GET bucket?uploads': reads('s3:ListBucketMultipartUploads', listing.listUploads),
  'GET bucket?location': reads('s3:GetBucketLocation', buckets.getLocation),
  'GET bucket?versioning': reads('s3:GetBucketVersioning', buckets.getVersioning),
  'PUT bucket?versioning': writes('s3:PutBucketVersioning', buckets.putVersioning),
  'GET bucket?policy': reads('s3:GetBucketPolicy', policies.getPolicy),
  'PUT bucket?policy': writes('s3:PutBucketPolicy', policies.putPolicy),
  'DELETE bucket?policy': writes('s3:DeleteBucketPolicy', policies.deletePolicy),
  'GET bucket?policyStatus': reads('s3:GetBucketPolicyStatus', policies.getPolicyStatus),
  'GET bucket?cors': reads('s3:GetBucketCORS', cors.getCors),
  'PUT bucket?cors': writes('s3:PutBucketCORS', cors.putCors),
  'DELETE bucket?cors': writes('s3:PutBucketCORS', cors.deleteCors),
  'GET bucket?acl': reads('s3:GetBucketAcl', buckets.getAcl),
  'PUT bucket?acl': writes('s3:PutBucketAcl', buckets.putAcl),
  'GET bucket?requestPayment': reads('s3:GetBucketRequestPayment', buckets.settled.requestPayment),
  'GET bucket?logging': reads('s3:GetBucketLogging', buckets.settled.logging),
  'GET bucket?notification': reads('s3:GetBucketNotification', buckets.settled.notification),
  'GET bucket?accelerate': reads('s3:GetAccelerateConfiguration', buckets.settled.accelerate),
  'GET bucket?tagging': unset('s3:GetBucketTagging', 'NoSuchTagSet'),
  'GET bucket?lifecycle': unset('s3:GetLifecycleConfiguration', 'NoSuchLifecycleConfiguration'),
  'GET bucket?encryption': unset(
    's3:GetEncryptionConfiguration',
    'ServerSideEncryptionConfigurationNotFoundError',
  ),
  'GET bucket?object-lock': unset(
    's3:GetBucketObjectLockConfiguration',
    'ObjectLockConfigurationNotFoundError',
  ),

  'GET object': reads(null, reading.getObject),
  'HEAD object': reads(null, reading.headObject),
  'GET object?attributes': reads(null, reading.getAttributes),
  'GET object?acl': reads('s3:GetObjectAcl', buckets.getAcl),
  'PUT object?acl': writes('s3:PutObjectAcl', buckets.putAcl),
  'GET object?tagging': reads('s3:GetObjectTagging', buckets.settled.objectTagging),
  'PUT object': writes('s3:PutObject', (call) =>
    call.headers.has(copySource) ? copyObject(call) : writing.putObject(call),
  ),
  'DELETE object': writes(null, writing.deleteObject),
  'POST object?uploads': writes('s3:PutObject', multipart.startUpload),
  'PUT object?uploadId': writes('s3:PutObject', (call) =>
    call.headers.has(copySource) ? multipart.copyPart(call) : multipart.putPart(call),
  ),
  'GET object?uploadId': reads('s3:ListMultipartUploadParts', multipart.listParts),
  'POST object?uploadId': writes('s3:PutObject', multipart.completeUpload),
  'DELETE object?uploadId': writes('s3:AbortMultipartUpload', multipart.abortUpload),
};

/** What S3 hangs on buckets and objects, beside what the operations name. */
const subResources = new Set([
  ...Object.keys(operations).flatMap((name) => name.split('?').slice(1)),
  ...['analytics', 'intelligent-tiering', 'inventory', 'legal-hold', 'metadataTable', 'metrics'],
  ...['ownershipControls', 'publicAccessBlock', 'replication', 'restore', 'retention', 'select'],
  ...['session', 'torrent', 'website', 'renameObject'],
]);

/** The operation of a call. */
export function operationOf({
  method,
  bucket,
  key,
  query,
}: Pick<Call, 'method' | 'bucket' | 'key' | 'query'>): Operation {
  const about = bucket === '' ? 'service' : key === '' ? 'bucket' : 'object';
  const sub = query.entries.map(([name]) => name).find((name) => subResources.has(name));
  const operation = operations[`${method} ${about}${sub === undefined ? '' : `?${sub}`}`];
  if (operation) return operation;
  throw new S3Refusal(sub === undefined ? 'MethodNotAllowed' : 'NotImplemented');
}
