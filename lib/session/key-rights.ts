/** Finds out what a DewaVPS key may see, by a harmless read each. What the answers tell is kept by lib/backend. */
import { call } from '@/lib/backend/call';
import { credentialHash } from '@/lib/backend/credentials';
import { standingOf, type KeyStanding } from '@/lib/backend/rights';
import type { KeyRight } from '@/lib/contract/permissions';
import { ProblemError } from '@/lib/problem';

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

/**
 * Asks for each of `rights` at once. A refusal is an answer, and a backend's trouble leaves it open.
 * @returns what is known of the key then
 */
export async function askRights(
  key: string,
  rights: readonly ReadRight[],
  options: Options = {},
): Promise<KeyStanding> {
  await Promise.all(
    rights.map((right) =>
      ask(right, key, options).catch((error: unknown) => {
        if (!(error instanceof ProblemError)) throw error;
      }),
    ),
  );
  return standingOf(hashOf(key));
}
