/** Volumes: the boot disk of each machine, and bought ones; the list A39. */
import { randomUUID } from 'node:crypto';
import type { Cloud } from '../cloud';
import type { Store } from '../db';
import { fixedUuid } from '../ids';
import { implement } from '../registry';
import type { User } from '../registry';
import type { Plan } from './catalogue';
import { findPlan } from './catalogue';
import type { Group, Organization } from './groups';
import { accountOf, requireGroup, findOrganization, findProject } from './groups';
import { findUser } from './users';
import type { Vm } from './vm';
import { iso, organizationWire, planWire, projectNameWire, userWire } from './wire';

export interface Volume {
  uuid: string;
  tenant_id: string;
  organization_uuid: string;
  group_type: Group['type'];
  group_uuid: string;
  user_uuid: string;
  label: string;
  pricing_uuid: string;
  size_gb: number;
  vm_uuid: string | null;
  mount_point: string | null;
  created_at: number;
  updated_at: number;
}

export interface VolumeOrder {
  group: Group;
  userUuid: string;
  label: string;
  plan: Plan;
  /** The machine to which it is attached from the start. */
  vm?: Vm;
  at: number;
}

/** Stores a volume and starts to charge it. */
export function keepVolume(cloud: Cloud, order: VolumeOrder): Volume {
  const { organization } = order.group;
  const volume: Volume = {
    uuid: randomUUID(),
    tenant_id: organization.tenant_id,
    organization_uuid: organization.uuid,
    group_type: order.group.type,
    group_uuid: order.group.uuid,
    user_uuid: order.userUuid,
    label: order.label,
    pricing_uuid: order.plan.uuid,
    size_gb: order.plan.storage_gb,
    vm_uuid: order.vm?.uuid ?? null,
    mount_point: order.vm ? '/mnt/data' : null,
    created_at: order.at,
    updated_at: order.at,
  };
  cloud.store.transaction(() => {
    cloud.store.insert('volumes', { ...volume });
    cloud.ledger.openMeter({
      resource: volume.uuid,
      account: accountOf(organization.uuid),
      tenantId: volume.tenant_id,
      label: `Volume ${volume.label} (${order.plan.instance_type})`,
      rate: order.plan.price_per_hour,
      at: order.at,
      about: chargedVolume(volume, order.plan),
    });
  });
  return volume;
}

/** The parts of a volume's meter. */
export function chargedVolume(volume: Pick<Volume, 'label'>, plan: Plan) {
  return {
    service: 'volume',
    name: volume.label,
    plan: plan.instance_type,
    parts: [{ name: plan.instance_type, rate: plan.price_per_hour }],
  };
}

/** The fields that all wire forms of a volume have. */
function plainWire(store: Store, volume: Volume, type: 'boot' | 'external') {
  const project =
    volume.group_type === 'projects' ? findProject(store, volume.group_uuid) : undefined;
  return {
    uuid: volume.uuid,
    is_used: volume.vm_uuid !== null,
    size_gb: volume.size_gb,
    label: volume.label,
    mount_point: volume.mount_point,
    PVCName: volume.uuid,
    volume_type: type,
    project: project ? projectNameWire(project) : null,
    created_at: iso(volume.created_at),
    updated_at: iso(volume.updated_at),
  };
}

/** The link of a volume and its machine, which both show. */
function linkWire(store: Store, volume: Volume, vm: Vm, type: 'boot' | 'external') {
  const times = { created_at: iso(volume.created_at), updated_at: iso(volume.updated_at) };
  return {
    source_type: 'vm',
    tag: type === 'boot' ? 'DataVolume' : 'AdditionalVolume',
    volume: plainWire(store, volume, type),
    source: {
      uuid: vm.uuid,
      namespace: vm.organization_uuid,
      title: vm.title,
      hostname: vm.hostname,
      mac_address: vm.mac_address,
      tags: null,
      created_at: iso(vm.created_at),
      updated_at: iso(vm.updated_at),
    },
    ...times,
  };
}

/** The boot disk of a machine. The machine's price includes it, and it is deleted with the machine. */
export function bootVolume(vm: Vm): Volume {
  return {
    uuid: fixedUuid(`boot ${vm.uuid}`),
    tenant_id: vm.tenant_id,
    organization_uuid: vm.organization_uuid,
    group_type: vm.group_type,
    group_uuid: vm.group_uuid,
    user_uuid: vm.user_uuid,
    label: vm.hostname,
    pricing_uuid: vm.pricing_uuid,
    size_gb: findPlan(vm.pricing_uuid)?.storage_gb ?? 0,
    vm_uuid: vm.uuid,
    mount_point: '/',
    created_at: vm.created_at,
    updated_at: vm.created_at,
  };
}

/** The disks of a machine: the boot disk and the attached ones. */
export function volumesOfVm(store: Store, vm: Vm) {
  const beside = store.all<Volume>(
    'select * from volumes where vm_uuid = ? order by created_at',
    vm.uuid,
  );
  return [
    linkWire(store, bootVolume(vm), vm, 'boot'),
    ...beside.map((volume) => linkWire(store, volume, vm, 'external')),
  ];
}

interface Around {
  vm: Vm | undefined;
  organization: Organization | undefined;
  user: User | undefined;
}

function fullWire(cloud: Cloud, volume: Volume, type: 'boot' | 'external', around: Around) {
  const { vm, organization, user } = around;
  const plan = findPlan(volume.pricing_uuid);
  return {
    ...plainWire(cloud.store, volume, type),
    organization: organization ? organizationWire(cloud, organization) : null,
    user: user ? userWire(user) : null,
    pricing: plan ? planWire(plan) : null,
    instance_has_volumes: vm ? [linkWire(cloud.store, volume, vm, type)] : [],
  };
}

/** The full wire form of a bought volume. */
export function volumeWire(cloud: Cloud, volume: Volume) {
  const { store } = cloud;
  return fullWire(cloud, volume, 'external', {
    vm: volume.vm_uuid
      ? store.get<Vm>('select * from vms where uuid = ?', volume.vm_uuid)
      : undefined,
    organization: findOrganization(store, volume.organization_uuid),
    user: findUser(store, volume.user_uuid),
  });
}

/**
 * The wire form in the list, which has less: no owner, and a plan only for bought volumes, since the machine's price
 * includes its boot disk.
 */
function listWire(cloud: Cloud, volume: Volume, type: 'boot' | 'external', vm: Vm | undefined) {
  const plan = type === 'external' ? findPlan(volume.pricing_uuid) : undefined;
  return {
    ...plainWire(cloud.store, volume, type),
    pricing: plan && planWire(plan),
    instance_has_volumes: vm ? [linkWire(cloud.store, volume, vm, type)] : null,
  };
}

implement('A39', ({ params }, context) => {
  const { cloud, store } = context;
  const group = requireGroup(context, params.group_type, params.group_uuid);
  cloud.catchUp(group.organization.tenant_id);
  const rowsOf = <Row>(table: 'vms' | 'volumes') =>
    store.all<Row>(
      `select * from ${table} where group_type = ? and group_uuid = ? order by created_at desc, rowid desc`,
      group.type,
      group.uuid,
    );
  const vms = new Map(rowsOf<Vm>('vms').map((vm) => [vm.uuid, vm]));
  return {
    rows: [
      ...rowsOf<Volume>('volumes').map((volume) =>
        listWire(cloud, volume, 'external', vms.get(volume.vm_uuid ?? '')),
      ),
      ...[...vms.values()].map((vm) => listWire(cloud, bootVolume(vm), 'boot', vm)),
    ],
  };
});
