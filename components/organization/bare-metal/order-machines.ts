/**
 * Orders equal bare-metal machines, and finds out which were made: the answer of A27 is what was sent, without an id
 * (QA17), and of several machines some may be made before one is refused.
 */
import type { Input, Result } from '@/lib/contract/types';
import { ProblemError, type Problem } from '@/lib/problem';
import type { Metal } from './metal';

/** What an order needs of the page. */
export interface OrderOptions {
  /** Sends A27. @throws ProblemError */
  send: () => Promise<unknown>;
  /** Reads A28 past every cache; the newest machines come first. @throws ProblemError */
  list: () => Promise<Pick<Result<'A28'>, 'data'>>;
  /** Waits so many milliseconds. */
  wait?: (milliseconds: number) => Promise<void>;
}

/** What came of an order. */
export interface Outcome {
  /** The machines that were made; null if the list couldn't be read afterwards. */
  made: readonly Metal[] | null;
  /** Why the others weren't; null if the order was accepted. */
  problem: Problem | null;
}

/** A backend may list a new machine late, so these are the milliseconds before each look. */
const looks = [0, 1_500, 3_000] as const;

const sleep = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** The machines of an order: those with its hostname that weren't there before. */
export const newOnes = (
  rows: readonly Metal[],
  hostname: string,
  known: ReadonlySet<string>,
): Metal[] =>
  rows.filter(
    (row) => !known.has(row.uuid) && row.hostname?.toLowerCase() === hostname.toLowerCase(),
  );

/**
 * Sends an order, and looks which of its machines are there.
 * @throws ProblemError if the list can't be read before, or if no machine was made; then nothing is paid
 */
export async function orderMachines(
  { body: { hostname, compute_same_config: count } }: Pick<Input<'A27'>, 'body'>,
  { send, list, wait = sleep }: OrderOptions,
): Promise<Outcome> {
  const known = new Set((await list()).data.map(({ uuid }) => uuid));
  const problem = await problemOf(send());
  let made: Metal[] | null = null;
  for (const pause of looks) {
    await wait(pause);
    const answer = await list().catch((error: unknown) => {
      if (error instanceof ProblemError) return null;
      throw error;
    });
    if (answer) made = newOnes(answer.data, hostname, known);
    // A refusal has ended the order, so no further machine comes.
    if (made && (made.length >= count || (problem && problem.outcome !== 'unknown'))) break;
  }
  if (problem && made?.length === 0) throw new ProblemError(problem);
  return { made, problem: made && made.length >= count ? null : problem };
}

async function problemOf(sent: Promise<unknown>): Promise<Problem | null> {
  try {
    await sent;
    return null;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
}
