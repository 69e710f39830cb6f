/** Bare-metal machines: A27–A32, and their jobs in MAAS's words. They are paid in advance, period by period. */
import { randomUUID } from 'node:crypto';
import type { Cloud } from '../cloud';
import { durations, macAddress } from '../cloud';
import type { Store } from '../db';
import { randomText } from '../ids';
import { handleJob } from '../job-handlers';
import { hour, monthHours } from '../ledger';
import { Refusal } from '../refusal';
import { implement, type AwanioContext, type HandlerInput } from '../registry';
import { requireRupiah } from './balance';
import type { Image, Plan } from './catalogue';
import { addressPrice, findImage, findPlan, images, packageNames, plans } from './catalogue';
import {
  addressOf,
  externalOf,
  externalWire,
  giveBack,
  takeExternal,
  type External,
} from './external';
import type { Group, GroupType } from './groups';
import { accountOf, findOrganization, findProject, requireGroup } from './groups';
import { pageOf } from './page';
import { availabilityOf, requireAvailable } from './sold-out';
import {
  imageWire,
  iso,
  noUuid,
  organizationWire,
  planWire,
  projectNameWire,
  zeroTime,
} from './wire';

/** The months of each billing period. */
const periods = {
  price_per_month: 1,
  price_per_three_month: 3,
  price_per_six_month: 6,
  price_per_year: 12,
} as const;
type Period = keyof typeof periods;

/** A bare-metal machine, as the database stores it. */
interface Metal {
  uuid: string;
  tenant_id: string;
  organization_uuid: string;
  group_type: GroupType;
  group_uuid: string;
  title: string;
  hostname: string;
  catalogue_uuid: string;
  pricing_uuid: string;
  billing_period: Period;
  /** MAAS's label. */
  status: string;
  system_id: string;
  mac_address: string;
  /** Of the power controller, which the real API leaks. */
  power_password: string;
  username: string;
  credential: string;
  reserved_ip_uuid: string | null;
  /** The end of what is paid. */
  paid_until: number;
  created_at: number;
  updated_at: number;
}

interface MetalOrder {
  group: Group;
  title: string;
  hostname: string;
  image: Image;
  plan: Plan;
  period: Period;
  username: string;
  /** The password or public key; stored, and echoed by A27 alone. */
  credential: string;
  external: External;
  at: number;
}

/** The machines of each package that nobody has, unless the control API says otherwise. */
const usualStock = 20;
const stockKey = (tenantId: string, name: string) => `stock ${tenantId} ${name}`;

function stockOf(store: Store, tenantId: string, name: string): number {
  const key = stockKey(tenantId, name);
  const kept = store.get<{ value: string }>('select value from meta where name = ?', key);
  return kept ? Number(kept.value) : usualStock;
}

/**
 * Sets how many machines of a package nobody has.
 * @param name its plan's `instance_type`, such as `bh-a`
 * @throws Refusal 404 if there is no such package
 */
export function setStock(store: Store, tenantId: string, name: string, left: number): void {
  if (!(name in packageNames)) throw new Refusal(404, `There is no package ${name}.`);
  const key = stockKey(tenantId, name);
  store.run('delete from meta where name = ?', key);
  store.insert('meta', { name: key, value: String(left) });
}

/** The price of a period, with the discount of a long one, and the address; rupiah. */
function priceOf(plan: Plan, period: Period, external: boolean): number {
  const address = external ? addressPrice * monthHours * periods[period] : 0;
  return planWire(plan)[period] + address;
}

/** Takes the price of a period that begins now. */
function charge(cloud: Cloud, metal: Metal, plan: Plan, at: number): void {
  const { billing_period: period, reserved_ip_uuid: address } = metal;
  const price = priceOf(plan, period, address !== null);
  const { uuid: resource, hostname: name } = metal;
  const part = { name: plan.instance_type, rate: price };
  const about = { service: 'baremetal', name, plan: plan.instance_type, parts: [part] };
  cloud.ledger.post(accountOf(metal.organization_uuid), {
    at,
    amount: -price,
    kind: 'charge',
    description: `Bare metal ${name} (${plan.instance_type}), ${periods[period]} month(s)`,
    resource,
    hours: 1,
    about: JSON.stringify(about),
  });
  const paid_until = at + periods[period] * monthHours * hour;
  cloud.store.update('baremetals', { uuid: resource }, { paid_until });
  cloud.later(metal.tenant_id, 'metal.renew', resource, paid_until - at, at);
}

