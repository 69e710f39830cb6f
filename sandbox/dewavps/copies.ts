/** Common parts of snapshots and backups: their content, cost and deletion. */
import type { Cloud } from '../cloud';
import type { Store } from '../db';
import { findTier } from './catalogue';
import type { Instance } from './instance';

/** A disk in a copy, besides the machine's own. */
export interface HeldDisk {
  id: string;
  name: string;
  /** GB */
  size: number;
}

export function attachedDisks(store: Store, instanceUuid: string): HeldDisk[] {
  return store.all<HeldDisk>(
    'select id, name, size from blocks where instance_uuid = ? order by created_at',
    instanceUuid,
  );
}

/** `attached_storage`, with sizes in the backend's form (QD13). */
export const heldWire = (disks: string) =>
  (JSON.parse(disks) as HeldDisk[]).map(({ id, name, size }) => ({ id, name, size: `${size}GB` }));

/** The price of one copy in rupiah per hour: every GB of its disks at the tier's backup price. */
export function copyRate(storage: number, disks: readonly HeldDisk[], tierId: number): number {
  const gigabytes = disks.reduce((total, disk) => total + disk.size, storage);
  return gigabytes * (findTier(tierId)?.backup ?? 0);
}

/** The system that a copy contains. */
type System = Pick<Instance, 'template_id' | 'username' | 'password' | 'ssh_keys'>;

export function systemOf({ template_id, username, password, ssh_keys }: Instance): string {
  const system: System = { template_id, username, password, ssh_keys };
  return JSON.stringify(system);
}

/** Restores a copy's system on the machine's disk, with its accounts and passwords of that time. */
export function restoreSystem(
  cloud: Cloud,
  instanceUuid: string,
  system: string,
  at: number,
): void {
  const { template_id, username, password, ssh_keys } = JSON.parse(system) as System;
  const fields = { template_id, username, password, ssh_keys, updated_at: at };
  cloud.store.update('instances', { uuid: instanceUuid }, fields);
  cloud.machines.remove(instanceUuid); // the next start has a new disk
}

/** Deletes copies of a machine and stops charging them. */
export function dropCopies(
  cloud: Cloud,
  table: 'snapshots' | 'backups',
  instanceUuid: string,
  at: number,
): void {
  const copies = cloud.store.all<{ uuid: string }>(
    `select uuid from ${table} where instance_uuid = ?`,
    instanceUuid,
  );
  for (const { uuid } of copies) dropCopy(cloud, table, uuid, at);
}

export function dropCopy(
  cloud: Cloud,
  table: 'snapshots' | 'backups',
  uuid: string,
  at: number,
): void {
  cloud.ledger.closeMeter(uuid, at);
  cloud.store.run(`delete from ${table} where uuid = ?`, uuid);
}

/** Starts to charge a copy. */
export function chargeCopy(
  cloud: Cloud,
  instance: Instance,
  copy: { uuid: string; service: 'Snapshot' | 'Backup'; name: string; rate: number },
  at: number,
): void {
  const { uuid: resource, service, name, rate } = copy;
  cloud.ledger.openMeter({
    resource,
    account: `dewavps:${instance.tenant_id}`,
    tenantId: instance.tenant_id,
    label: `${service} ${name} of ${instance.hostname}`,
    rate,
    at,
    about: {
      service,
      name: `${instance.hostname}: ${name}`,
      plan: findTier(instance.tier_id)?.name ?? null,
      parts: [{ name: service, rate }],
    },
  });
}

/**
 * Marks unfinished snapshots as failed when the deletion of their machine has failed, since no job will finish them.
 */
export function abandonSnapshots(store: Store, instanceUuid: string): void {
  store.run(
    `update snapshots set status = 'Error' where instance_uuid = ? and status in ('Creating', 'Removing')`,
    instanceUuid,
  );
}
