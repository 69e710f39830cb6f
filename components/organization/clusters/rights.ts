/** What the signed-in person may do with the clusters of an organization or project. Server only. */
import type { GroupScope } from '@/lib/paths';
import { settings } from '@/lib/settings';
import { machineRights, type MachineRights } from '../vms/access';

/** What a person may do with clusters. */
export interface ClusterRights extends MachineRights {
  /** Whether this deployment can give a reserved address to a new cluster; see `docs/operating.md`. */
  reusesAddresses: boolean;
}

/** Reads what the person may do with the clusters of an organization or project: they ask for the rights of machines. */
export async function clusterRights(scope: GroupScope): Promise<ClusterRights> {
  const rights = await machineRights(scope);
  return { ...rights, reusesAddresses: settings().NUSA_RESERVED_IP_FIELD !== undefined };
}
