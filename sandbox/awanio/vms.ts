/** Virtual machines: A24–A26, and their jobs from pending to running. */
import { randomUUID } from 'node:crypto';
import { freeHost } from '../addresses';
import type { Cloud } from '../cloud';
import { durations, macAddress } from '../cloud';
import type { Store } from '../db';
import { handleJob } from '../job-handlers';
import { Refusal } from '../refusal';
import { implement } from '../registry';
import { requireBalance } from './balance';
import type { Plan } from './catalogue';
import { addressPlanName, addressPrice, findImage, findPlan } from './catalogue';
import { addressOf, externalOf, externalWire, takeExternal, type External } from './external';
import type { Group } from './groups';
import { accountOf, requireGroup } from './groups';
import { requireInGroup, rowsOfGroup } from './in-group';
import { requireAvailable } from './sold-out';
import type { Vm } from './vm';
import { volumesOfVm } from './volumes';
import { findVpc, freeInVpc } from './vpc';
import { imageWire, iso, planWire } from './wire';

export interface VmOrder {
  group: Group;
  userUuid: string;
  title: string;
  hostname: string;
  imageUuid: string;
  planUuid: string;
  username: string;
  /** The password or public key; stored because the machine's first user needs it, but never in an answer. */
  credential: string;
  external: External;
  at: number;
}

/** Creates a machine. @throws Refusal if the order can't be fulfilled; then nothing is stored */
export function orderVm(cloud: Cloud, order: VmOrder): Vm {
  const { store } = cloud;
  const image = findImage(order.imageUuid);
  const plan = findPlan(order.planUuid);
  if (!image || image.service !== 'compute') throw new Refusal(404, 'CATALOGUE NOT FOUND');
  if (!plan || plan.suitable_for !== 'vm') throw new Refusal(404, 'PRICING NOT FOUND');
  if (plan.storage_gb < image.min_storage_gb) {
    throw new Refusal(
      422,
      `catalogue_uuid: ${image.name} needs ${image.min_storage_gb} GB of storage, ${plan.instance_type} has ${plan.storage_gb}`,
    );
  }
  const { group } = order;
  if (
    store.get(
      'select 1 from vms where group_type = ? and group_uuid = ? and hostname = ? collate nocase',
      group.type,
      group.uuid,
      order.hostname,
    )
  ) {
    throw new Refusal(409, 'HOSTNAME IS ALREADY USED', { number: 2 });
  }
  requireAvailable(store, group.organization.tenant_id, plan);
  const account = accountOf(group.organization.uuid);
  const rate = plan.price_per_hour + (order.external ? addressPrice : 0);
  requireBalance(cloud, group, rate);
  return store.transaction(() => {
    const vm = keepVm(cloud, order);
    cloud.ledger.openMeter({
      resource: vm.uuid,
      account,
      tenantId: vm.tenant_id,
      label: `VM ${vm.hostname} (${plan.instance_type})`,
      rate,
      at: order.at,
      about: chargedVm(vm, plan, order.external !== null),
    });
    cloud.later(vm.tenant_id, 'vm.schedule', vm.uuid, durations.create / 4, order.at);
    return vm;
  });
}

/** The parts of a machine's meter: its plan and its address. */
function chargedVm(vm: Vm, plan: Plan, external: boolean) {
  const address = { name: addressPlanName, rate: addressPrice };
  return {
    service: 'vm',
    name: vm.hostname,
    plan: plan.instance_type,
    parts: [
      { name: plan.instance_type, rate: plan.price_per_hour },
      ...(external ? [address] : []),
    ],
  };
}

function keepVm(cloud: Cloud, order: VmOrder): Vm {
  const { store } = cloud;
  const { group } = order;
  const vm: Vm = {
    uuid: randomUUID(),
    tenant_id: group.organization.tenant_id,
    organization_uuid: group.organization.uuid,
    group_type: group.type,
    group_uuid: group.uuid,
    user_uuid: order.userUuid,
    title: order.title,
    hostname: order.hostname,
    catalogue_uuid: order.imageUuid,
    pricing_uuid: order.planUuid,
    status: 'pending',
    mac_address: macAddress(),
    private_ip: null,
    reserved_ip_uuid: null,
    username: order.username,
    created_at: order.at,
    updated_at: order.at,
  };
  store.insert('vms', { ...vm, credential: order.credential });
  const { organization } = group;
  const owner = { uuid: vm.uuid, organization, at: order.at };
  vm.reserved_ip_uuid = takeExternal(cloud, owner, order.external);
  store.update('vms', { uuid: vm.uuid }, { reserved_ip_uuid: vm.reserved_ip_uuid });
  return vm;
}

