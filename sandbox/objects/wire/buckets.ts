/** Buckets: list, create, look, delete, and the answers that tools ask of any bucket. */
import { isIP } from 'node:net';
import { readText } from './body';
import { bucketOf, refuseUnknown, xmlReply, type Call, type Reply } from './call';
import { S3Refusal } from './refusal';
import { readXml } from './xml';

/** The region that S3 calls by no name. Signatures over any region are taken. */
export const region = 'us-east-1';

const ownerOf = (owner: string) => ({ ID: owner, DisplayName: owner });

/** The caller's owner; anybody is refused. */
function callersOwner({ auth }: Call): string {
  if (!auth.signed) throw new S3Refusal('AccessDenied');
  return auth.signed.owner;
}

export function listBuckets(call: Call): Reply {
  const owner = callersOwner(call);
  const prefix = call.query.get('prefix') ?? '';
  const buckets = call.store.buckets(owner).filter(({ name }) => name.startsWith(prefix));
  return xmlReply('ListAllMyBucketsResult', {
    Owner: ownerOf(owner),
    Buckets: {
      Bucket: buckets.map(({ name, created }) => ({ Name: name, CreationDate: created })),
    },
  });
}

/** Names that S3 takes: 3 to 63 small letters, digits, dots and hyphens, and no IP address. */
export function isBucketName(name: string): boolean {
  return (
    /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) && !name.includes('..') && isIP(name) === 0
  );
}

export async function createBucket(call: Call): Promise<Reply> {
  const owner = callersOwner(call);
  if (!isBucketName(call.bucket)) throw new S3Refusal('InvalidBucketName');
  refuseUnknown(call.headers);
  if (call.headers.get('x-amz-bucket-object-lock-enabled')?.toLowerCase() === 'true')
    throw new S3Refusal('NotImplemented');
  if (Number(call.headers.get('content-length') ?? '0') > 0)
    readXml(await readText(call.source, call.auth), 'CreateBucketConfiguration');
  const standing = call.store.bucket(call.bucket);
  if (standing)
    throw new S3Refusal(
      standing.owner === owner ? 'BucketAlreadyOwnedByYou' : 'BucketAlreadyExists',
    );
  call.store.createBucket(call.bucket, owner);
  return { status: 200, headers: { location: `/${call.bucket}` } };
}

export const headBucket = (): Reply => ({
  status: 200,
  headers: { 'x-amz-bucket-region': region },
});

export function deleteBucket(call: Call): Reply {
  call.store.deleteBucket(call.bucket);
  return { status: 204 };
}

export const getLocation = (): Reply => xmlReply('LocationConstraint', {});

export function getVersioning(call: Call): Reply {
  const { versioning } = bucketOf(call, call.bucket);
  const states = { off: null, enabled: 'Enabled', suspended: 'Suspended' };
  return xmlReply('VersioningConfiguration', { Status: states[versioning] });
}

export async function putVersioning(call: Call): Promise<Reply> {
  const root = readXml(await readText(call.source, call.auth), 'VersioningConfiguration');
  const status = root.text('Status')?.trim();
  if (root.text('MfaDelete') === 'Enabled') throw new S3Refusal('NotImplemented');
  if (status !== 'Enabled' && status !== 'Suspended') throw new S3Refusal('MalformedXML');
  const versioning = status === 'Enabled' ? 'enabled' : 'suspended';
  call.store.configureBucket(call.bucket, { versioning });
  return { status: 200 };
}

/** Everything is its owner's: ACLs can be read and not changed. */
export function getAcl(call: Call): Reply {
  const { owner } = bucketOf(call, call.bucket);
  const text = xmlReply('AccessControlPolicy', {
    Owner: ownerOf(owner),
    AccessControlList: { Grant: { Grantee: ownerOf(owner), Permission: 'FULL_CONTROL' } },
  });
  const type =
    '<Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="CanonicalUser">';
  return { ...text, body: String(text.body).replace('<Grantee>', type) };
}

/** Whether an ACL in XML gives everything to the owner and nothing to others. */
async function isOwnersAlone(call: Call): Promise<boolean> {
  const root = readXml(await readText(call.source, call.auth), 'AccessControlPolicy');
  const grants = root.elements('AccessControlList').flatMap((list) => list.elements('Grant'));
  const { owner } = bucketOf(call, call.bucket);
  return grants.every(
    (grant) =>
      grant.text('Permission')?.trim() === 'FULL_CONTROL' &&
      grant.elements('Grantee').every((grantee) => grantee.text('ID')?.trim() === owner),
  );
}

/** Takes what is so anyway, by name or as a list; all else is refused. */
export async function putAcl(call: Call): Promise<Reply> {
  refuseUnknown(call.headers);
  if (!call.headers.has('x-amz-acl') && !(await isOwnersAlone(call)))
    throw new S3Refusal('AccessControlListNotSupported');
  return { status: 200 };
}

/** Answers that never change, for tools that ask. */
export const settled = {
  requestPayment: () => xmlReply('RequestPaymentConfiguration', { Payer: 'BucketOwner' }),
  logging: () => xmlReply('BucketLoggingStatus', {}),
  notification: () => xmlReply('NotificationConfiguration', {}),
  accelerate: () => xmlReply('AccelerateConfiguration', {}),
  objectTagging: () => xmlReply('Tagging', { TagSet: '' }),
} satisfies Record<string, () => Reply>;
