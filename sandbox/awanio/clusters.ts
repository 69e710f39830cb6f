/** Kubernetes clusters: A62–A70, and their jobs from pending to running. */
import { randomUUID } from 'node:crypto';
import { freeHost } from '../addresses';
import type { Cloud } from '../cloud';
import { durations } from '../cloud';
import type { Store } from '../db';
import { handleJob } from '../job-handlers';
import { usageOf } from '../kubernetes/objects';
import type { Part } from '../ledger';
import { Refusal } from '../refusal';
import { implement, type AwanioContext } from '../registry';
import { requireBalance } from './balance';
import type { Plan, SuitableFor } from './catalogue';
import { addressPlanName, addressPrice, findPlan, plans } from './catalogue';
import { findVersion, replicasOf, versions, type Cluster } from './cluster';
import {
  addressOf,
  externalOf,
  externalWire,
  giveBack,
  takeExternal,
  type External,
} from './external';
import type { Group } from './groups';
import { accountOf, findOrganization, findProject, requireGroup } from './groups';
import { requireInGroup, rowsOfGroup, type GroupParams } from './in-group';
import { pageOf } from './page';
import { requireAvailable } from './sold-out';
import { iso, listed, noPlanWire, organizationWire, planWire, projectNameWire } from './wire';

/** The order of a cluster. */
export interface ClusterOrder {
  group: Group;
  userUuid: string;
  name: string;
  versionUuid: string;
  planUuid: string;
  volumePlanUuid: string | null;
  highlyAvailable: boolean;
  tags: readonly string[];
  external: External;
  at: number;
}

function requirePlan(store: Store, group: Group, uuid: string, suitable: SuitableFor): Plan {
  const plan = findPlan(uuid);
  if (plan?.suitable_for !== suitable) throw new Refusal(404, 'PRICING NOT FOUND');
  requireAvailable(store, group.organization.tenant_id, plan);
  return plan;
}

/** @throws Refusal 409 if another cluster of the group has the name */
function requireFreeName(store: Store, group: Group, name: string, except = ''): void {
  const sql =
    'select 1 from clusters where group_type = ? and group_uuid = ? and name = ? and uuid <> ?';
  if (store.get(sql, group.type, group.uuid, name, except))
    throw new Refusal(409, 'CLUSTER NAME IS ALREADY USED', { number: 2 });
}

/** The priced parts of a cluster: its plan for each node, its volume, its address. */
function partsOf(cluster: Cluster, replicas = cluster.replicas): Part[] {
  const plan = findPlan(cluster.pricing_uuid);
  const volume = findPlan(cluster.pv_pricing_uuid ?? '');
  const nodes = plan && { name: plan.instance_type, rate: plan.price_per_hour * replicas };
  return [
    ...(nodes ? [nodes] : []),
    ...(volume ? [{ name: volume.instance_type, rate: volume.price_per_hour }] : []),
    ...(cluster.reserved_ip_uuid ? [{ name: addressPlanName, rate: addressPrice }] : []),
  ];
}
const rateOf = (parts: readonly Part[]) => parts.reduce((total, { rate }) => total + rate, 0);

/** Creates a cluster. @throws Refusal if the order can't be fulfilled; then nothing is stored */
function orderCluster(cloud: Cloud, order: ClusterOrder): Cluster {
  const { store } = cloud;
  const { group } = order;
  if (!findVersion(order.versionUuid)) throw new Refusal(404, 'VERSION NOT FOUND');
  const plan = requirePlan(store, group, order.planUuid, 'pods');
  if (order.volumePlanUuid !== null) requirePlan(store, group, order.volumePlanUuid, 'volume');
  requireFreeName(store, group, order.name);
  return store.transaction(() => {
    const cluster = keepCluster(cloud, order);
    const parts = partsOf(cluster);
    requireBalance(cloud, group, rateOf(parts));
    cloud.ledger.openMeter({
      resource: cluster.uuid,
      account: accountOf(group.organization.uuid),
      tenantId: cluster.tenant_id,
      label: `Kubernetes ${cluster.name} (${plan.instance_type})`,
      rate: rateOf(parts),
      at: order.at,
      about: { service: 'kubernetes', name: cluster.name, plan: plan.instance_type, parts },
    });
    cloud.later(
      cluster.tenant_id,
      'cluster.schedule',
      cluster.uuid,
      durations.create / 4,
      order.at,
    );
    return cluster;
  });
}

function keepCluster(cloud: Cloud, order: ClusterOrder): Cluster {
  const { store } = cloud;
  const { organization, type, uuid: groupUuid } = order.group;
  const last = store.get<{ id: number | null }>('select max(id) as id from clusters')?.id ?? 0;
  const uuid = randomUUID();
  const cluster: Cluster = {
    uuid,
    id: last + 1,
    tenant_id: organization.tenant_id,
    organization_uuid: organization.uuid,
    group_type: type,
    group_uuid: groupUuid,
    user_uuid: order.userUuid,
    name: order.name,
    version: order.versionUuid,
    pricing_uuid: order.planUuid,
    pv_pricing_uuid: order.volumePlanUuid,
    replicas: replicasOf(order.highlyAvailable),
    status: 'pending',
    tags: JSON.stringify(order.tags),
    reserved_ip_uuid: takeExternal(cloud, { uuid, organization, at: order.at }, order.external),
    private_ip: null,
    scaled_at: order.at,
    certificate_until_real: null,
    created_at: order.at,
    updated_at: order.at,
  };
  store.insert('clusters', { ...cluster });
  return cluster;
}

