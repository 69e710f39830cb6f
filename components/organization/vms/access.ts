/** What the signed-in person may do with the machines of an organization or project. Server only. */
import { sessionScopes } from '@/components/parts/shell/scopes';
import { roleCan, type Role } from '@/lib/contract/permissions';
import { unknownOrganization, type GroupScope } from '@/lib/paths';

/**
 * The person's role in an organization or project; null if it isn't known. The backend checks every call, so an
 * unknown role hides nothing. An admin of an organization is an admin in each of its projects.
 */
export async function roleIn({ org, project }: GroupScope): Promise<Role | null> {
  const { scopes } = await sessionScopes();
  const role = (key: string): Role | null => {
    const scope = scopes.find((each) => each.key === key);
    return scope && scope.kind !== 'account' ? scope.role : null;
  };
  const inOrganization = org === unknownOrganization ? null : role(`o/${org}`);
  if (project === undefined || inOrganization === 'admin') return inOrganization;
  return role(`p/${project}`);
}

/** What a person may do with machines. */
export interface MachineRights {
  read: boolean;
  create: boolean;
}

/** Reads what the person may do with the machines of an organization or project. */
export async function machineRights(scope: GroupScope): Promise<MachineRights> {
  const role = await roleIn(scope);
  if (role === null) return { read: true, create: true };
  return { read: roleCan(role, 'group.read'), create: roleCan(role, 'group.write') };
}
