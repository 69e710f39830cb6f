/**
 * One definition a resource: what a volume or a network is called, where it is found, what reading and changing it
 * needs. List, palette, navigation, dashboards, activity and dialogs read it. It is data alone, so that whoever needs
 * the name of a volume doesn't load its columns. The two backends share no model: each definition reads its own rows.
 */
import type { ReadRef } from '@/lib/contract';
import type { KeyRight } from '@/lib/contract/permissions';
import type { Row } from '@/lib/contract/types';

/** What kind of thing a change is about; `lib/query/follow/rules.ts` says how each is followed. */
export type Kind =
  | 'instance'
  | 'vm'
  | 'ssh-key'
  | 'network'
  | 'address'
  | 'volume'
  | 'snapshot'
  | 'backup'
  | 'backup-schedule';

/** What a change is about. Everything in it is kept in the browser: no secrets. */
export interface ChangeSubject {
  kind: Kind;
  /** Its uuid or id at the backend; empty where that isn't known (yet): it is then found by its name. */
  id: string;
  name: string;
  /** Its page, or the list where it has none. */
  href?: string;
  /** Path parameters that reading it needs besides its own: those of its group, or of its machine. */
  within?: Readonly<Record<string, string>>;
}

/** Rights of a DewaVPS key to change something. */
export type ChangeRight = Extract<KeyRight, 'write_instance' | 'write_network'>;

/** Words that a search looks through; what is null isn't there. */
export type Words = readonly (string | number | null | undefined)[];

/**
 * @typeParam R the operation that lists them
 * @typeParam Named what its id and name are read from; a list's row, a detail and an order's answer all are one
 * @typeParam Place where it stands: the slug of an account, or an organization or project
 */
export interface Resource<R extends ReadRef, Named, Place> {
  kind: Kind;
  ref: R;
  id: (row: Named) => string;
  /** What it is called on screen; its id where it has no name. */
  name: (row: Named) => string;
  /** The page that lists them. */
  page: (place: Place) => string;
  /** Its own page, or the list where it has none. `id` is empty where it isn't known yet. */
  href: (place: Place, id: string) => string;
  /** What finds it besides its name, in its list and in the palette: addresses, ids, what it belongs to. */
  words: (row: Row<R>) => Words;
  /** What its own list looks through, too. */
  listWords?: (row: Row<R>) => Words;
  /** Rows that its list is asked for at once; none where the backend gives all of them. */
  pageSize?: number;
  /** The order that they are asked for in, where the backend has several. */
  sort?: string;
  /** What a key of a DewaVPS account needs. */
  rights?: { read: KeyRight; change: ChangeRight };
}

/** A resource of a DewaVPS account. */
export type AccountResource<R extends ReadRef, Named> = Resource<R, Named, string> & {
  rights: { read: KeyRight; change: ChangeRight };
};

/** What the activity panel says a change of such a thing is about. */
export const aboutOf =
  <Named, Place>({
    kind,
    id,
    name,
    href,
  }: Pick<Resource<ReadRef, Named, Place>, 'kind' | 'id' | 'name' | 'href'>) =>
  (place: Place, row: Named): ChangeSubject => ({
    kind,
    id: id(row),
    name: name(row),
    href: href(place, id(row)),
  });

/** What the search of its list looks through, as one text. */
export const searchTextOf =
  <R extends ReadRef, Named, Place>({ name, words, listWords }: Resource<R, Named, Place>) =>
  (row: Row<R> & Named): string =>
    [name(row), ...words(row), ...(listWords?.(row) ?? [])].join(' ');

/** Reads a URL's query. */
export interface Query {
  get(name: string): string | null;
}

/** The page that a URL's `?page=2` names; the first where it names none that there could be. */
export function pageOf(query: Query): number {
  const page = Number(query.get('page'));
  return Number.isSafeInteger(page) && page > 0 && page <= 1_000_000 ? page : 1;
}
