'use client';
import type { KeyRight } from '@/lib/contract/permissions';
import { useAccount } from '@/lib/query/scope';
import { useShell } from './context';
import { allows } from './scope-rules';

/** Whether the current account's key was known to lack a right when the page was loaded. */
export function useRefused(right: KeyRight): boolean {
  const account = useAccount();
  return useShell().scopes.some((scope) => scope.key === `vps/${account}` && !allows(scope, right));
}
