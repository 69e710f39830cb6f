/**
 * Orders equal bare-metal machines, and finds out which were made: the answer of A27 is what was sent, without an id
 * (QA17), and of several machines some may be made before one is refused.
 */
import type { Input, Result } from '@/lib/contract/types';
import { ProblemError, type Problem } from '@/lib/problem';
import { withPage, type Metal } from './metal';

/** What an order needs of the page. */
export interface OrderOptions {
  /** Sends A27. @throws ProblemError */
  send: () => Promise<unknown>;
  /** Reads a page of A28 past every cache. @throws ProblemError */
  list: (page: number) => Promise<Pick<Result<'A28'>, 'data' | 'page'>>;
  /** Waits so many milliseconds. */
  wait?: (milliseconds: number) => Promise<void>;
}

/** What came of an order. */
export interface Outcome {
  /** The machines that were made; null if the list can't tell. */
  made: readonly Metal[] | null;
  /** Why the others weren't; null if the order was accepted. */
  problem: Problem | null;
}

/** What the list shows at one time. */
interface Seen {
  rows: readonly Metal[];
  /** How many machines there are, also those that the list doesn't show. */
  total: number;
}

/** A backend may list a new machine late, so these are the milliseconds before each look. */
const looks = [0, 1_500, 3_000] as const;

const sleep = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Reads all pages of the list that the backend gives. @throws ProblemError */
async function readAll(list: OrderOptions['list']): Promise<Seen> {
  const first = await list(1);
  const total = first.page?.total ?? first.data.length;
  let rows: readonly Metal[] = first.data;
  for (let page = 2, more = rows.length < total; more; page += 1)
    ({ rows, more } = withPage(rows, await list(page)));
  return { rows, total };
}

/** The newest time at which a machine was made; 0 if none says. */
const newestOf = (rows: readonly Metal[]) =>
  Math.max(0, ...rows.map(({ created_at: at }) => (at === null ? 0 : Date.parse(at))));

/** The machines of an order: those with its hostname that weren't there before, and aren't older than those that were. */
function newOnes(now: Seen, before: Seen, hostname: string): Metal[] {
  const known = new Set(before.rows.map(({ uuid }) => uuid));
  const newest = newestOf(before.rows);
  return now.rows.filter(
    ({ uuid, hostname: name, created_at: at }) =>
      !known.has(uuid) &&
      name?.toLowerCase() === hostname.toLowerCase() &&
      (at === null || Date.parse(at) >= newest),
  );
}

/**
 * Sends an order, and looks which of its machines are there.
 * @throws ProblemError if the list can't be read before, or if no machine was made; then nothing is paid
 */
export async function orderMachines(
  { body: { hostname, compute_same_config: count } }: Pick<Input<'A27'>, 'body'>,
  { send, list, wait = sleep }: OrderOptions,
): Promise<Outcome> {
  const before = await readAll(list);
  const problem = await problemOf(send());
  let made: Metal[] | null = null;
  for (const pause of looks) {
    await wait(pause);
    const now = await readAll(list).catch((error: unknown) => {
      if (error instanceof ProblemError) return null;
      throw error;
    });
    if (now) {
      made = newOnes(now, before, hostname);
      // A list that is cut may hide new machines, but it counts them.
      const cut = now.rows.length < now.total;
      if (cut && now.total - before.total > made.length) made = null;
    }
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
