/** Finds a project that was just created: the documented answer to its creation (A14) is null. Browser-safe. */
import type { Input, Result } from '@/lib/contract/types';
import { findCreated } from '@/lib/query/lost-answer/create-once';
import { creationOf } from '@/lib/query/lost-answer/creations';

/** What was sent, and what was there before. */
export interface Sent {
  input: Input<'A14'>;
  /** When it was sent, in milliseconds of the server's clock. */
  at: number;
  /** The uuids of all projects that the person had before. */
  known: string[];
}

/** The uuid of the new project in a list, by the difference of ids; undefined if it isn't there. */
export function newProject(list: Result<'A15'>, { input, at, known }: Sent): string | undefined {
  const creation = creationOf('A14');
  if (!creation) return undefined;
  return findCreated(creation.rows(list as never, input), {
    marks: creation.wanted(input),
    at,
    known,
  })?.id;
}

/** Milliseconds between the looks into the list. */
const pauses = [0, 1_000, 2_500];

/**
 * Looks for it until it is there, a few times.
 * @param read reads the list past every cache
 * @returns undefined if it isn't there so far, or the list can't be read
 */
export async function findProject(
  sent: Sent,
  read: () => Promise<Result<'A15'>>,
  wait = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds)),
): Promise<string | undefined> {
  for (const pause of pauses) {
    await wait(pause);
    const found = await read().then(
      (list) => newProject(list, sent),
      () => undefined, // the project is made; only its page isn't known
    );
    if (found) return found;
  }
  return undefined;
}
