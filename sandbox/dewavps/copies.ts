/** What snapshots and backups share: what they hold of a machine, what they cost, how they go. */
import type { Cloud } from '../cloud';
import type { Store } from '../db';
import { findTier } from './catalogue';
import type { Instance } from './instance';

/** A disk besides the machine's own that a copy holds. */
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

/** `attached_storage`, with sizes as the backend says them (QD13). */
export const heldWire = (disks: string) =>
  (JSON.parse(disks) as HeldDisk[]).map(({ id, name, size }) => ({ id, name, size: `${size}GB` }));

/** Rupiah an hour of one copy: every GB of the disks that it holds, at the tier's backup price. */
export function copyRate(storage: number, disks: readonly HeldDisk[], tierId: number): number {
  const gigabytes = disks.reduce((total, disk) => total + disk.size, storage);
  return gigabytes * (findTier(tierId)?.backup ?? 0);
}

/** What a copy remembers of the system on the disk. */
type System = Pick<Instance, 'template_id' | 'username' | 'password' | 'ssh_keys'>;

export function systemOf({ template_id, username, password, ssh_keys }: Instance): string {
  const system: System = { template_id, username, password, ssh_keys };
  return JSON.stringify(system);
}

/** Puts a copy's system back on the machine's disk: its accounts and passwords are those of then. */
export function restoreSystem(
  cloud: Cloud,
  instanceUuid: string,
  system: string,
  at: number,
): void {
  const { template_id, username, password, ssh_keys } = JSON.parse(system) as System;
  const fields = { template_id, username, password, ssh_keys, updated_at: at };
  cloud.store.update('instances', { uuid: instanceUuid }, fields);
  cloud.machines.remove(instanceUuid); // the next start finds another disk
}

/** Forgets copies of a machine and ends what they cost. */
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

/** Starts charging a copy. */
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

/** Work on snapshots that nobody will finish, when the deletion of their machine has failed. */
export function abandonSnapshots(store: Store, instanceUuid: string): void {
  store.run(
    `update snapshots set status = 'Error' where instance_uuid = ? and status in ('Creating', 'Removing')`,
    instanceUuid,
  );
}
