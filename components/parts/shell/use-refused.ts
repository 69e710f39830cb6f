'use client';
import type { KeyRight } from '@/lib/contract/permissions';
import { useShell } from './context';
import { allows } from './nav-entries';

/** Whether the key of an account is known to be refused a right, as of when the page was loaded. */
export function useRefused(account: string, right: KeyRight): boolean {
  return useShell().scopes.some((scope) => scope.key === `vps/${account}` && !allows(scope, right));
}
