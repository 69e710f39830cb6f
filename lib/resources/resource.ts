/**
 * The definition of each resource: how a volume or a network is named, where it is found, and which rights it needs.
 * List, palette, navigation, dashboards, activity and dialogs read it. It is only data, so that code that needs a
 * volume's name doesn't load its columns. The two backends share no model: each definition reads its own rows.
 *
 * Backups, backup schedules and firewall rules have no definition, since their names need the locale or a translation,
 * which data can't hold. IP sets have none, since only the firewall's own table and dialogs name them.
 */
import type { ReadRef } from '@/lib/contract';
import type { KeyRight } from '@/lib/contract/permissions';
import type { Row } from '@/lib/contract/types';

/** The kind of thing that a change is about; `lib/query/follow/rules.ts` says how each is followed. */
export type Kind =
  | 'instance'
  | 'vm'
  | 'cluster'
  | 'baremetal'
  | 'bucket'
  | 'ssh-key'
  | 'network'
  | 'address'
  | 'volume'
  | 'snapshot'
  | 'backup'
  | 'backup-schedule'
  | 'organization'
  | 'project'
  | 'member'
  | 'invoice'
  | 'deposit'
  | 'report';

/** The thing that a change is about. The browser keeps it, so it holds no secrets. */
export interface ChangeSubject {
  kind: Kind;
  /** Its uuid or id at the backend. Empty if it isn't known (yet); the name identifies it then. */
  id: string;
  name: string;
  /** Its page; the list if it has none. */
  href?: string;
  /** Further path parameters that reading it needs: those of its group, or of its machine. */
  within?: Readonly<Record<string, string>>;
}

/** Rights of a DewaVPS key to change something. */
export type ChangeRight = Extract<KeyRight, 'write_instance' | 'write_network'>;

/** Texts that a search looks through; null is skipped. */
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
  /** The name on screen; the id if it has no name. */
  name: (row: Named) => string;
  /** The page that lists them. */
  page: (place: Place) => string;
  /** Its own page, or the list where it has none. `id` is empty where it isn't known yet. */
  href: (place: Place, id: string) => string;
  /** Further search texts for its list and the palette: addresses, ids, what it belongs to. */
  words: (row: Row<R>) => Words;
  /** Further search texts for its own list only. */
  listWords?: (row: Row<R>) => Words;
  /** Rows of a page of its list; left out if the backend returns all. */
  pageSize?: number;
  /** The sort order to ask for, if the backend has several. */
  sort?: string;
  /** The rights that a key of a DewaVPS account needs. */
  rights?: { read: KeyRight; change: ChangeRight };
}

/** A resource of a DewaVPS account. */
export type AccountResource<R extends ReadRef, Named> = Resource<R, Named, string> & {
  rights: { read: KeyRight; change: ChangeRight };
};

/** Makes the subject of changes of such a thing, for the activity panel. */
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

/** Makes the search text of a row for its list. */
export const searchTextOf =
  <R extends ReadRef, Named, Place>({ name, words, listWords }: Resource<R, Named, Place>) =>
  (row: Row<R> & Named): string =>
    [name(row), ...words(row), ...(listWords?.(row) ?? [])].join(' ');

/** The query of a URL. */
export interface Query {
  get(name: string): string | null;
}

/** The page number of `?page=2`; 1 if it is missing or invalid. */
export function pageOf(query: Query): number {
  const page = Number(query.get('page'));
  return Number.isSafeInteger(page) && page > 0 && page <= 1_000_000 ? page : 1;
}
