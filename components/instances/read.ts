/** Reads of the instances' pages: problems are shown on the page, a refused sign-in key leads to sign-in. Server only. */
import type { Ref } from '@/lib/contract';
import type { Input, Result } from '@/lib/contract/types';
import { read } from '@/lib/next/backend';
import { isProblem, type Problem } from '@/lib/problem';
import { answered, type Answered } from '@/lib/query/hydrate';

export interface ForPage<R extends Ref> {
  data: Result<R> | null;
  problem: Problem | null;
  /** For `<Hydrate>`: the answer, or nothing. */
  answers: Answered[];
}

/**
 * The problem that an error carries. By shape, not by class: an identical call that is under way is shared
 * by the whole process, and its error may come from another copy of the module that made it.
 */
function problemOf(error: unknown): Problem | null {
  const carried = error instanceof Error && 'problem' in error ? error.problem : null;
  return isProblem(carried) ? carried : null;
}

/** Reads for a page that shows its problem itself. */
export async function readForPage<R extends Ref>(
  ref: R,
  input: Input<R>,
  account: string,
): Promise<ForPage<R>> {
  try {
    const data = await (read as (ref: R, input: Input<R>, account: string) => Promise<Result<R>>)(
      ref,
      input,
      account,
    );
    return { data, problem: null, answers: [answered(ref, input, data, account)] };
  } catch (error) {
    const problem = problemOf(error);
    if (!problem) throw error;
    return { data: null, problem, answers: [] };
  }
}
