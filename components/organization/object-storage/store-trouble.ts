/** What is wrong between the console and the storage, by the problem of one of the console's own routes (`/api/storage`). */
import type { Problem } from '@/lib/problem';

/** Each has its own sentence: `object-storage.trouble.<id>`. */
export type StoreTrouble =
  | 'wrongKey'
  | 'unknownKey'
  | 'otherStore'
  | 'notAllowed'
  | 'clock'
  | 'unreachable'
  | 'notSet'
  | 'noKey'
  | 'bucketGone';

/** By the codes that a key is refused with when it is tried. */
const byField: Readonly<Record<string, StoreTrouble>> = {
  wrong_key: 'wrongKey',
  unknown_key: 'unknownKey',
  other_store: 'otherStore',
};

/** By S3's own names of refusals. */
const byName: Readonly<Record<string, StoreTrouble>> = {
  NoKey: 'noKey',
  SignatureDoesNotMatch: 'wrongKey',
  InvalidAccessKeyId: 'unknownKey',
  AccessDenied: 'notAllowed',
  AllAccessDisabled: 'notAllowed',
  RequestTimeTooSkewed: 'clock',
  NoSuchBucket: 'bucketGone',
};

const byCode: Partial<Record<Problem['code'], StoreTrouble>> = {
  not_configured: 'notSet',
  backend_unreachable: 'unreachable',
  backend_timeout: 'unreachable',
};

/** What a problem means for the storage; null where its own words say enough. */
export function storeTroubleOf({ code, fields = {}, storage }: Problem): StoreTrouble | null {
  const named = Object.values(fields)
    .flat()
    .map((each) => byField[each])
    .find((each) => each !== undefined);
  return named ?? (storage === undefined ? byCode[code] : byName[storage]) ?? null;
}

/** Whether another key may help. */
export const wantsKey = (trouble: StoreTrouble | null): boolean =>
  trouble !== null &&
  ['wrongKey', 'unknownKey', 'otherStore', 'notAllowed', 'noKey'].includes(trouble);
