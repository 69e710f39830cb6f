/** Finds out what a DewaVPS key may see, by a harmless read each. What the answers tell is kept by lib/backend. */
import { call } from '@/lib/backend/call';
import { credentialHash } from '@/lib/backend/credentials';
import type { KeyRight } from '@/lib/contract/permissions';
import { ProblemError, type Problem, type ProblemCode } from '@/lib/problem';

interface Options {
  requestId?: string | undefined;
  signal?: AbortSignal | undefined;
  fresh?: boolean | undefined;
}

/** Rights that a read shows; those to change something show only when it is changed. */
export const readRights = [
  'read_instance',
  'read_network',
  'billing',
] as const satisfies KeyRight[];
export type ReadRight = (typeof readRights)[number];

export const hashOf = (key: string): string => credentialHash({ backend: 'dewavps', key });

/** The list of instances and of networks as their pages ask for them, so that they share the call. */
function ask(right: ReadRight, key: string, options: Options): Promise<unknown> {
  const credentials = { backend: 'dewavps', key } as const;
  switch (right) {
    case 'read_instance': {
      const query = { limit: 50, page: 1, sort: 'create,desc' as const };
      return call('D02', { query }, credentials, options);
    }
    case 'read_network':
      return call('D49', {}, credentials, options);
    case 'billing':
      return call('D78', {}, credentials, options);
  }
}

/** A key's own refusals, and a deployment without the operation, are answers. */
const answers: readonly ProblemCode[] = ['no_access', 'credential_refused', 'not_offered'];

/**
 * Asks for each of `rights` at once; what the answers tell is in `keyAccessOf` then.
 * @returns a backend's trouble that left something open, or null
 */
export async function askRights(
  key: string,
  rights: readonly ReadRight[],
  options: Options = {},
): Promise<{ trouble: Problem | null }> {
  const troubles = await Promise.all(
    rights.map(async (right) => {
      try {
        await ask(right, key, options);
        return null;
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        return answers.includes(error.problem.code) ? null : error.problem;
      }
    }),
  );
  return { trouble: troubles.find((each) => each !== null) ?? null };
}
