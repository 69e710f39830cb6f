/** What A04 and A15 tell about a person's levels, and what follows for an operation. Without memory and calls. */
import { operation, type Ref } from '@/lib/contract';
import { roleOfLevel, type Place, type Role } from '@/lib/contract/permissions';
import { settings } from '@/lib/settings';

type Dict = Record<string, unknown>;

/** Whether a value is an object with names. */
export const isDict = (value: unknown): value is Dict =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A person's roles by uuid, as A04 tells them. */
export interface Roles {
  organizations: ReadonlyMap<string, Role>;
  /** By the person's own level in each project; an admin of its organization may do more. */
  projects: ReadonlyMap<string, Role>;
}

/** The role of a level. What is no number has the fewest rights. */
export function roleOf(level: unknown): Role {
  return roleOfLevel(
    typeof level === 'number' ? level : null,
    settings().NUSA_FINANCE_LEVEL ?? null,
  );
}

const rowsOf = (value: unknown): Dict[] => (Array.isArray(value) ? value.filter(isDict) : []);

function rolesBy(rows: unknown, name: 'organization' | 'project'): ReadonlyMap<string, Role> {
  const roles = new Map<string, Role>();
  for (const row of rowsOf(rows)) {
    const group = row[name];
    if (isDict(group) && typeof group.uuid === 'string')
      roles.set(group.uuid, roleOf(row.user_level));
  }
  return roles;
}

/** The roles that a result of A04 tells. */
export function rolesIn(result: unknown): Roles {
  const { organizations, projects } = isDict(result) ? result : {};
  return {
    organizations: rolesBy(organizations, 'organization'),
    projects: rolesBy(projects, 'project'),
  };
}

/** The organization of each project that a result of A15 names. */
export function homesIn(result: unknown): ReadonlyMap<string, string> {
  const homes = new Map<string, string>();
  for (const { uuid, organization } of rowsOf(isDict(result) ? result.data : null)) {
    if (typeof uuid === 'string' && isDict(organization) && typeof organization.uuid === 'string')
      homes.set(uuid, organization.uuid);
  }
  return homes;
}

/** The organization or project in which an operation works. */
export interface NamedGroup {
  place: Place;
  uuid: string;
}

/** The group that a call names; null if its operation names none, or the field is missing. */
export function groupOf(ref: Ref, params: Dict, body: unknown): NamedGroup | null {
  const { scope } = operation(ref);
  if (scope.in === 'none' || scope.of === 'user' || scope.of === 'instance') return null;
  const fields = isDict(body) ? body : {};
  const uuid = scope.in === 'path' ? params[scope.param] : fields[scope.field];
  if (typeof uuid !== 'string' && typeof uuid !== 'number') return null;
  const inProject =
    scope.of === 'project' || (scope.of === 'group' && params.group_type === 'projects');
  return { place: inProject ? 'project' : 'organization', uuid: String(uuid) };
}

/**
 * Whether a person may do something in a project: the own level there counts, and an organization's admin is an admin
 * in its projects. Null is not known; then the backend decides.
 * @param home the project's organization, if known
 */
export function mayInProject(
  { organizations, projects }: Roles,
  uuid: string,
  home: string | undefined,
  may: (role: Role) => boolean,
): boolean | null {
  const own = projects.get(uuid);
  if (own !== undefined && may(own)) return true;
  const above =
    home === undefined
      ? [...organizations.values()].includes('admin')
      : organizations.get(home) === 'admin';
  if (above && may('admin')) return home === undefined ? null : true;
  // An A04 without any project may be one that does not list them.
  return own === undefined && projects.size === 0 ? null : false;
}
