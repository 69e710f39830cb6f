/**
 * Sends a change that creates something, and never twice: when its answer is lost, the list tells whether the thing was
 * made. The browser loads this by `../operations` only.
 */
import { operation, type ReadRef, type Ref } from '@/lib/contract';
import type { Input, Result } from '@/lib/contract/types';
import { problem, ProblemError, type Problem } from '@/lib/problem';
import type { AnyInput } from '../url';
import { noteDeletion } from './deleted-here';
import { creationOf, type Creation, type Listed, type Marks } from './creations';
import { looking } from './looking';
import { forgetUnanswered, keepUnanswered, unansweredOf, type Unanswered } from './unanswered';

/** What creating needs of the page. */
export interface CreateOptions<R extends Ref> {
  identity: string;
  /** Slug of the DewaVPS account; left out for Awanio. */
  account: string | undefined;
  /** Sends the change. @throws ProblemError */
  send: () => Promise<Result<R>>;
  /** Reads past every cache. @throws ProblemError */
  read: <L extends ReadRef>(ref: L, input: Input<L>) => Promise<Result<L>>;
  /** Answers of a read that the page has. */
  cached: (ref: ReadRef) => readonly unknown[];
  /** The server's clock, in milliseconds since 1970. */
  now: () => number;
  /** Waits so many milliseconds. */
  wait?: (milliseconds: number) => Promise<void>;
}

/** How much the clocks of the console and a backend may differ, in milliseconds. */
const clockSlack = 120_000;
/**
 * Milliseconds between the looks into the list. A backend that has answered, if only with an error, has ended its work;
 * one that hasn't may still be at work.
 */
const pauses = { answered: [0, 1_500], unanswered: [0, 1_500, 3_000, 5_000] } as const;
/** Milliseconds between looks while the list can't be read, and how many of them there are: a restart takes seconds. */
const patience = { pause: 2_000, times: 15 };

const hasAnswered = ({ code }: Problem) =>
  code === 'backend_error' || code === 'backend_unreadable' || code === 'answer_too_large';

/** Ids of things that this page has created. Such a thing is not the one whose answer was lost. */
const madeHere = new Set<string>();

const plain = (value: unknown) => String(value).trim().toLowerCase();

/** Whether a thing has what is wanted. What isn't known of it counts as equal. */
export const fitsMarks = (wanted: Marks, found: Marks): boolean =>
  Object.entries(wanted).every(([name, value]) => {
    const other = found[name];
    const unknown = value === null || value === undefined || other === null || other === undefined;
    return unknown || plain(value) === plain(other);
  });

const sameMarks = (a: Marks, b: Marks) => fitsMarks(a, b) && fitsMarks(b, a);

/** The thing of the list that a creation made; undefined if it isn't there. */
export function findCreated<Answer>(
  rows: readonly Listed<Answer>[],
  { marks, at, known }: Pick<Unanswered, 'marks' | 'at' | 'known'>,
): Listed<Answer> | undefined {
  return rows.find((row) => {
    if (known.includes(row.id) || madeHere.has(row.id) || !fitsMarks(marks, row.marks))
      return false;
    const created = row.at === null ? Number.NaN : Date.parse(row.at);
    return Number.isNaN(created) || created >= at - clockSlack;
  });
}

/** The ids that the page knew of before a change is sent. */
function knownIds<R extends Ref>(
  { list, rows }: Creation<R>,
  input: Input<R>,
  cached: CreateOptions<R>['cached'],
): string[] {
  const ids = cached(list).flatMap((data) => {
    try {
      return rows(data as Result<ReadRef>, input).map(({ id }) => id);
    } catch {
      return []; // an infinite list, or one of another shape
    }
  });
  return [...new Set(ids)].slice(0, 500);
}

const pageCount = (data: unknown): number =>
  (data as { page?: { last_page?: number } | null }).page?.last_page ?? 1;

/** Looks once for what a creation made: on the first page, and on the last one. @throws ProblemError */
async function look<R extends Ref>(
  creation: Creation<R>,
  entry: Unanswered,
  input: Input<R>,
  read: CreateOptions<R>['read'],
): Promise<Listed<Result<R>> | undefined> {
  const where = creation.where(input);
  const first = await read(creation.list, where);
  const found = findCreated(creation.rows(first, input), entry);
  const last = pageCount(first);
  if (found || last <= 1) return found;
  const { query, ...rest } = where as { query?: object };
  const rows = await read(creation.list, { ...rest, query: { ...query, page: last } } as never);
  return findCreated(creation.rows(rows, input), entry);
}

