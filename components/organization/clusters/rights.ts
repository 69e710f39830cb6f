/** What the signed-in person may do with the clusters of an organization or project. Server only. */
import type { GroupScope } from '@/lib/paths';
import { settings } from '@/lib/settings';
import { machineRights, type MachineRights } from '../vms/access';

/** What a person may do with clusters. */
export interface ClusterRights extends MachineRights {
  /**
   * The provider's field for a reserved address; null if none can be given to a new cluster. See `NUSA_RESERVED_IP_FIELD` in
   * `docs/operating.md`.
   */
  addressField: string | null;
}

/** Reads what the person may do with the clusters of an organization or project: they ask for the rights of machines. */
export async function clusterRights(scope: GroupScope): Promise<ClusterRights> {
  const rights = await machineRights(scope);
  return { ...rights, addressField: settings().NUSA_RESERVED_IP_FIELD ?? null };
}
