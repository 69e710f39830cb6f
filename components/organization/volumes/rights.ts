/** What the signed-in person may do with the volumes of an organization or project. Server only. */
import { sessionScopes } from '@/components/parts/shell/scopes';
import { roleCan } from '@/lib/contract/permissions';
import { unknownOrganization, type GroupScope } from '@/lib/paths';
import { roleIn } from '../vms/access';

/** What a person may do with volumes. */
export interface VolumeRights {
  read: boolean;
  change: boolean;
  /**
   * Whether the person may create one. Volumes are created for the organization, also in a project: `reader` may only
   * read there, a `stranger` is in the project alone.
   */
  create: 'yes' | 'reader' | 'stranger';
}

/** Reads what the person may do with the volumes of an organization or project. */
export async function volumeRights(scope: GroupScope): Promise<VolumeRights> {
  const [here, owner, { problem }] = await Promise.all([
    roleIn(scope),
    roleIn({ org: scope.org }),
    sessionScopes(),
  ]);
  // The backend checks every call, so an unknown role hides nothing.
  const can = (permission: 'group.read' | 'group.write', role = here) =>
    role === null || roleCan(role, permission);
  const stranger = owner === null && (problem === null || scope.org === unknownOrganization);
  return {
    read: can('group.read'),
    change: can('group.write'),
    create: stranger ? 'stranger' : can('group.write', owner) ? 'yes' : 'reader',
  };
}