handleJob('cluster.schedule', (cloud, job) => {
  const changed = { status: 'not_running', updated_at: job.due_at };
  cloud.store.update('clusters', { uuid: job.target }, changed);
  // One whose creation fails stays as it is, and can only be deleted.
  if (cloud.fails(job, 'A63')) return;
  cloud.later(job.tenant_id, 'cluster.run', job.target, (durations.create * 3) / 4, job.due_at);
});

handleJob('cluster.run', (cloud, job) => runCluster(cloud, job.tenant_id, job.target, job.due_at));

/** Lets a cluster run, with a private address. */
function runCluster({ store }: Cloud, tenantId: string, uuid: string, at: number): void {
  const taken = store
    .all<Cluster>('select private_ip from clusters where tenant_id = ?', tenantId)
    .map(({ private_ip }) => private_ip);
  const private_ip = freeHost('10.43', taken);
  store.update('clusters', { uuid }, { status: 'running', private_ip, updated_at: at });
}

/**
 * Creates a running cluster of the newest version, for the demo and tests.
 * @param of `plan` is an `instance_type`; `ends` the seconds of real time after which its first certificate ends
 */
export function keepReadyCluster(
  cloud: Cloud,
  of: Pick<ClusterOrder, 'group' | 'userUuid' | 'name' | 'highlyAvailable' | 'at'> & {
    plan: string;
    volumePlan?: string;
    tags?: readonly string[];
    external?: External;
    ends?: number | undefined;
  },
): Cluster {
  const named = (name: string | undefined) => plans.find((one) => one.instance_type === name)?.uuid;
  const cluster = orderCluster(cloud, {
    ...of,
    versionUuid: versions[0]?.uuid ?? '',
    planUuid: named(of.plan) ?? '',
    volumePlanUuid: named(of.volumePlan) ?? null,
    tags: of.tags ?? [],
    external: of.external ?? null,
  });
  const { uuid, tenant_id } = cluster;
  cloud.jobs.drop(uuid);
  runCluster(cloud, tenant_id, uuid, of.at + durations.create);
  if (of.ends !== undefined) {
    const certificate_until_real = Date.now() + of.ends * 1000;
    cloud.store.update('clusters', { uuid }, { certificate_until_real });
  }
  return cluster;
}

/** Changes the name and the number of nodes; the new price is charged from the next hour on. */
function change(
  cloud: Cloud,
  group: Group,
  cluster: Cluster,
  { name = cluster.name, highlyAvailable }: { name?: string; highlyAvailable?: boolean },
): void {
  requireFreeName(cloud.store, group, name, cluster.uuid);
  const at = cloud.now(cluster.tenant_id);
  const replicas = highlyAvailable === undefined ? cluster.replicas : replicasOf(highlyAvailable);
  const scaled = replicas !== cluster.replicas;
  if (scaled && cluster.status !== 'running') throw new Refusal(409, 'CLUSTER IS NOT RUNNING');
  const parts = partsOf(cluster, replicas);
  if (replicas > cluster.replicas) requireBalance(cloud, group, rateOf(parts));
  cloud.store.transaction(() => {
    if (scaled) cloud.ledger.setRate(cluster.uuid, rateOf(parts), at, parts);
    const scaled_at = scaled ? at : cluster.scaled_at;
    const fields = { name, replicas, scaled_at, updated_at: at };
    cloud.store.update('clusters', { uuid: cluster.uuid }, fields);
  });
}

function remove(cloud: Cloud, group: Group, cluster: Cluster): void {
  const at = cloud.now(cluster.tenant_id);
  cloud.store.transaction(() => {
    cloud.ledger.closeMeter(cluster.uuid, at);
    cloud.jobs.drop(cluster.uuid);
    giveBack(cloud, group.organization, cluster.reserved_ip_uuid, at);
    cloud.clusters.remove(cluster.uuid);
    cloud.store.run('delete from clusters where uuid = ?', cluster.uuid);
  });
}

/** Finds a cluster of a group. @throws Refusal 404 if there is none, also for who is no member of the group */
function requireCluster(
  context: AwanioContext,
  params: GroupParams & { k8s_uuid: string },
): { group: Group; cluster: Cluster } {
  const { group, row: cluster } = requireInGroup<Cluster>(
    context,
    'clusters',
    params,
    params.k8s_uuid,
  );
  return { group, cluster };
}

const versionWire = ({ uuid, name, etcd }: (typeof versions)[number]) => ({
  uuid,
  name,
  api_version: name,
  controller_version: name,
  etcd_version: etcd,
  created_at: listed,
  updated_at: listed,
});

