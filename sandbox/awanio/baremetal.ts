/** Bare-metal machines as the API shows them: A27–A32. */
import type { Cloud } from '../cloud';
import { durations } from '../cloud';
import { Refusal } from '../refusal';
import { implement, type AwanioContext, type HandlerInput } from '../registry';
import { findImage, findPlan, plans, type Image, type Plan } from './catalogue';
import { addressOf, externalOf, externalWire } from './external';
import type { Group } from './groups';
import { findOrganization, findProject, requireGroup } from './groups';
import { requireInGroup, rowsOfGroup, type GroupParams } from './in-group';
import { packageOf, stockOf, type Metal } from './metal';
import { orderMetal, setStatus, type MetalOrder } from './metal-orders';
import { pageOf } from './page';
import { availabilityOf } from './sold-out';
import {
  imageWire,
  iso,
  noUuid,
  organizationWire,
  planWire,
  projectNameWire,
  zeroTime,
} from './wire';

/** The machine behind a row, with the power controller's password, which the real API leaks. */
function machineWire(metal: Metal, plan: Plan | undefined) {
  return {
    uuid: metal.uuid,
    name: plan ? packageOf(plan) : null,
    domain: 'maas',
    architecture: 'amd64/generic',
    zone: 'asia/jakarta',
    resource_pool: 'default',
    mac_address: metal.mac_address,
    system_id: metal.system_id,
    minimum_kernel: null,
    status_name: metal.status,
    machine_status: 'unavailable',
    value_power_options: {
      power_pass: metal.power_password,
      power_user: 'maas',
      power_address: 'bmc.example.id',
      privilege_level: 'OPERATOR',
    },
    pricing: plan ? planWire(plan) : null,
    created_at: iso(metal.created_at),
    updated_at: iso(metal.updated_at),
  };
}

/** The wire form of a machine; the list has no address in it (QA5), and `status` is null always. */
function metalWire(cloud: Cloud, metal: Metal, inList: boolean) {
  const { store } = cloud;
  const organization = findOrganization(store, metal.organization_uuid);
  const project =
    metal.group_type === 'projects' ? findProject(store, metal.group_uuid) : undefined;
  const image = findImage(metal.catalogue_uuid);
  const address =
    metal.status === 'Deployed' ? addressOf(store, metal.reserved_ip_uuid) : undefined;
  return {
    uuid: metal.uuid,
    organization: organization ? organizationWire(cloud, organization) : null,
    projects: project ? [projectNameWire(project)] : null,
    user: null,
    title: metal.title,
    authentication_type: null,
    catalogue: image ? imageWire(image) : null,
    machine: machineWire(metal, findPlan(metal.pricing_uuid)),
    hostname: metal.hostname,
    tags: null,
    ip_private: null,
    ip_address: address && !inList ? externalWire(address) : [],
    status: null,
    created_at: iso(metal.created_at),
    updated_at: iso(metal.updated_at),
    deleted_at: null,
  };
}

/** Finds a machine of a group. @throws Refusal 404 */
const requireMetal = (context: AwanioContext, params: GroupParams & { baremetal_uuid: string }) =>
  requireInGroup<Metal>(context, 'baremetals', params, params.baremetal_uuid).row;

/** The plan that `<name>.<pricing uuid>` means. @throws Refusal 404 */
function planNamed(machineName: string): Plan {
  const dot = machineName.lastIndexOf('.');
  const plan = findPlan(machineName.slice(dot + 1));
  if (plan?.suitable_for !== 'baremetal' || packageOf(plan) !== machineName.slice(0, dot))
    throw new Refusal(404, 'MACHINE NOT FOUND');
  return plan;
}

/** What was sent, with the password, and without an id (QA17). */
function echo(group: Group, image: Image, body: HandlerInput<'A27'>['body']) {
  const { authentication_type, reserve_external_ip: choice, ...rest } = body;
  return {
    ...rest,
    OrganizationID: 1,
    ProjectID: group.project ? 1 : null,
    UserID: 1,
    Catalogue: imageWire(image),
    organization_uuid: group.organization.uuid,
    project_uuid: group.project?.uuid ?? null,
    authentication_type,
    reserve_external_ip: choice ? { ...choice, uuid: choice.uuid ?? noUuid } : null,
    tags: null,
    ip_address_id: 0,
    ip_address: 0 as const,
  };
}

implement('A27', ({ params, body }, context) => {
  const { cloud } = context;
  const group = requireGroup(context, params.group_type, params.uuid);
  if (body.organization_uuid !== group.organization.uuid)
    throw new Refusal(422, 'organization_uuid: is not that of the path');
  const image = findImage(body.catalogue_uuid);
  if (image?.service !== 'baremetal') throw new Refusal(404, 'CATALOGUE NOT FOUND');
  const order: MetalOrder = {
    group,
    title: body.title,
    hostname: body.hostname,
    image,
    plan: planNamed(body.machine_name),
    period: body.billing_period,
    username: body.authentication_type.key,
    credential: body.authentication_type.value,
    external: externalOf(body.with_external_ip, body.reserve_external_ip),
    at: cloud.now(group.organization.tenant_id),
  };
  // One after the other: those that were had before one can't be had stay ordered.
  for (let made = 0; made < body.compute_same_config; made += 1) orderMetal(cloud, order);
  return echo(group, image, body);
});

/** The list has a page in its answer but takes none: it is always the first. */
implement('A28', ({ params }, context) => {
  const { cloud } = context;
  const found = rowsOfGroup<Metal>(context, 'baremetals', params);
  const { rows, page } = pageOf(found, {});
  return { rows: rows.map((metal) => metalWire(cloud, metal, true)), page };
});

implement('A29', ({ params }, context) =>
  metalWire(context.cloud, requireMetal(context, params), false),
);

/** What was paid in advance is not given back. */
implement('A30', ({ params }, context) => {
  const { cloud } = context;
  const metal = requireMetal(context, params);
  if (metal.status === 'Releasing') throw new Refusal(409, 'BARE METAL IS BEING RELEASED');
  const at = cloud.now(metal.tenant_id);
  cloud.store.transaction(() => {
    cloud.jobs.drop(metal.uuid);
    setStatus(cloud, metal.uuid, 'Releasing', at);
    cloud.later(metal.tenant_id, 'metal.release', metal.uuid, durations.delete, at);
  });
  return 'deleted';
});

implement('A31', ({ params }, context) => requireMetal(context, params).status);

/** The packages: rows with the zero uuid, a name and a price. */
implement('A32', ({ params }, context) => {
  const { store } = context;
  const { organization } = requireGroup(context, params.group_type, params.uuid);
  const tenantId = organization.tenant_id;
  const rows = plans.filter(({ suitable_for }) => suitable_for === 'baremetal');
  return {
    rows: rows.map((plan) => ({
      uuid: noUuid,
      name: packageOf(plan),
      domain: null,
      architecture: null,
      system_id: null,
      status_name: null,
      machine_status: null,
      pricing: planWire(
        plan,
        stockOf(store, tenantId, plan.instance_type) === 0
          ? 'sold out'
          : availabilityOf(store, tenantId, plan),
      ),
      created_at: zeroTime,
      updated_at: zeroTime,
    })),
  };
});
