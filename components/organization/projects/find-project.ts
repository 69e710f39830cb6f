/** Finds a project that was just created: the documented answer to its creation (A14) is null. Browser-safe. */
import type { Row } from '@/lib/contract/types';

/** The wanted project, and what was there before. */
export interface Wanted {
  name: string;
  /** The uuid of its organization. */
  org: string;
  /** The uuids of all projects that the person had before. */
  before: readonly string[];
}

type Project = Pick<Row<'A15'>, 'uuid' | 'name' | 'created_at' | 'organization'>;

const createdAt = ({ created_at: at }: Project) => Date.parse(at ?? '') || 0;

/** The new project of a list: the newest that wasn't there before and has the name; undefined if there is none. */
export function newProject<P extends Project>(
  rows: readonly P[],
  { name, org, before }: Wanted,
): P | undefined {
  return rows
    .filter((row) => !before.includes(row.uuid) && row.name === name)
    .filter(({ organization }) => !organization || organization.uuid === org)
    .sort((a, b) => createdAt(b) - createdAt(a))[0];
}

/** Milliseconds between the looks into the list. */
const pauses = [0, 1_000, 2_500];

/**
 * Looks for it until it is there, a few times.
 * @param read reads the list past every cache
 * @returns undefined if it isn't there so far, or the list can't be read
 */
export async function findProject<P extends Project>(
  wanted: Wanted,
  read: () => Promise<{ data: readonly P[] }>,
  wait = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds)),
): Promise<P | undefined> {
  for (const pause of pauses) {
    await wait(pause);
    const found = await read().then(
      ({ data }) => newProject(data, wanted),
      () => undefined, // the project is made; only its page isn't known
    );
    if (found) return found;
  }
  return undefined;
}
