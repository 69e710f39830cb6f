/** The one way from a person to a backend: the proxy's calls and the reads of server components both go through it. */
import { callRaw, type CallOptions, type Credentials, type RawInput } from '@/lib/backend';
import { operation, type Ref } from '@/lib/contract';
import type { Result } from '@/lib/contract/types';
import { forBrowser } from '@/lib/contract/visibility';
import { forgetRoles, requirePermission, withoutOthersBalances } from './roles';

/**
 * Calls an operation for somebody, after asking whether this person may, and leaves out of the answer what their
 * browser may not see.
 * @param input as the person gave it; checked by the operation's schemas
 * @throws ProblemError
 */
export async function callForPerson(
  ref: Ref,
  input: RawInput,
  credentials: Credentials,
  { signal, ...options }: CallOptions,
): Promise<unknown> {
  await requirePermission(ref, credentials, input, { ...options, signal });
  const reads = operation(ref).kind === 'read';
  // A change is not cut short when its page closes: half a purchase is worse than a whole one.
  const how = reads ? { ...options, signal } : options;
  let result: unknown;
  try {
    result = await callRaw(ref, input, credentials, how);
  } finally {
    if (!reads) forgetRoles(ref, credentials);
  }
  const shown = forBrowser(ref, result as Result<Ref>);
  return withoutOthersBalances(ref, credentials, shown, how);
}
