/** A Kubernetes cluster of an organization or project: its read, its nodes and its price. Its name and path: `lib/resources/awanio`. */
import { clusterStatus, transient } from '@/lib/contract/states';
import type { Input, Row } from '@/lib/contract/types';
import type { GroupScope } from '@/lib/paths';
import { wholeSum } from '@/lib/pricing';
import { clusters } from '@/lib/resources/awanio';
import { aboutOf, pageOf, type ChangeSubject, type Query } from '@/lib/resources/resource';
import { groupParams } from '../vms/group';
import { priceOf, type Priced } from '../vms/price';

/** A row of A64; A65 answers the same. */
export type Cluster = Row<'A64'>;

/** Describes a cluster to the list of activities, which reads it in its group. */
export const aboutCluster = (
  scope: GroupScope,
  row: Pick<Cluster, 'uuid' | 'name'>,
): ChangeSubject => ({
  ...aboutOf(clusters)(scope, row),
  within: { ...groupParams(scope) },
});

/** The path parameters of one cluster. */
export const clusterParams = (scope: GroupScope, uuid: string) => ({
  ...groupParams(scope),
  k8s_uuid: uuid,
});

/** A64's input for the page that the URL names: `?page=2`. It takes nothing else. */
export const clustersInput = (scope: GroupScope, query: Query): Input<'A64'> => ({
  params: groupParams(scope),
  query: { page: pageOf(query), per_page: clusters.pageSize },
});

/** Whether the provider still works on the cluster. */
export const isComing = ({ status }: Pick<Cluster, 'status'>): boolean =>
  transient(clusterStatus(status), null);

/**
 * The nodes of a cluster with high availability, for its estimated price. The documentation names no number; three is
 * the least of which one may fail while the others still are a majority.
 */
export const availableNodes = 3;

/** The nodes that a cluster has with and without high availability. */
export const nodesOf = (highlyAvailable: boolean): number => (highlyAvailable ? availableNodes : 1);

/** Whether a cluster has high availability, which no answer says but by the number of its nodes. */
export const isHighlyAvailable = ({ replica }: Pick<Cluster, 'replica'>): boolean =>
  (replica ?? 1) > 1;

/** The prices of one node, and of the volume if there is one. */
interface Plans {
  node: Priced;
  volume: Priced | null;
}

export const plansOf = ({
  pricing,
  pv_pricing,
}: Pick<Cluster, 'pricing' | 'pv_pricing'>): Plans => ({
  node: priceOf(pricing),
  volume: pv_pricing ? priceOf(pv_pricing) : null,
});

/** The estimated price: the plan for each node, and the volume. Null where a part of it isn't known. */
export function costOf({ node, volume }: Plans, nodes: number | null): Priced {
  const total = (of: keyof Priced) => {
    const one = node[of];
    const all = one === null || nodes === null ? null : one * nodes;
    return wholeSum(volume ? [all, volume[of]] : [all]);
  };
  return { perHour: total('perHour'), perMonth: total('perMonth') };
}