/** Looks until the thing is there or the looks are used up. */
async function lookRepeatedly<R extends Ref>(
  once: () => Promise<Listed<Result<R>> | undefined>,
  wait: (milliseconds: number) => Promise<void>,
  between: readonly number[],
): Promise<Listed<Result<R>> | 'absent' | 'unread'> {
  let failures = 0;
  for (let index = 0; index < between.length;) {
    await wait(between[index] ?? 0);
    try {
      const found = await once();
      if (found) return found;
      index += 1;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      failures += 1;
      if (failures >= patience.times) return index === 0 ? 'unread' : 'absent';
      await wait(patience.pause);
    }
  }
  return 'absent';
}

/** Deletions of this page whose answers were lost. */
const maybeDeleted = new Set<string>();

/** Sends a change that creates nothing. What a lost deletion has deleted is gone at the second attempt: it worked. */
async function sendOther<R extends Ref>(
  ref: R,
  input: Input<R>,
  send: () => Promise<Result<R>>,
): Promise<Result<R>> {
  const deletion = operation(ref).method === 'DELETE' ? `${ref} ${JSON.stringify(input)}` : null;
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof ProblemError) || deletion === null) throw error;
    if (error.problem.outcome === 'unknown') maybeDeleted.add(deletion);
    if (error.problem.code === 'not_found' && maybeDeleted.delete(deletion))
      return null as unknown as Result<R>;
    throw error;
  }
}

const sleep = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** The problem of a second attempt whose first one worked after all: nothing more was sent. */
const madeBefore = (ref: Ref, name: string | null) =>
  problem('conflict', 409, 'An earlier attempt has created it.', {
    ref,
    createdBefore: name ?? '',
  });

/**
 * Sends a creation, or finds what an earlier attempt has created.
 * - If an earlier equal attempt got no answer, the list is read first. Where the thing is there, it is the answer.
 * - Where another thing of an earlier attempt is there and costs money, nothing is sent, and the person is told once.
 * - If the answer is lost now, the list is read several times.
 * @throws ProblemError; with `outcome: 'unknown'` it says by `looked` what the list told
 */
export async function createOnce<R extends Ref>(
  ref: R,
  input: Input<R>,
  options: CreateOptions<R>,
): Promise<Result<R>> {
  const creation = creationOf(ref);
  if (!creation) {
    noteDeletion(ref, input as AnyInput);
    return sendOther(ref, input, options.send);
  }
  const { identity, account = '', now, read, cached, send, wait = sleep } = options;
  const { params } = input as { params?: object };
  const place = JSON.stringify(params ?? {});
  const marks = creation.wanted(input);
  const lookFor = (entry: Unanswered) => look(creation, entry, input, read);

  for (const earlier of unansweredOf(identity, { ref, account, place }, now())) {
    const equal = sameMarks(earlier.marks, marks);
    if (!equal && !creation.costs) continue;
    const found = await looking(() => lookFor(earlier)).catch((error: unknown) => {
      if (!(error instanceof ProblemError)) throw error;
      throw new ProblemError({ ...error.problem, ref, outcome: 'unknown', looked: 'unread' });
    });
    forgetUnanswered(identity, earlier);
    if (!found) continue;
    madeHere.add(found.id);
    if (!equal) throw madeBefore(ref, found.name);
    return found.answer;
  }

  const known = knownIds(creation, input, cached);
  const entry: Unanswered = { ref, account, place, marks, at: now(), known, lost: false };
  keepUnanswered(identity, entry);
  try {
    const answer = await send();
    forgetUnanswered(identity, entry);
    const id = creation.made(answer);
    if (id) madeHere.add(id);
    return answer;
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.outcome !== 'unknown') {
      forgetUnanswered(identity, entry);
      throw error;
    }
    keepUnanswered(identity, { ...entry, lost: true });
    const between = pauses[hasAnswered(error.problem) ? 'answered' : 'unanswered'];
    const found = await looking(() => lookRepeatedly(() => lookFor(entry), wait, between));
    if (typeof found === 'string') throw new ProblemError({ ...error.problem, looked: found });
    forgetUnanswered(identity, entry);
    madeHere.add(found.id);
    return found.answer;
  }
}
