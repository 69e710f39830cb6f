/**
 * Policies of buckets: read and checked when they are put, evaluated at each call. What isn't understood is refused at
 * the put, since a condition that nobody looks at would open more than its writer meant.
 */
import { z } from 'zod';
import { S3Refusal } from './refusal';

const oneOrMore = z
  .union([z.string(), z.array(z.string()).min(1)])
  .transform((value) => (typeof value === 'string' ? [value] : value));

const principal = z
  .union([z.literal('*'), z.strictObject({ AWS: oneOrMore })])
  .transform((value) => (value === '*' ? ['*'] : value.AWS));

const operators = ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike'] as const;
const conditionKeys = ['s3:prefix', 's3:delimiter', 'aws:Referer', 'aws:UserAgent'] as const;
type ConditionKey = (typeof conditionKeys)[number];

/** What conditions are about: the values of a call by their keys. */
export type ConditionValues = Partial<Record<ConditionKey, string>>;

const statement = z
  .strictObject({
    Sid: z.string().optional(),
    Effect: z.enum(['Allow', 'Deny']),
    Principal: principal.optional(),
    NotPrincipal: principal.optional(),
    Action: oneOrMore.optional(),
    NotAction: oneOrMore.optional(),
    Resource: oneOrMore.optional(),
    NotResource: oneOrMore.optional(),
    Condition: z
      .partialRecord(z.enum(operators), z.partialRecord(z.enum(conditionKeys), oneOrMore))
      .optional(),
  })
  .refine((one) => (one.Principal === undefined) !== (one.NotPrincipal === undefined))
  .refine((one) => (one.Action === undefined) !== (one.NotAction === undefined))
  .refine((one) => (one.Resource === undefined) !== (one.NotResource === undefined));

const policy = z.strictObject({
  Version: z.enum(['2012-10-17', '2008-10-17']).optional(),
  Id: z.string().optional(),
  Statement: z
    .union([statement, z.array(statement).min(1)])
    .transform((value) => (Array.isArray(value) ? value : [value])),
});

type Policy = z.output<typeof policy>;
type Statement = Policy['Statement'][number];

const largest = 20_480;
const arn = (bucket: string) => `arn:aws:s3:::${bucket}`;

/** Reads a policy that is put on a bucket; all of its resources must be the bucket's. */
export function readPolicy(text: string, bucket: string): Policy {
  if (Buffer.byteLength(text) > largest)
    throw new S3Refusal('MalformedPolicy', 'The policy is larger than 20 kB.');
  const read = parsed(text);
  if (!read) throw new S3Refusal('MalformedPolicy');
  const own = (resource: string) =>
    resource === arn(bucket) || resource.startsWith(`${arn(bucket)}/`);
  for (const { Resource, NotResource, Action, NotAction } of read.Statement) {
    if (![...(Resource ?? []), ...(NotResource ?? [])].every(own))
      throw new S3Refusal('MalformedPolicy', 'Policy has invalid resource');
    if (![...(Action ?? []), ...(NotAction ?? [])].every((one) => /^(\*|s3:[\w*?]+)$/i.test(one)))
      throw new S3Refusal('MalformedPolicy', 'Policy has invalid action');
  }
  return read;
}

function parsed(text: string): Policy | null {
  try {
    return policy.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Whether a text fits a pattern with `*` and `?`, in a time that grows with their lengths alone. */
export function fits(pattern: string, text: string): boolean {
  let [at, place, star, resume] = [0, 0, -1, 0];
  while (place < text.length) {
    if (pattern[at] === '*') {
      star = at;
      at += 1;
      resume = place;
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === text[place])) {
      at += 1;
      place += 1;
    } else if (star >= 0) {
      at = star + 1;
      resume += 1;
      place = resume;
    } else return false;
  }
  while (pattern[at] === '*') at += 1;
  return at === pattern.length;
}

const fitsAny = (patterns: readonly string[], text: string) =>
  patterns.some((pattern) => fits(pattern, text));

/** What a call would do, as policies see it. */
export interface Deed {
  /** The owner whose key signed the call; null for anybody. */
  owner: string | null;
  /** `s3:GetObject`. */
  action: string;
  bucket: string;
  /** Empty for the bucket itself. */
  key: string;
  values: ConditionValues;
}

/** A principal names everybody, an owner, or the owner's account or users by their ARN. */
function names(principals: readonly string[], owner: string | null): boolean {
  return principals.some(
    (one) =>
      one === '*' ||
      (owner !== null &&
        (one === owner ||
          one === `arn:aws:iam::${owner}:root` ||
          one.startsWith(`arn:aws:iam::${owner}:user/`))),
  );
}

function holds(condition: Statement['Condition'], values: ConditionValues): boolean {
  return operators.every((operator) =>
    Object.entries(condition?.[operator] ?? {}).every(([key, wanted]) => {
      const value = values[key as ConditionKey];
      const negative = operator.startsWith('StringNot');
      if (value === undefined) return negative;
      const like = operator.endsWith('Like');
      return (like ? fitsAny(wanted, value) : wanted.includes(value)) !== negative;
    }),
  );
}

function isAbout(one: Statement, deed: Deed): boolean {
  const action = deed.action.toLowerCase();
  const lower = (patterns: readonly string[]) => patterns.map((pattern) => pattern.toLowerCase());
  const resource = deed.key === '' ? arn(deed.bucket) : `${arn(deed.bucket)}/${deed.key}`;
  const { Principal, NotPrincipal, Action, NotAction, Resource, NotResource } = one;
  return (
    (Principal ? names(Principal, deed.owner) : !names(NotPrincipal ?? [], deed.owner)) &&
    (Action ? fitsAny(lower(Action), action) : !fitsAny(lower(NotAction ?? []), action)) &&
    (Resource ? fitsAny(Resource, resource) : !fitsAny(NotResource ?? [], resource)) &&
    holds(one.Condition, deed.values)
  );
}

/** What a policy says of a deed: a denial is stronger than a permission. A text that can't be read permits nothing. */
export function verdictOf(text: string | null, deed: Deed): 'Allow' | 'Deny' | null {
  const statements = (text === null ? null : parsed(text))?.Statement ?? [];
  const effects = statements.filter((one) => isAbout(one, deed)).map(({ Effect }) => Effect);
  if (effects.includes('Deny')) return 'Deny';
  return effects.includes('Allow') ? 'Allow' : null;
}

/** Whether a policy lets everybody do something without a condition. */
export function isPublic(text: string): boolean {
  return (parsed(text)?.Statement ?? []).some(
    ({ Effect, Principal, NotPrincipal, Condition }) =>
      Effect === 'Allow' &&
      (NotPrincipal !== undefined || Principal?.includes('*')) &&
      Condition === undefined,
  );
}
