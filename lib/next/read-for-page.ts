/**
 * Reads for pages that show their problems themselves. A refused sign-in redirects to sign-in and back here. Server
 * only.
 */
import type { ReadRef } from '@/lib/contract';
import type { Input, Result } from '@/lib/contract/types';
import { ProblemError, type Problem } from '@/lib/problem';
import { firstRows, type Beginning } from '@/lib/query/beginning';
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

/** Operations that list rows. */
type ListRef = { [R in ReadRef]: Result<R> extends { data: unknown[] } ? R : never }[ReadRef];

/** Parts of fewer characters aren't shared: React's reference to another part is as long. */
const worthSharing = 80;

/** Makes equal parts of rows, such as their plan and image, one object, which React writes into the HTML once. */
function withSharedParts(rows: readonly object[]): object[] {
  const known = new Map<string, unknown>();
  const shared = (part: unknown) => {
    const text = typeof part === 'object' ? JSON.stringify(part) : '';
    if (text.length < worthSharing) return part;
    if (!known.has(text)) known.set(text, part);
    return known.get(text);
  };
  const all = (row: object) => Object.entries(row).map(([name, part]) => [name, shared(part)]);
  return rows.map((row) => Object.fromEntries(all(row)) as object);
}

/**
 * Reads a list of Awanio whose backend answers all rows at once, for a page with `useLongList`. The browser gets a long
 * one in two parts: its beginning with the page, and the whole by a read of its own.
 */
export async function readListForPage<R extends ListRef>(
  ref: R,
  input: Input<R>,
): Promise<ForPage<R> & { beginning: Beginning<Result<R>> | null }> {
  const list = await readForPage(ref, input);
  const whole = list.data as { data: object[] } | null;
  if (whole === null || whole.data.length <= firstRows) return { ...list, beginning: null };
  const first = whole.data.slice(0, firstRows);
  const answer = { ...whole, data: withSharedParts(first) } as Result<R>;
  return { ...list, answers: [], beginning: { answer, total: whole.data.length } };
}
