/** Every call of a person to a backend goes through here: the proxy's calls and the reads of server components. */
import { callRaw, type CallOptions, type Credentials, type RawInput } from '@/lib/backend';
import { operation, type Ref } from '@/lib/contract';
import { shape } from '@/lib/contract/schemas';
import type { Result } from '@/lib/contract/types';
import { forBrowser } from '@/lib/contract/visibility';
import { forgetRoles, requirePermission, withoutOthersBalances } from './roles';
import { inView } from './view-as';

/**
 * Calls an operation for a person, after checking their rights and their view, and removes from the answer what their browser may not
 * see.
 * @param input as the person gave it; checked by the operation's schemas
 * @throws ProblemError
 */
export function callForPerson(
  ref: Ref,
  input: RawInput,
  credentials: Credentials,
  options: CallOptions,
): Promise<unknown> {
  const call = () => callAsThemselves(ref, input, credentials, options);
  return inView(ref, credentials, input, options, call);
}

async function callAsThemselves(
  ref: Ref,
  input: RawInput,
  credentials: Credentials,
  { signal, fresh, ...options }: CallOptions,
): Promise<unknown> {
  await requirePermission(ref, credentials, input, { ...options, signal });
  const reads = operation(ref).kind === 'read';
  // A change continues when its page closes: half a purchase is worse than a whole one.
  const how = reads ? { ...options, signal } : options;
  // What else is read on the way, the person's rights say, may come from memory.
  let result: unknown;
  try {
    result = await callRaw(ref, input, credentials, { ...how, fresh });
    forgetRoles(ref, credentials);
  } catch (error) {
    forgetRoles(ref, credentials, error);
    throw error;
  }
  // A file has no fields to remove. It reaches no browser but through its own handler, which checks it.
  if (shape(ref).answer === 'file') return result;
  const shown = forBrowser(ref, result as Result<Ref>);
  return withoutOthersBalances(ref, credentials, shown, how);
}
