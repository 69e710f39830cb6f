/** The rows of an access review: who may open an organization and its projects, and with which role. */
import type { Column } from '@/components/parts/tables/columns';
import { idOf, nameOf, type Member } from './member';

/** A project that was read, with its members. */
export interface ReadProject {
  name: string;
  members: readonly Member[];
}

/** One line of the file. */
export interface ReviewRow {
  /** Null in the line that names what couldn't be read. */
  member: Member | null;
  name: string;
  role: string;
  /** `Web: Admin; Shop: Member`. */
  projects: string;
}

/** The words that a review needs. */
export interface ReviewWords {
  role: (level: number | null) => string;
  /** In place of the role of a person who is in projects, but not in the organization. */
  projectOnly: string;
  /** The name of the line with the projects that couldn't be read. */
  unread: (names: string) => string;
}

/**
 * Everybody who has access, each once: the members in the order of the list, then those who are only in projects.
 * @param unread names of projects that couldn't be read; a last line says so, so that no gap looks like nobody
 */
export function accessReview(
  members: readonly Member[],
  projects: readonly ReadProject[],
  unread: readonly string[],
  words: ReviewWords,
): ReviewRow[] {
  const known = new Set(members.map(idOf));
  const others = new Map<string, Member>();
  const places = new Map<string, string[]>();
  for (const { name, members: inside } of projects)
    for (const member of inside) {
      const id = idOf(member);
      places.set(id, [...(places.get(id) ?? []), `${name}: ${words.role(member.user_level)}`]);
      if (!known.has(id)) others.set(id, member);
    }
  const row = (member: Member, role: string): ReviewRow => ({
    member,
    name: nameOf(member),
    role,
    projects: (places.get(idOf(member)) ?? []).join('; '),
  });
  const missing = words.unread(unread.join('; '));
  return [
    ...members.map((member) => row(member, words.role(member.user_level))),
    ...[...others.values()].map((member) => row(member, words.projectOnly)),
    ...(unread.length > 0 ? [{ member: null, name: missing, role: '', projects: '' }] : []),
  ];
}

type ColumnId =
  'name' | 'username' | 'email' | 'id' | 'role' | 'status' | 'lastSignIn' | 'joined' | 'projects';

/** The columns of the file. @param head gives the words of each */
export function reviewColumns(
  head: (id: ColumnId) => string,
  withProjects: boolean,
): Column<ReviewRow>[] {
  const column = (id: ColumnId, csv: (row: ReviewRow) => string | null) => ({
    id,
    header: head(id),
    csv,
    cell: () => null,
  });
  const instant = (id: ColumnId, csv: (row: ReviewRow) => string | null) => ({
    ...column(id, csv),
    kind: 'instant' as const,
  });
  const user = (row: ReviewRow) => row.member?.users;
  return [
    column('name', ({ name }) => name),
    column('username', (row) => user(row)?.username ?? null),
    column('email', (row) => user(row)?.email ?? null),
    column('id', (row) => user(row)?.uuid ?? null),
    column('role', ({ role }) => role),
    column('status', (row) => user(row)?.status ?? null),
    instant('lastSignIn', (row) => user(row)?.last_login ?? null),
    instant('joined', ({ member }) => member?.created_at ?? null),
    ...(withProjects ? [column('projects', ({ projects }) => projects)] : []),
  ];
}
