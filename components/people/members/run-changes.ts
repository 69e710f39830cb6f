/**
 * Changes many members, and finds out what became of each. The provider's call for many answers with one membership,
 * may stop in the middle, and may lose its answer: what the list says afterwards is what counts.
 */
import { ProblemError, type Problem } from '@/lib/problem';
import { idOf, type Member } from './member';

/** What became of one person. `unknown`: neither the answer nor the list says. */
export interface Outcome {
  id: string;
  state: 'done' | 'failed' | 'unknown';
  /** Why it failed, or why nobody knows. */
  problem: Problem | null;
  /** What the list says of the person now; undefined if it has nobody with this id, or couldn't be read. */
  member: Member | undefined;
}

export interface ChangeRun {
  ids: readonly string[];
  /** Changes several people by one call; null where no operation does. */
  many: ((ids: readonly string[]) => Promise<unknown>) | null;
  /** Changes one person. */
  one: (id: string) => Promise<unknown>;
  /** Reads the list, past every cache. */
  read: () => Promise<readonly Member[]>;
  /** Whether the list shows that the change is made. */
  holds: (member: Member | undefined) => boolean;
  /** Hears how many people have been dealt with. */
  tell?: (count: number) => void;
  /** Waits so many milliseconds; tests replace it. */
  sleep?: (milliseconds: number) => Promise<void>;
}

/** Most people of one call. */
const most = 100;
const mostTries = 4;
/** Milliseconds to wait if a 429 doesn't say how long. */
const defaultWait = 5_000;

const inTime = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Whether a refusal is about one of the people, so that the others may still be changed. */
const isAboutOne = ({ code }: Problem) =>
  code === 'not_found' || code === 'conflict' || code === 'bad_input';

/** Runs a call, and waits out the provider's limit. @returns its problem; null if it worked */
async function attempt(
  call: () => Promise<unknown>,
  sleep: (milliseconds: number) => Promise<void>,
): Promise<Problem | null> {
  for (let tried = 1; ; tried += 1) {
    try {
      await call();
      return null;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const { code, retryAfter } = error.problem;
      if (code !== 'too_many_requests' || tried >= mostTries) return error.problem;
      await sleep(retryAfter === undefined ? defaultWait : retryAfter * 1000);
    }
  }
}

function parts<T>(all: readonly T[], size: number): T[][] {
  const count = Math.ceil(all.length / size);
  return Array.from({ length: count }, (_, at) => all.slice(at * size, (at + 1) * size));
}

/**
 * Changes all of them by one call where there is one. If that is refused because of somebody, those whom the list
 * doesn't show as changed follow one by one, so that each gets an answer of their own.
 */
export async function runChanges(run: ChangeRun): Promise<Outcome[]> {
  const { ids, many, one, read, holds, tell, sleep = inTime } = run;
  const problems = new Map<string, Problem>();
  let list: Map<string, Member> | null = null;
  let stopped: Problem | null = null;
  let count = 0;
  let looked = false;
  const look = async () => {
    looked = true;
    list = null;
    return attempt(async () => {
      list = new Map((await read()).map((member) => [idOf(member), member]));
    }, sleep);
  };
  const settled = (id: string) => list !== null && holds(list.get(id));
  const singly = async (some: readonly string[]) => {
    if (some.length > 0) looked = false;
    for (const id of some) {
      const problem: Problem | null = stopped ?? (await attempt(() => one(id), sleep));
      if (problem) problems.set(id, problem);
      if (problem && !isAboutOne(problem)) stopped = problem;
      tell?.((count += 1));
    }
  };

  let unread: Problem | null = null;
  for (const part of parts(ids, most)) {
    if (!many || part.length === 1 || stopped) {
      await singly(part);
      continue;
    }
    const refusal = await attempt(() => many(part), sleep);
    unread = await look();
    const left = part.filter((id) => !settled(id));
    tell?.((count += part.length - left.length));
    if (refusal && isAboutOne(refusal) && !unread) await singly(left);
    else if (refusal) {
      for (const id of left) problems.set(id, refusal);
      stopped = refusal;
    }
  }
  if (!looked) unread = await look();
  return ids.map((id) => {
    const member = list?.get(id);
    const problem = problems.get(id) ?? unread;
    if (settled(id)) return { id, state: 'done', problem: null, member };
    const refused = problems.has(id) && problem?.outcome !== 'unknown';
    return { id, state: refused ? 'failed' : 'unknown', problem, member };
  });
}