/** Orders one machine. @throws Refusal if it can't be had; then nothing is stored */
function orderMetal(cloud: Cloud, order: MetalOrder): Metal {
  const { store } = cloud;
  const { group, plan, at } = order;
  const { organization } = group;
  const tenant_id = organization.tenant_id;
  const left = stockOf(store, tenant_id, plan.instance_type);
  requireAvailable(store, tenant_id, plan);
  if (left === 0) throw new Refusal(409, 'MACHINE IS SOLD OUT', { number: 4 });
  requireRupiah(cloud, group, priceOf(plan, order.period, order.external !== null), 'THE PERIOD');
  return store.transaction(() => {
    const uuid = randomUUID();
    const metal: Metal = {
      uuid,
      tenant_id,
      organization_uuid: organization.uuid,
      group_type: group.type,
      group_uuid: group.uuid,
      title: order.title,
      hostname: order.hostname,
      catalogue_uuid: order.image.uuid,
      pricing_uuid: plan.uuid,
      billing_period: order.period,
      status: 'Allocated',
      system_id: randomText(6),
      mac_address: macAddress(),
      power_password: `fake-${randomText(12)}`,
      username: order.username,
      credential: order.credential,
      reserved_ip_uuid: takeExternal(cloud, { uuid, organization, at }, order.external),
      paid_until: at,
      created_at: at,
      updated_at: at,
    };
    store.insert('baremetals', { ...metal });
    setStock(store, tenant_id, plan.instance_type, left - 1);
    charge(cloud, metal, plan, at);
    cloud.later(tenant_id, 'metal.deploy', uuid, durations.deploy / 5, at);
    return metal;
  });
}

/** Creates a deployed machine of the cheapest package, paid by the month, for the demo and tests. */
export function keepDeployed(
  cloud: Cloud,
  of: Pick<MetalOrder, 'group' | 'title' | 'hostname' | 'at'>,
): { uuid: string } {
  const image = images.find(({ service }) => service === 'baremetal');
  const plan = plans.find(({ suitable_for }) => suitable_for === 'baremetal');
  if (!image || !plan) throw new Error('the catalogue has no bare metal');
  const rest = { period: 'price_per_month', username: 'demo', external: null } as const;
  const credential = `fake-${randomText(12)}`;
  const metal = orderMetal(cloud, { ...of, ...rest, image, plan, credential });
  const { uuid, tenant_id } = metal;
  cloud.jobs.drop(uuid);
  const paid = monthHours * hour;
  cloud.later(tenant_id, 'metal.renew', uuid, paid, of.at);
  setStatus(cloud, uuid, 'Deployed', of.at + durations.deploy);
  return metal;
}

function setStatus({ store }: Cloud, uuid: string, status: string, at: number): void {
  store.update('baremetals', { uuid }, { status, updated_at: at });
}

handleJob('metal.deploy', (cloud, job) => {
  setStatus(cloud, job.target, 'Deploying', job.due_at);
  cloud.later(job.tenant_id, 'metal.run', job.target, (durations.deploy * 4) / 5, job.due_at);
});

handleJob('metal.run', (cloud, job) => {
  const status = cloud.fails(job, 'A27') ? 'Failed deployment' : 'Deployed';
  setStatus(cloud, job.target, status, job.due_at);
});

handleJob('metal.renew', (cloud, job) => {
  const metal = cloud.store.get<Metal>('select * from baremetals where uuid = ?', job.target);
  const plan = metal && findPlan(metal.pricing_uuid);
  if (plan) charge(cloud, metal, plan, job.due_at);
});

handleJob('metal.release', (cloud, job) => {
  const { store } = cloud;
  const metal = store.get<Metal>('select * from baremetals where uuid = ?', job.target);
  if (!metal) return;
  const organization = findOrganization(store, metal.organization_uuid);
  if (organization) giveBack(cloud, organization, metal.reserved_ip_uuid, job.due_at);
  const name = findPlan(metal.pricing_uuid)?.instance_type ?? '';
  setStock(store, metal.tenant_id, name, stockOf(store, metal.tenant_id, name) + 1);
  store.run('delete from baremetals where uuid = ?', metal.uuid);
});

const packageOf = (plan: Plan) => packageNames[plan.instance_type] ?? plan.instance_type;

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
function requireMetal(
  { cloud, store, user }: AwanioContext,
  params: { group_type: GroupType; uuid: string; baremetal_uuid: string },
): Metal {
  const group = requireGroup({ store, user }, params.group_type, params.uuid);
  cloud.catchUp(group.organization.tenant_id);
  const metal = store.get<Metal>(
    'select * from baremetals where uuid = ? and group_type = ? and group_uuid = ?',
    params.baremetal_uuid,
    group.type,
    group.uuid,
  );
  if (!metal) throw new Refusal(404, 'BARE METAL NOT FOUND');
  return metal;
}

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
  const { cloud, store } = context;
  const group = requireGroup(context, params.group_type, params.uuid);
  cloud.catchUp(group.organization.tenant_id);
  const found = store.all<Metal>(
    'select * from baremetals where group_type = ? and group_uuid = ? order by created_at desc, rowid desc',
    group.type,
    group.uuid,
  );
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