handleJob('vm.schedule', (cloud, job) => {
  cloud.store.update('vms', { uuid: job.target }, { status: 'scheduling', updated_at: job.due_at });
  cloud.later(job.tenant_id, 'vm.run', job.target, (durations.create * 3) / 4, job.due_at);
});

handleJob('vm.run', (cloud, job) => {
  const rows = cloud.store.all<{ private_ip: string | null }>(
    'select private_ip from vms where tenant_id = ?',
    job.tenant_id,
  );
  const taken = rows.map((row) => row.private_ip);
  const vm = cloud.store.get<Vm>('select * from vms where uuid = ?', job.target);
  const vpc = findVpc(cloud.store, vm?.organization_uuid ?? '');
  const private_ip = (vpc && freeInVpc(vpc, taken)) ?? freeHost('10.42', taken);
  cloud.store.update(
    'vms',
    { uuid: job.target },
    { status: 'running', private_ip, updated_at: job.due_at },
  );
});

/** The wire form of a machine. A26 has the address as a list of objects, A25 as one object or null (QA5). */
function vmWire(store: Store, vm: Vm) {
  const image = findImage(vm.catalogue_uuid);
  const plan = findPlan(vm.pricing_uuid);
  const shown = vm.status === 'running' ? addressOf(store, vm.reserved_ip_uuid) : undefined;
  return {
    uuid: vm.uuid,
    title: vm.title,
    hostname: vm.hostname,
    catalogue: image ? imageWire(image) : null,
    ip_address: shown ? externalWire(shown) : null,
    pricing: plan ? planWire(plan) : null,
    volumes: volumesOfVm(store, vm),
    mac_address: vm.mac_address,
    tags: null,
    meta: { phase: vm.status, private_ip_address: null },
    status: vm.status,
    private_ip_address_v4: vm.private_ip ?? '',
    disk_size_gb: plan?.storage_gb ?? 0,
    transfer_tb: plan?.transfer_tb ?? 0,
    vcpu_core: plan?.vcpu_core ?? 0,
    ram_mb: plan?.ram_mb ?? 0,
    created_at: iso(vm.created_at),
    updated_at: iso(vm.updated_at),
  };
}

/** The ids of the sign-in methods: a password, and (an invention of this sandbox) an SSH key. */
const signInIds: readonly number[] = [1, 2];

implement('A24', ({ params, body }, context) => {
  const { cloud, store, user } = context;
  const group = requireGroup(context, params.group_type, params.uuid);
  if (body.organization_uuid !== group.organization.uuid)
    throw new Refusal(422, 'organization_uuid: is not that of the path');
  if (!signInIds.includes(body.authentication_type.id))
    throw new Refusal(422, 'authentication_type.id: is 1 for a password or 2 for an SSH key');
  const vm = orderVm(cloud, {
    group,
    userUuid: user.uuid,
    title: body.title,
    hostname: body.hostname,
    imageUuid: body.catalogue_uuid,
    planUuid: body.instance_type_uuid,
    username: body.authentication_type.key,
    credential: body.authentication_type.value,
    external: externalOf(body.with_external_ip, body.reserve_external_ip),
    at: cloud.now(group.organization.tenant_id),
  });
  return vmWire(store, vm);
});

implement('A25', ({ params }, context) => ({
  rows: rowsOfGroup<Vm>(context, 'vms', params).map((vm) => vmWire(context.store, vm)),
}));

implement('A26', ({ params }, context) => {
  const { group, row: vm } = requireInGroup<Vm>(context, 'vms', params, params.vm_uuid);
  return {
    ...vmWire(context.store, vm),
    group_type: group.type === 'organizations' ? 'organization' : 'project', // QA15
    group_uuid: group.uuid,
  };
});
