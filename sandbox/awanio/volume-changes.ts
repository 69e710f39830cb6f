/** Creates and changes volumes: A40–A44. A machine's boot disk can't be changed. */
import type { Cloud } from '../cloud';
import type { Store } from '../db';
import { Refusal } from '../refusal';
import { implement } from '../registry';
import { requireBalance } from './balance';
import type { Plan } from './catalogue';
import { findPlan } from './catalogue';
import type { Group } from './groups';
import { requireGroup } from './groups';
import { requireAvailable } from './sold-out';
import type { Vm } from './vm';
import type { Volume } from './volumes';
import { bootVolume, chargedVolume, keepVolume, volumeWire } from './volumes';

/** The most volumes of one organization, without boot disks. */
const volumeQuota = 50;

/** Finds a volume that may be changed. @throws Refusal 404, or 400 for a boot disk */
function findVolume(store: Store, group: Group, uuid: string): Volume {
  const found = store.get<Volume>(
    'select * from volumes where uuid = ? and group_type = ? and group_uuid = ?',
    uuid,
    group.type,
    group.uuid,
  );
  if (found) return found;
  const vms = store.all<Vm>(
    'select * from vms where group_type = ? and group_uuid = ?',
    group.type,
    group.uuid,
  );
  if (vms.some((vm) => bootVolume(vm).uuid === uuid))
    throw new Refusal(400, 'A BOOT VOLUME CANNOT BE CHANGED', { error: 'INVALID OPERATION' });
  throw new Refusal(404, 'VOLUME NOT FOUND');
}

/** Finds a plan for volumes. @throws Refusal 404 if there is none, 409 if it is sold out */
function volumePlan(store: Store, group: Group, uuid: string): Plan {
  const plan = findPlan(uuid);
  if (plan?.suitable_for !== 'volume') throw new Refusal(404, 'PRICING NOT FOUND');
  requireAvailable(store, group.organization.tenant_id, plan);
  return plan;
}

/** Checks that no machine has the volume. @throws Refusal 409 otherwise */
function requireUnused(volume: Volume): void {
  if (volume.vm_uuid !== null) throw new Refusal(409, 'VOLUME IS USED BY A VIRTUAL MACHINE');
}

/** Checks that a label is free. @throws Refusal 409 if another volume of the group has it */
function requireFreeLabel(store: Store, group: Group, label: string, except = ''): void {
  const sql =
    'select 1 from volumes where group_type = ? and group_uuid = ? and label = ? collate nocase and uuid <> ?';
  if (store.get(sql, group.type, group.uuid, label, except))
    throw new Refusal(409, 'LABEL IS ALREADY USED', { number: 2 });
}

/** Checks and stores a new volume. */
function order(cloud: Cloud, group: Group, userUuid: string, label: string, plan: Plan): Volume {
  const { organization } = group;
  requireFreeLabel(cloud.store, group, label);
  const held = cloud.store.get<{ count: number }>(
    'select count(*) as count from volumes where organization_uuid = ?',
    organization.uuid,
  );
  if ((held?.count ?? 0) >= volumeQuota)
    throw new Refusal(409, `AN ORGANIZATION CAN HAVE ${volumeQuota} VOLUMES`, { number: 3 });
  requireBalance(cloud, group, plan.price_per_hour);
  return keepVolume(cloud, { group, userUuid, label, plan, at: cloud.now(organization.tenant_id) });
}

implement('A40', ({ body }, context) => {
  const { cloud, store, user } = context;
  const group = requireGroup(context, 'organizations', body.organization_uuid);
  cloud.catchUp(group.organization.tenant_id);
  const plan = volumePlan(store, group, body.pricing_uuid);
  return volumeWire(cloud, order(cloud, group, user.uuid, body.label, plan));
});

implement('A41', ({ params }, context) => {
  const { cloud, store } = context;
  const group = requireGroup(context, params.group_type, params.group_uuid);
  const volume = findVolume(store, group, params.volume_uuid);
  requireUnused(volume);
  store.transaction(() => {
    cloud.ledger.closeMeter(volume.uuid, cloud.now(volume.tenant_id));
    store.run('delete from volumes where uuid = ?', volume.uuid);
  });
  return 'Delete Volume Success';
});

implement('A42', ({ params, body }, context) => {
  const { cloud, store } = context;
  const group = requireGroup(context, params.group_type, params.group_uuid);
  const volume = findVolume(store, group, params.volume_uuid);
  requireFreeLabel(store, group, body.label, volume.uuid);
  const change = { label: body.label, updated_at: cloud.now(volume.tenant_id) };
  store.update('volumes', { uuid: volume.uuid }, change);
  return volumeWire(cloud, { ...volume, ...change });
});

implement('A43', ({ params, body }, context) => {
  const { cloud, store } = context;
  const group = requireGroup(context, params.group_type, params.group_uuid);
  cloud.catchUp(group.organization.tenant_id);
  const volume = findVolume(store, group, params.volume_uuid);
  const plan = volumePlan(store, group, body.pricing_uuid);
  if (plan.storage_gb <= volume.size_gb)
    throw new Refusal(422, `pricing_uuid: a volume of ${volume.size_gb} GB can only grow`);
  const before = findPlan(volume.pricing_uuid)?.price_per_hour ?? 0;
  requireBalance(cloud, group, plan.price_per_hour - before);
  const at = cloud.now(volume.tenant_id);
  const change = { pricing_uuid: plan.uuid, size_gb: plan.storage_gb, updated_at: at };
  store.transaction(() => {
    store.update('volumes', { uuid: volume.uuid }, change);
    const { plan: name, parts } = chargedVolume(volume, plan);
    cloud.ledger.setRate(volume.uuid, plan.price_per_hour, at, parts, name);
  });
  return volumeWire(cloud, { ...volume, ...change });
});

implement('A44', ({ params, body }, context) => {
  const { cloud, store, user } = context;
  const group = requireGroup(context, params.group_type, params.group_uuid);
  cloud.catchUp(group.organization.tenant_id);
  const source = findVolume(store, group, body.source_volume_uuid);
  requireUnused(source);
  const plan = volumePlan(store, group, source.pricing_uuid);
  return volumeWire(cloud, order(cloud, group, user.uuid, body.label, plan));
});

/**
 * Attaches a volume to a machine, for the control API: Awanio's own API attaches none.
 * @throws Refusal 404 if the tenant has no such volume or machine
 */
export function attachVolume(store: Store, tenantId: string, uuid: string, vmUuid: string): void {
  const of = (table: 'volumes' | 'vms', id: string) =>
    store.get(`select 1 from ${table} where uuid = ? and tenant_id = ?`, id, tenantId);
  if (!of('volumes', uuid) || !of('vms', vmUuid))
    throw new Refusal(404, 'The tenant has no such volume or machine.');
  store.update('volumes', { uuid }, { vm_uuid: vmUuid, mount_point: '/mnt/data' });
}
