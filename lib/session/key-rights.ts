/** Finds out what a DewaVPS key may see, by one harmless read for each right. lib/backend records the results. */
import { call } from '@/lib/backend/call';
import { credentialHash } from '@/lib/backend/credentials';
import type { KeyRight } from '@/lib/contract/permissions';
import { ProblemError, type Problem, type ProblemCode } from '@/lib/problem';
import { firstAddresses, newestInstances } from '@/lib/resources/vps';

interface Options {
  requestId?: string | undefined;
  signal?: AbortSignal | undefined;
  fresh?: boolean | undefined;
}

/** Rights that a read can test. Rights to change something can't be tested without a change. */
export const readRights = [
  'read_instance',
  'read_network',
  'billing',
] as const satisfies KeyRight[];
export type ReadRight = (typeof readRights)[number];

export const hashOf = (key: string): string => credentialHash({ backend: 'dewavps', key });

/** The reads equal those of the overview, where most people arrive, so that they share its calls. */
async function ask(right: ReadRight, key: string, options: Options): Promise<unknown> {
  const credentials = { backend: 'dewavps', key } as const;
  switch (right) {
    case 'read_instance':
      return call('D02', newestInstances, credentials, options);
    case 'read_network':
      try {
        return await call('D58', firstAddresses, credentials, options);
      } catch (error) {
        if (!isMissing(error)) throw error;
        return call('D49', {}, credentials, options);
      }
    case 'billing':
      return call('D78', {}, credentials, options);
  }
}

const isMissing = (error: unknown) =>
  error instanceof ProblemError && error.problem.code === 'not_offered';

/** Problems that are a result: the key lacks the right, or the deployment lacks the operation. */
const answers: readonly ProblemCode[] = ['no_access', 'credential_refused', 'not_offered'];

/**
 * Tests all `rights` at once; `keyAccessOf` has the results afterwards.
 * @returns a backend's problem that left a right unknown, or null
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
