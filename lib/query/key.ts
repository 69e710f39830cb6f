/** The cache's keys: `[identity, account, ref, input]`, the same on server and browser. */
import type { ReadRef } from '@/lib/contract';
import type { AnyInput } from './url';

export type BackendKey = readonly [
  identity: string,
  account: string,
  ref: ReadRef,
  input: AnyInput,
];

export function backendKey(
  identity: string,
  account: string | undefined,
  ref: ReadRef,
  input: AnyInput,
): BackendKey {
  return [identity, account ?? '', ref, input];
}

/** Whether a cache key belongs to a backend's answer. Only reads have such a key, by their type. */
export function isBackendKey(key: readonly unknown[]): key is BackendKey {
  return key.length === 4 && typeof key[2] === 'string';
}

/** Whether a key belongs to an answer of one of `refs` for this person and account. */
export function isAffected(
  key: readonly unknown[],
  identity: string,
  account: string,
  refs: readonly string[],
): boolean {
  return key[0] === identity && key[1] === account && refs.some((ref) => ref === key[2]);
}
