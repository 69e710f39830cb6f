/** What the signed-in person may create of a price list. Server only. */
import { clusterRights } from '@/components/organization/clusters/rights';
import { machineRights } from '@/components/organization/vms/access';
import { volumeRights } from '@/components/organization/volumes/rights';
import type { GroupScope } from '@/lib/paths';
import type { MayCreate } from './create-plan';

/** Reads what the person may create in an organization or project. */
export async function mayCreate(scope: GroupScope): Promise<MayCreate> {
  const [machines, volumes, clusters] = await Promise.all([
    machineRights(scope),
    volumeRights(scope),
    clusterRights(scope),
  ]);
  return {
    machines: machines.create,
    volumes: volumes.create === 'yes',
    clusters: clusters.create ? clusters : null,
  };
}
