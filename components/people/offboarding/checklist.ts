/**
 * What a person may know: the things in the places that they could open, whose passwords and keys they may have seen.
 * The console never knows what they really saw.
 */
import type { Input, Result } from '@/lib/contract/types';
import type { ReadRef } from '@/lib/contract';
import { retryWhenSlowed, type RetryOptions } from '@/lib/firewall/retry-when-slowed';
import type { GroupScope } from '@/lib/paths';
import { ProblemError, type ProblemCode } from '@/lib/problem';
import { vms } from '@/lib/resources/awanio';
import type { Leaver, Place } from './places';

export const thingKinds = ['vm', 'baremetal', 'cluster', 'store'] as const;
export type ThingKind = (typeof thingKinds)[number];

/** One thing of the list. Names and addresses, no secrets. */
export interface Thing {
  kind: ThingKind;
  id: string;
  name: string;
  /** By what it is recognised on paper: its address. */
  detail: string | null;
}

export interface Checklist {
  places: readonly { place: Place; things: readonly Thing[] }[];
  /** What couldn't be read. */
  unread: readonly { place: Place; kind: ThingKind; code: ProblemCode }[];
}

/** A list as the browser keeps it after the removal. */
export interface KeptChecklist extends Checklist {
  version: 1;
  /** When it was made, ISO 8601. */
  at: string;
  /** The admin who removed the person. */
  by: string;
  organization: string;
  person: Leaver;
}

/** The name under which the list of a person is kept. */
export const keptName = (org: string, user: string) => `offboarding.${org}.${user}`;

type Read = <R extends ReadRef>(ref: R, input: Input<R>) => Promise<Result<R>>;

const paramsOf = ({ org, project }: GroupScope) =>
  project === undefined
    ? ({ group_type: 'organizations', uuid: org } as const)
    : ({ group_type: 'projects', uuid: project } as const);

const addressed = (addresses: readonly (string | null)[]) =>
  addresses.filter((each) => each !== null && each !== '').join(', ') || null;

/** Reads the object store of a place; one that was never made is none. */
async function storesOf(read: Read, params: ReturnType<typeof paramsOf>): Promise<Thing[]> {
  const store = await read('A57', { params })
    .catch((error: unknown) => {
      if (isProblem(error, 'not_offered')) return read('A55', { params });
      throw error;
    })
    .catch((error: unknown) => {
      if (isProblem(error, 'not_found')) return null;
      throw error;
    });
  if (!store) return [];
  const { uuid, subdomain_name: host, custom_domain_name: own, buckets } = store;
  const names = buckets.map(({ name }) => name);
  return [{ kind: 'store', id: uuid, name: own ?? host ?? uuid, detail: addressed(names) }];
}

const readers: Record<
  ThingKind,
  (read: Read, params: ReturnType<typeof paramsOf>) => Promise<Thing[]>
> = {
  vm: async (read, params) =>
    (await read('A25', { params })).data.map((vm) => ({
      kind: 'vm',
      id: vm.uuid,
      name: vms.name(vm),
      detail: addressed([...vm.ip_addresses, vm.private_ip_address_v4]),
    })),
  baremetal: async (read, params) =>
    (await read('A28', { params })).data.map((each) => ({
      kind: 'baremetal',
      id: each.uuid,
      name: each.title ?? each.hostname ?? each.uuid,
      detail: addressed([...each.ip_addresses, each.ip_private]),
    })),
  cluster: async (read, params) =>
    (await read('A64', { params })).data.map(({ uuid, name, release_name }) => ({
      kind: 'cluster',
      id: uuid,
      name: name ?? release_name ?? uuid,
      detail: null,
    })),
  store: storesOf,
};

const isProblem = (error: unknown, code: ProblemCode) =>
  error instanceof ProblemError && error.problem.code === code;

/**
 * Reads what stands in the places, three lists at once, and waits where the provider's limit says so. What can't be
 * read is named in the result.
 * @param onRead called after each list
 */
export async function readChecklist(
  places: readonly Place[],
  read: Read,
  onRead: () => void = () => {},
  waiting: RetryOptions = {},
): Promise<Checklist> {
  const jobs = places.flatMap((place) => thingKinds.map((kind) => ({ place, kind })));
  const things = new Map<Place, Thing[]>(places.map((place) => [place, []]));
  const unread: Checklist['unread'][number][] = [];
  const work = async () => {
    for (let job = jobs.shift(); job; job = jobs.shift()) {
      const { place, kind } = job;
      try {
        const params = paramsOf(place.group);
        const found = await retryWhenSlowed(() => readers[kind](read, params), waiting);
        things.get(place)?.push(...found);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        if (error.problem.code === 'cancelled') throw error;
        unread.push({ place, kind, code: error.problem.code });
      }
      onRead();
    }
  };
  await Promise.all([work(), work(), work()]);
  const order = (kind: ThingKind) => thingKinds.indexOf(kind);
  return {
    places: places.map((place) => ({
      place,
      things: (things.get(place) ?? []).toSorted((a, b) => order(a.kind) - order(b.kind)),
    })),
    unread: unread.toSorted((a, b) => order(a.kind) - order(b.kind)),
  };
}

/** How many lists `readChecklist` reads for so many places. */
export const listCount = (places: number): number => places * thingKinds.length;

/**
 * Adds what was kept at an earlier try, when the person was still in more places. What both have is taken from the
 * newer list.
 */
export function withKept(now: Checklist, kept: Checklist | null): Checklist {
  if (!kept) return now;
  const here = new Set(now.places.map(({ place }) => place.key));
  const elsewhere = <Item extends { place: Place }>({ place }: Item) => !here.has(place.key);
  return {
    places: [...now.places, ...kept.places.filter(elsewhere)],
    unread: [...now.unread, ...kept.unread.filter(elsewhere)],
  };
}

type Dict = Record<string, unknown>;
const isDict = (value: unknown): value is Dict => typeof value === 'object' && value !== null;
const isPlace = (value: unknown): value is Place =>
  isDict(value) &&
  typeof value.key === 'string' &&
  typeof value.name === 'string' &&
  isDict(value.group) &&
  typeof value.group.org === 'string';
const isKind = (value: unknown): value is ThingKind => thingKinds.some((kind) => kind === value);
const isThing = (value: unknown): value is Thing =>
  isDict(value) &&
  isKind(value.kind) &&
  typeof value.id === 'string' &&
  typeof value.name === 'string';
const every = <Item>(value: unknown, is: (item: unknown) => item is Item): value is Item[] =>
  Array.isArray(value) && value.every(is);

/** Reads a kept list; null if it isn't one, since an older version may have written it. */
export function readKeptChecklist(value: unknown): KeptChecklist | null {
  if (!isDict(value) || value.version !== 1) return null;
  const { at, by, organization, person, places, unread } = value;
  const texts = [at, by, organization].every((each) => typeof each === 'string');
  const named =
    isDict(person) && typeof person.uuid === 'string' && typeof person.name === 'string';
  const listed = every(
    places,
    (each): each is Dict => isDict(each) && isPlace(each.place) && every(each.things, isThing),
  );
  const told = every(
    unread,
    (each): each is Dict =>
      isDict(each) && isPlace(each.place) && isKind(each.kind) && typeof each.code === 'string',
  );
  return texts && named && listed && told ? (value as unknown as KeptChecklist) : null;
}
