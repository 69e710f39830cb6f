/**
 * Finds each kind of thing in the answers of reads, and decides by its status whether the work has ended. A new kind is
 * one entry: the reads that show it, and the read to make while no page shows it.
 */
import type { ReadRef } from '@/lib/contract';
import { canonicalStatus, clusterStatus, transient } from '@/lib/contract/states';
import type { Result, Row } from '@/lib/contract/types';
import { instances, networks, snapshots } from '@/lib/resources/vps';
import { clusters, vms } from '@/lib/resources/awanio';
import type { AnyInput } from '../url';
import type { Entry, EntryState } from './entries';
import { trackedChanges, type Kind, type TrackedChange } from './tracked-changes';

/** What an answer says about one thing. */
export interface Observation {
  id: string;
  name: string | null;
  /** The backend's own status. */
  status: string | null;
  /** `operation_flag`, if there is one. */
  flag?: number | null;
}

/** A read that shows things of a kind. */
interface Reading {
  sights: (data: unknown) => readonly Observation[];
  /** Whether its answer lists everything in its place, so that a missing thing is gone. */
  whole: (input: AnyInput, data: unknown) => boolean;
  /** Names in `within` that must equal the read's path parameters. */
  places?: readonly string[];
}

export interface Rule {
  reads: Partial<Record<ReadRef, Reading>>;
  /** The read that shows one thing by its id. */
  one: (entry: Entry) => { ref: ReadRef; input: AnyInput };
  /** The read that lists the things of one place. */
  many: (entry: Entry) => { ref: ReadRef; input: AnyInput };
}

/** Makes a reading with the types of its operation. */
function reading<R extends ReadRef>(
  sights: (data: Result<R>) => readonly Observation[],
  whole: (input: AnyInput, data: Result<R>) => boolean,
  places?: readonly string[],
): Reading {
  return { sights, whole, places } as Reading;
}

/** Whether the query leaves rows out. */
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
// A machine that was just ordered is found by its hostname, since the order has no title.
const ofVm = observationBy({
  id: vms.id,
  name: ({ hostname, uuid }: Pick<Row<'A25'>, 'uuid' | 'title' | 'hostname'>) => hostname ?? uuid,
});

// A new cluster is scheduled (`pending`), then comes up (`not_running`). It can't be stopped.
const ofCluster = (cluster: Pick<Row<'A64'>, 'uuid' | 'name' | 'status'>): Observation => ({
  ...observationBy(clusters)(cluster),
  status: clusterStatus(cluster.status),
});

const group = ['group_type', 'uuid'] as const;

/** Kinds whose work takes time. Other changes end with their answer. */
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
  cluster: {
    reads: {
      A64: reading<'A64'>(
        ({ data }) => data.map(ofCluster),
        (_, { page }) => page?.last_page === 1,
        group,
      ),
      A65: reading<'A65'>(
        (detail) => [ofCluster(detail)],
        () => false,
      ),
    },
    one: ({ id, within }) => ({ ref: 'A65', input: { params: { ...within, k8s_uuid: id } } }),
    many: ({ within }) => ({ ref: 'A64', input: { params: { ...within } } }),
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

/** What an answer says about the thing of an entry: its state, that it is gone, or nothing (null). */
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
  // Without an id the name decides; a machine that was just ordered is the only one of its name, or the first.
  const found = sights.find(({ id, name }) =>
    entry.id === '' ? name === entry.name : id === entry.id,
  );
  return found ?? (read.whole(input, data) ? 'gone' : null);
}

/** A backend may show accepted work late, so a settled status within these milliseconds means nothing yet. */
const slowToBegin = 20_000;

/** The state of the work by an observation. `begun`: the work was seen in progress before. */
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
  // It settled in another state: the work failed, or somebody did something else. Without having seen it in progress,
  // the two can't be told apart.
  return { state: begun ? 'failed' : 'lost', begun };
}
