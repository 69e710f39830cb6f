/** Reads of pages that show their own problems. Server only. */
import { read } from '@/lib/next/backend';
import { ProblemError, type Problem } from '@/lib/problem';
import type { Ref } from '@/lib/contract';
import type { Result } from '@/lib/contract/types';

export type Answer<R extends Ref> =
  { data: Result<R>; problem: null } | { data: null; problem: Problem };

/** Like `tryRead`, but a session that has ended leads to sign-in and back here. */
export async function readOrProblem<R extends Ref>(
  ref: R,
  ...args: Parameters<typeof read<R>> extends [unknown, ...infer Rest] ? Rest : never
): Promise<Answer<R>> {
  try {
    return { data: await read(ref, ...(args as never)), problem: null };
  } catch (error) {
    if (error instanceof ProblemError) return { data: null, problem: error.problem };
    throw error;
  }
}
