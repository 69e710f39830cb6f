/** Who is taken out, from where, and what they could open there. */
import { roleCan, roleOfLevel } from '@/lib/contract/permissions';
import type { Row } from '@/lib/contract/types';
import type { GroupScope } from '@/lib/paths';
import type { Problem } from '@/lib/problem';

export type OrganizationMember = Row<'A10'>;
export type ProjectMember = Row<'A21'>;
export type Project = Row<'A15'>;

/** The person, as far as any answer tells. The browser keeps it, so it holds no e-mail address. */
export interface Leaver {
  uuid: string;
  name: string;
  username: string | null;
}

/** An organization or project, by its name. */
export interface Place {
  /** `o/<uuid>` or `p/<uuid>`. */
  key: string;
  name: string;
  group: GroupScope;
}

/** What is known of the person in one project. */
export type Membership =
  | { state: 'reading' }
  | { state: 'failed'; problem: Problem; again: () => void; retrying: boolean }
  | { state: 'read'; member: ProjectMember | null };

/** A project of the organization, and what is known of the person there. */
export interface ProjectPlace {
  place: Place;
  membership: Membership;
}

export const organizationPlace = (org: string, name: string): Place => ({
  key: `o/${org}`,
  name,
  group: { org },
});

export const projectPlace = (org: string, { uuid, name, slug }: Project): Place => ({
  key: `p/${uuid}`,
  name: name ?? slug ?? uuid,
  group: { org, project: uuid },
});

/** The person of a uuid, from the organization's members or from a project's; null if neither has them. */
export function leaverOf(
  uuid: string,
  member: OrganizationMember | null,
  projects: readonly ProjectPlace[],
): Leaver | null {
  const inProjects = projects.flatMap(({ membership }) =>
    membership.state === 'read' && membership.member ? [membership.member.user] : [],
  );
  const user = [member?.users, ...inProjects].find((each) => each?.uuid === uuid);
  if (!user) return null;
  return { uuid, name: user.name ?? user.username ?? uuid, username: user.username };
}

/** Whether a member can act as an admin: an account that is switched off can't sign in. */
const isActiveAdmin = ({ user_level: level, users }: OrganizationMember) =>
  roleOfLevel(level) === 'admin' && (users.status ?? 'active').toLowerCase() === 'active';

/** Whether the organization would have no admin who can sign in without this person. */
export function isLastAdmin(members: readonly OrganizationMember[], uuid: string): boolean {
  const own = members.find(({ users }) => users.uuid === uuid);
  if (!own || roleOfLevel(own.user_level) !== 'admin') return false;
  return !members.some((each) => each.users.uuid !== uuid && isActiveAdmin(each));
}

/**
 * The places whose machines the person could open. A finance role opens none. An admin of the organization opens every
 * project of it, also one in which they aren't a member.
 */
export function openedPlaces(
  organization: { place: Place; member: OrganizationMember | null },
  projects: readonly ProjectPlace[],
  financeLevel: number | null,
): readonly Place[] {
  const role = organization.member && roleOfLevel(organization.member.user_level, financeLevel);
  const own = role && roleCan(role, 'group.read', 'organization') ? [organization.place] : [];
  const opened = projects.filter(({ membership }) => {
    if (role === 'admin') return true;
    if (membership.state !== 'read' || !membership.member) return false;
    const inside = roleOfLevel(membership.member.user_level, financeLevel);
    return roleCan(inside, 'group.read', 'project');
  });
  return [...own, ...opened.map(({ place }) => place)];
}
