/** A member of an organization or project: who it is, where the rights come from, and what the rules say. */
import { roleOfLevel, type Place } from '@/lib/contract/permissions';
import type { Row } from '@/lib/contract/types';
import type { GroupScope } from '@/lib/paths';
import { members } from '@/lib/resources/awanio';

/** A row of A10, or a row of A21 in that form. */
export type Member = Row<'A10'> & {
  /** In a project: the person is an admin of its organization, and so an admin here, whatever the level here says. */
  inherits?: true;
  /** The person has no membership of the project: the rights come from the organization alone. */
  unlisted?: true;
  /** The provider doesn't say who this is. The id is that of the membership, by which nobody can be changed. */
  nameless?: true;
};

export const idOf = ({ users }: Member): string => users.uuid;
export const nameOf = (member: Member): string => members.name(member);

export const placeOf = ({ project }: GroupScope): Place =>
  project === undefined ? 'organization' : 'project';

const nobody: Omit<Member['users'], 'uuid'> = {
  username: null,
  name: null,
  status: null,
  avatar: null,
  email: null,
  kind: null,
  last_login: null,
  created_at: null,
  updated_at: null,
};

/** A row of A21 in the form of A10. */
export function ofProject({ uuid, user, user_level, is_default, ...at }: Row<'A21'>): Member {
  const { created_at, updated_at } = at;
  const rest = { user_level, is_default, created_at, updated_at };
  if (user) return { users: user, ...rest };
  return { users: { ...nobody, uuid: uuid ?? '' }, ...rest, nameless: true };
}

const isAdmin = ({ user_level: level }: Member) => roleOfLevel(level) === 'admin';

/**
 * The members of a project, with those whose rights come from the organization: its admins are marked, and follow at the
 * end where the project doesn't list them.
 * @param organization the rows of A10; none where the person may not read them
 */
export function projectMembers(
  rows: readonly Row<'A21'>[],
  organization: readonly Member[] = [],
): readonly Member[] {
  const admins = new Map(organization.filter(isAdmin).map((row) => [idOf(row), row]));
  const own = rows.map(ofProject);
  const listed = new Set(own.map(idOf));
  return [
    ...own.map((row) => (admins.has(idOf(row)) ? { ...row, inherits: true as const } : row)),
    ...[...admins.values()]
      .filter((row) => !listed.has(idOf(row)))
      .map((row) => ({ ...row, inherits: true as const, unlisted: true as const })),
  ];
}

/** The admins who can sign in, and so can give others access. A status that isn't told counts as active. */
const activeAdmins = (all: readonly Member[]) =>
  all.filter((row) => isAdmin(row) && (row.users.status ?? 'active') === 'active');

/**
 * Whether an organization keeps an admin who can sign in, if these people are no longer admins. A project needs none:
 * the organization's admins are its admins.
 */
export function keepsAdmin(all: readonly Member[], leaving: readonly string[]): boolean {
  const without = new Set(leaving);
  const touched = all.some((row) => without.has(idOf(row)) && isAdmin(row));
  return !touched || activeAdmins(all).some((row) => !without.has(idOf(row)));
}

/** What a person was shown of a member, and what the list says now; undefined where the member is gone. */
export interface Differs {
  shown: Member;
  now: Member | undefined;
}

/**
 * The members that somebody else changed since they were shown. The API has no version, so level and time of the last
 * change are compared.
 */
export function changedMeanwhile(shown: readonly Member[], now: readonly Member[]): Differs[] {
  const byId = new Map(now.map((row) => [idOf(row), row]));
  return shown
    .map((row) => ({ shown: row, now: byId.get(idOf(row)) }))
    .filter(
      ({ shown: was, now: is }) =>
        is?.user_level !== was.user_level || is?.updated_at !== was.updated_at,
    );
}

/** The rights to change members, for “Why can't I?”. */
export const changeMembers = {
  organization: { area: 'organizationMembers' },
  project: { area: 'projectMembers' },
} as const;

/** The right to see the members of an organization or project. */
export const seeMembers = (scope: GroupScope) => ({ ...changeMembers[placeOf(scope)], see: true });