const namespaceOf = ({ organization_uuid }: Cluster) => `k8s-${organization_uuid}`;

/** The use of a cluster; one that does not run uses nothing, and names and units are null. */
function metricsWire(cloud: Cloud, cluster: Cluster) {
  const { uuid, name } = cluster;
  if (cluster.status !== 'running') {
    const nothing = { value: 0, unit: null };
    const amounts = { total_cpu: nothing, total_memory: nothing };
    const counts = { total_node: 0, total_pod: 0, total_container: 0 };
    return { uuid, name: null, release_name: null, namespace: null, ...counts, ...amounts };
  }
  const { nodes, pods, containers, cpu, memory } = usageOf(
    cloud.clusters.specOf(cluster),
    cloud.now(cluster.tenant_id),
  );
  return {
    uuid,
    name,
    release_name: name,
    namespace: namespaceOf(cluster),
    total_node: nodes,
    total_pod: pods,
    total_container: containers,
    total_cpu: { value: cpu, unit: 'milliCPU' },
    total_memory: { value: memory, unit: 'MB' },
  };
}

/** The wire form of a cluster. In the list the address is a list of one, elsewhere an object (QA5). */
function clusterWire(cloud: Cloud, cluster: Cluster, inList = false) {
  const { store } = cloud;
  const { uuid, id, name, group_type, group_uuid } = cluster;
  const organization = findOrganization(store, cluster.organization_uuid);
  const project = group_type === 'projects' ? findProject(store, group_uuid) : undefined;
  const plan = findPlan(cluster.pricing_uuid);
  const volume = findPlan(cluster.pv_pricing_uuid ?? '');
  const version = findVersion(cluster.version);
  const address = addressOf(store, cluster.reserved_ip_uuid);
  const wire = address && externalWire(address);
  const tags = JSON.parse(cluster.tags) as string[];
  return {
    uuid,
    organization: organization ? organizationWire(cloud, organization) : null,
    project: project ? projectNameWire(project) : null,
    name,
    release_name: name,
    namespace: namespaceOf(cluster),
    version: version ? versionWire(version) : null,
    pvc_name: `data-${name}-etcd-0`,
    service_type: 'LoadBalancer',
    replica: cluster.replicas,
    pricing: plan ? planWire(plan) : null,
    pv_pricing: volume ? planWire(volume) : noPlanWire,
    tags: tags.length > 0 ? tags : null,
    ip_addresses: wire
      ? [
          {
            id: wire.id,
            source_type: 'kubernetes',
            source_id: id,
            ip_address_id: wire.id,
            ip_address: inList ? [wire] : wire,
            source: null,
          },
        ]
      : [],
    private_ip_address_v4: cluster.private_ip ?? '',
    status: cluster.status,
    metrics: cluster.status === 'pending' ? null : metricsWire(cloud, cluster),
    created_at: iso(cluster.created_at),
    updated_at: iso(cluster.updated_at),
  };
}

implement('A62', () => ({ rows: versions.map(versionWire) }));

implement('A63', ({ params, body }, context) => {
  const { cloud, user } = context;
  const group = requireGroup(context, params.group_type, params.uuid);
  const cluster = orderCluster(cloud, {
    group,
    userUuid: user.uuid,
    name: body.name,
    versionUuid: body.version,
    planUuid: body.pricing_uuid,
    volumePlanUuid: body.pv_pricing_uuid ?? null,
    highlyAvailable: body.enable_ha ?? false,
    tags: body.tags ?? [],
    external: externalOf(body.with_external_ip, body.reserve_external_ip?.[0]),
    at: cloud.now(group.organization.tenant_id),
  });
  return [clusterWire(cloud, cluster)];
});

implement('A64', ({ params, query }, context) => {
  const { cloud } = context;
  const found = rowsOfGroup<Cluster>(context, 'clusters', params);
  const { rows, page } = pageOf(found, query);
  return { rows: rows.map((cluster) => clusterWire(cloud, cluster, true)), page };
});

implement('A65', ({ params }, context) =>
  clusterWire(context.cloud, requireCluster(context, params).cluster),
);

implement('A66', ({ params, body }, context) => {
  const { group, cluster } = requireCluster(context, params);
  change(context.cloud, group, cluster, { name: body.name, highlyAvailable: body.enable_ha });
  return [clusterWire(context.cloud, requireCluster(context, params).cluster)];
});

implement('A67', ({ params }, context) => {
  const { group, cluster } = requireCluster(context, params);
  remove(context.cloud, group, cluster);
  return 'deleted';
});

implement('A68', ({ params }, context) =>
  metricsWire(context.cloud, requireCluster(context, params).cluster),
);

implement('A69', ({ params }, context) => requireCluster(context, params).cluster.status);

implement('A70', ({ params }, context) => {
  const { cluster } = requireCluster(context, params);
  if (cluster.status !== 'running')
    throw new Refusal(409, `CLUSTER IS NOT READY: ${cluster.status}`, { number: 5 });
  return context.cloud.clusters.kubeconfig(cluster);
});
