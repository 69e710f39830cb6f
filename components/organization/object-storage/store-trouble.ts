/** What is wrong between the console and the storage, by the problem of one of its own routes. */
import type { Problem } from '@/lib/problem';

/** Each has its own sentence: `object-storage.trouble.<id>`. */
export type StoreTrouble =
  | 'wrongKey'
  | 'revokedKey'
  | 'otherStore'
  | 'readOnly'
  | 'clock'
  | 'unreachable'
  | 'notSet'
  | 'noKey'
  | 'bucketGone';

const byField: Readonly<Record<string, StoreTrouble>> = {
  wrong_key: 'wrongKey',
  unknown_key: 'revokedKey',
  revoked_key: 'revokedKey',
  other_store: 'otherStore',
};

/** By S3's own codes, which the server gives on with its sentence. */
const byCode: readonly (readonly [RegExp, StoreTrouble])[] = [
  [/RequestTimeTooSkewed/, 'clock'],
  [/SignatureDoesNotMatch/, 'wrongKey'],
  [/InvalidAccessKeyId/, 'revokedKey'],
  [/NoSuchBucket/, 'bucketGone'],
  [/AccessDenied|AllAccessDisabled/, 'readOnly'],
];

const byProblem: Readonly<Record<string, StoreTrouble>> = {
  storage_unreachable: 'unreachable',
  storage_not_set: 'notSet',
  storage_no_key: 'noKey',
  backend_unreachable: 'unreachable',
  backend_timeout: 'unreachable',
  no_access: 'readOnly',
};

/** What a problem means for the storage; null where its own words say enough. */
export function storeTroubleOf({ code, fields = {}, message, backendMessage = '' }: Problem) {
  const codes = Object.values(fields).flat();
  const named = codes.map((each) => byField[each]).find((each) => each !== undefined);
  if (named) return named;
  const said = `${message} ${backendMessage} ${codes.join(' ')}`;
  const told = byCode.find(([pattern]) => pattern.test(said));
  return told?.[1] ?? byProblem[code] ?? null;
}

/** Whether another key would help. */
export const wantsKey = (trouble: StoreTrouble | null): boolean =>
  trouble === 'wrongKey' || trouble === 'revokedKey' || trouble === 'otherStore' || trouble === 'noKey';
