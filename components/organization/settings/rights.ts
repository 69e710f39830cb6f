/** What the signed-in person may do with an organization or project itself. Server only. */
import { roleMay } from '@/components/parts/shell/group-role';
import { sessionScopes } from '@/components/parts/shell/scopes';
import { operation, type Ref } from '@/lib/contract';
import { roleCan } from '@/lib/contract/permissions';
import type { GroupScope } from '@/lib/paths';
import { roleIn } from '../vms/access';

/** The rights of a person in an organization or project, and whether the provider has suspended its organization. */
export interface GroupRights {
  /** May change its name and icon, and delete a project. */
  admin: boolean;
  /** May create projects in the organization. */
  createProject: boolean;
  /** May read the organization's bills. */
  billing: boolean;
  suspended: boolean;
}

/** Reads the rights. The backend checks every call, so an unknown role hides nothing. */
export async function groupRights(scope: GroupScope): Promise<GroupRights> {
  const { org, project } = scope;
  const [role, owner, { scopes }] = await Promise.all([
    roleIn(scope),
    roleIn({ org }),
    sessionScopes(),
  ]);
  const place = project === undefined ? 'organization' : 'project';
  const can = (ref: Ref) => roleMay(role, operation(ref).permission, place);
  return {
    admin: can(project === undefined ? 'A08' : 'A17'),
    createProject: owner !== null && roleCan(owner, operation('A14').permission),
    billing: owner !== null && roleCan(owner, 'billing.read'),
    suspended: scopes.some(
      (scope) => scope.kind !== 'account' && scope.group.org === org && scope.suspended,
    ),
  };
}
