/**
 * Finds each kind of thing in the answers of reads, and tells from its status whether the work on it has ended. A new
 * kind is one entry: the reads that show it, and the read to make while none of them is on screen.
 */
import type { ReadRef } from '@/lib/contract';
import { canonicalStatus, transient } from '@/lib/contract/states';
import type { Result, Row } from '@/lib/contract/types';
import { instances, networks, snapshots } from '@/lib/resources/vps';
import { vms } from '@/lib/resources/awanio';
import type { AnyInput } from '../url';
import type { Entry, EntryState } from './entries';
import { trackedChanges, type Kind, type TrackedChange } from './tracked-changes';

/** What an answer tells of one thing. */
export interface Observation {
  id: string;
  name: string | null;
  /** The backend's own word. */
  status: string | null;
  /** `operation_flag`, where there is one. */
  flag?: number | null;
}

/** A read that shows things of a kind. */
interface Reading {
  sights: (data: unknown) => readonly Observation[];
  /** Its answer holds all there are in the place it was asked for: what isn't there is gone. */
  whole: (input: AnyInput, data: unknown) => boolean;
  /** Names of `within` that the read's path parameters must agree with. */
  places?: readonly string[];
}

export interface Rule {
  reads: Partial<Record<ReadRef, Reading>>;
  /** The read that shows one thing of known id. */
  one: (entry: Entry) => { ref: ReadRef; input: AnyInput };
  /** The read that shows those of one place together. */
  many: (entry: Entry) => { ref: ReadRef; input: AnyInput };
}

/** A reading by its operation's own types. */
function reading<R extends ReadRef>(
  sights: (data: Result<R>) => readonly Observation[],
  whole: (input: AnyInput, data: Result<R>) => boolean,
  places?: readonly string[],
): Reading {
  return { sights, whole, places } as Reading;
}

/** A query that leaves rows out. */
const narrow = (input: AnyInput) =>
  ['search', 'statuses'].some((name) =>
    Boolean((input.query as Record<string, unknown> | undefined)?.[name]),
  );

/** Makes a function that reads the observation from a row of a resource. */
const observationBy =
  <Named>({ id, name }: { id: (row: Named) => string; name: (row: Named) => string }) =>
  (row: Named & { status: string | null; operation_flag?: number | null }): Observation => ({
    id: id(row),
    name: name(row),
    status: row.status,
    flag: row.operation_flag ?? null,
  });

const ofInstance = observationBy(instances);
const ofNetwork = observationBy(networks);
const ofSnapshot = observationBy(snapshots);
// One that was just ordered is found by its hostname: a title isn't asked for.
const ofVm = observationBy({
  id: vms.id,
  name: ({ hostname, uuid }: Pick<Row<'A25'>, 'uuid' | 'title' | 'hostname'>) => hostname ?? uuid,
});

const group = ['group_type', 'uuid'] as const;

/** Kinds whose work takes time. The others end with the answer of their change. */
export const rules: Partial<Record<Kind, Rule>> = {
  instance: {
    reads: {
      D02: reading<'D02'>(
        ({ data }) => data.map(ofInstance),
        (input, { page }) => !narrow(input) && page?.last_page === 1,
      ),
      D04: reading<'D04'>(
        (detail) => [ofInstance(detail)],
        () => false,
      ),
    },
    one: ({ id }) => ({ ref: 'D04', input: { params: { instance_uuid: id } } }),
    many: () => ({ ref: 'D02', input: { query: { limit: 100 } } }),
  },
  vm: {
    reads: {
      A25: reading<'A25'>(
        ({ data }) => data.map(ofVm),
        () => true,
        group,
      ),
      A26: reading<'A26'>(
        (detail) => [ofVm(detail)],
        () => false,
      ),
    },
    one: ({ id, within }) => ({ ref: 'A26', input: { params: { ...within, vm_uuid: id } } }),
    many: ({ within }) => ({ ref: 'A25', input: { params: { ...within } } }),
  },
  network: {
    reads: {
      D49: reading<'D49'>(
        ({ data }) => data.map(ofNetwork),
        (input) => !narrow(input) && input.query === undefined,
      ),
      D50: reading<'D50'>(
        (detail) => [ofNetwork(detail)],
        () => false,
      ),
    },
    one: ({ id }) => ({ ref: 'D50', input: { params: { vswitch_uuid: id } } }),
    many: () => ({ ref: 'D49', input: {} }),
  },
  snapshot: {
    reads: {
      D23: reading<'D23'>(
        ({ data }) => data.map(ofSnapshot),
        () => true,
        ['instance_uuid'],
      ),
    },
    one: ({ within }) => ({ ref: 'D23', input: { params: { ...within } } }),
    many: ({ within }) => ({ ref: 'D23', input: { params: { ...within } } }),
  },
};

/** What an answer says of an entry's thing: how it stands, that it is gone, or nothing (null). */
export function observationOf(
  entry: Entry,
  ref: ReadRef,
  input: AnyInput,
  data: unknown,
): Observation | 'gone' | null {
  const read = rules[entry.kind]?.reads[ref];
  if (!read) return null;
  const params = (input.params ?? {}) as Record<string, unknown>;
  if (read.places?.some((place) => entry.within?.[place] !== params[place])) return null;
  const sights = read.sights(data);
  // Without an id it is the name that tells; a machine that was just ordered is the only one, or the first.
  const found = sights.find(({ id, name }) =>
    entry.id === '' ? name === entry.name : id === entry.id,
  );
  return found ?? (read.whole(input, data) ? 'gone' : null);
}

/** A backend may take its time to show what it has taken on: at rest within these milliseconds means nothing yet. */
const slowToBegin = 20_000;

/** What a sight means for the work. `begun`: the thing was seen at work since. */
export function outcome(
  entry: Pick<Entry, 'ref' | 'at' | 'begun'>,
  sight: Observation | 'gone',
  now: number,
): { state: EntryState; begun: boolean } {
  const { ends, goal }: TrackedChange = trackedChanges[entry.ref];
  const begun = entry.begun ?? false;
  const rested = begun || now - entry.at > slowToBegin;
  const status = sight === 'gone' ? 'deleted' : canonicalStatus(sight.status);
  if (sight === 'gone' || status === 'deleted') {
    if (ends === 'gone') return { state: 'done', begun };
    return { state: rested ? 'lost' : 'running', begun };
  }
  if (transient(sight.status, sight.flag)) return { state: 'running', begun: true };
  if (status !== 'error' && ends === 'settled' && status === goal) return { state: 'done', begun };
  if (!rested) return { state: 'running', begun };
  if (status === 'error' || ends === 'gone') return { state: 'failed', begun };
  if (goal === undefined) return { state: 'done', begun };
  // At rest elsewhere: it fell back, or somebody did something else since, which can't be told apart unseen.
  return { state: begun ? 'failed' : 'lost', begun };
}
