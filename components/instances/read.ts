/** Reads of the instances' pages: problems are shown on the page, a refused sign-in key leads to sign-in. Server only. */
import type { ReadRef } from '@/lib/contract';
import type { Input, Result } from '@/lib/contract/types';
import { read } from '@/lib/next/backend';
import { ProblemError, type Problem } from '@/lib/problem';
import { answered, type Answered } from '@/lib/query/hydrate';

export interface ForPage<R extends ReadRef> {
  data: Result<R> | null;
  problem: Problem | null;
  /** For `<Hydrate>`: the answer, or nothing. */
  answers: Answered[];
}

/** Reads for a page that shows its problem itself. */
export async function readForPage<R extends ReadRef>(
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
    if (!(error instanceof ProblemError)) throw error;
    return { data: null, problem: error.problem, answers: [] };
  }
}
