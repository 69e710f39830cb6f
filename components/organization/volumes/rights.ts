/** What the signed-in person may do with the volumes of an organization or project. Server only. */
import { roleMay } from '@/components/parts/shell/group-role';
import { sessionScopes } from '@/components/parts/shell/scopes';
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
  const stranger = owner === null && (problem === null || scope.org === unknownOrganization);
  return {
    read: roleMay(here, 'group.read'),
    change: roleMay(here, 'group.write'),
    create: stranger ? 'stranger' : roleMay(owner, 'group.write') ? 'yes' : 'reader',
  };
}
