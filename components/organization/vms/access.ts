/** What the signed-in person may do with the machines of an organization or project. Server only. */
import { roleAmong, roleMay } from '@/components/parts/shell/group-role';
import { sessionScopes } from '@/components/parts/shell/scopes';
import type { Role } from '@/lib/contract/permissions';
import type { GroupScope } from '@/lib/paths';

/** The person's role in an organization or project (`roleAmong`); null if it isn't known. */
export const roleIn = async (scope: GroupScope): Promise<Role | null> =>
  roleAmong((await sessionScopes()).scopes, scope);

/** What a person may do with machines. */
export interface MachineRights {
  read: boolean;
  create: boolean;
}

/** Reads what the person may do with the machines of an organization or project. */
export async function machineRights(scope: GroupScope): Promise<MachineRights> {
  const role = await roleIn(scope);
  return { read: roleMay(role, 'group.read'), create: roleMay(role, 'group.write') };
}
