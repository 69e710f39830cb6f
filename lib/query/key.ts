/** The cache's keys: `[identity, account, ref, input]`, the same on server and browser. */
import type { Ref } from '@/lib/contract';
import type { AnyInput } from './url';

export type BackendKey = readonly [identity: string, account: string, ref: Ref, input: AnyInput];

export function backendKey(
  identity: string,
  account: string | undefined,
  ref: Ref,
  input: AnyInput,
): BackendKey {
  // prettier-ignore
  return [identity, account ?? '', ref, input];
}

/** Whether a key is an answer of one of `refs` for this person and account. */
export function isAffected(
  key: readonly unknown[],
  identity: string,
  account: string,
  refs: readonly string[],
): boolean {
  // prettier-ignore
  return key[0] === identity && key[1] === account && refs.some((ref) => ref === key[2]);
}
