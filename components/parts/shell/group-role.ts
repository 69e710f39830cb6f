/** The person's role in an organization or project: one rule for the pages on the server and for the palette. */
import { roleCan, type Permission, type Place, type Role } from '@/lib/contract/permissions';
import type { GroupScope } from '@/lib/paths';
import type { Scope } from './scopes';

/**
 * The person's role in an organization or project; null if it isn't known. An admin of an organization is an admin in
 * each of its projects.
 */
export function roleAmong(scopes: readonly Scope[], { org, project }: GroupScope): Role | null {
  const role = (key: string): Role | null => {
    const scope = scopes.find((each) => each.key === key);
    return scope && scope.kind !== 'account' ? scope.role : null;
  };
  const inOrganization = role(`o/${org}`);
  if (project === undefined || inOrganization === 'admin') return inOrganization;
  return role(`p/${project}`);
}

/** Whether a role may have the permission. The backend checks every call, so an unknown role hides nothing. */
export const roleMay = (role: Role | null, permission: Permission, place?: Place): boolean =>
  role === null || roleCan(role, permission, place);
