/**
 * Reads for pages that show their problems themselves. A refused sign-in redirects to sign-in and back here. Server
 * only.
 */
import type { ReadRef } from '@/lib/contract';
import type { Input, Result } from '@/lib/contract/types';
import { ProblemError, type Problem } from '@/lib/problem';
import { read } from './backend';
import { answered, type Answered } from './hydrate';

export type ForPage<R extends ReadRef> = (
  { data: Result<R>; problem: null } | { data: null; problem: Problem }
) & {
  /** For `<Hydrate>`: the answer, or an empty list. */
  answers: readonly Answered[];
};

/**
 * Reads for a page that shows its problem itself.
 * @param account slug of a DewaVPS account; left out for Awanio
 */
export async function readForPage<R extends ReadRef>(
  ref: R,
  input: Input<R>,
  account?: string,
): Promise<ForPage<R>> {
  try {
    const data = await (read as (ref: R, input: Input<R>, account?: string) => Promise<Result<R>>)(
      ref,
      input,
      account,
    );
    return { data, problem: null, answers: [answered(ref, input, data, account)] };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { data: null, problem: error.problem, answers: [] };
  }
}
