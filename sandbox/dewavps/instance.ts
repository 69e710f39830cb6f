/** Finds instances, computes their prices, and makes their wire forms. */
import type { Cloud } from '../cloud';
import type { Store } from '../db';
import { monthHours, monthStart } from '../ledger';
import { Refusal } from '../refusal';
import {
  addressPrice,
  findLocation,
  findTemplate,
  findTier,
  machineParts,
  machinePrice,
} from './catalogue';
import { dateText } from './text';

/** The documented statuses, and during longer jobs others that `lib/contract/states.ts` reads. */
export type Status =
  | 'Running'
  | 'Stopped'
  | 'Starting'
  | 'Stopping'
  | 'Pending'
  | 'Error'
  | 'Resizing'
  | 'Reinstalling'
  | 'Cloning'
  | 'Migrating'
  | 'Snapshotting'
  | 'Backing up'
  | 'Restoring';

export interface Instance {
  uuid: string;
  tenant_id: string;
  vmid: number;
  hostname: string;
  username: string;
  password: string;
  cpu: number;
  memory: number;
  storage: number;
  dedicated: number;
  backup: number;
  status: Status;
  location_id: number;
  tier_id: number;
  template_id: number;
  vswitch_uuid: string | null;
  private_ip: string | null;
  ssh_keys: string;
  operation: string | null;
  operation_flag: number;
  cleanup: string | null;
  created_at: number;
  updated_at: number;
  started_at: number | null;
  backup_at: number | null;
  /** The status before a job that doesn't change it (a snapshot, a move); it gets this status back at the end. */
  resume: Status | null;
  /** The action for connections that no rule decides: `A` accept, `D` drop. */
  policy: 'A' | 'D';
}

export interface PublicIp {
  uuid: string;
  tenant_id: string;
  address: string;
  location_id: number;
  instance_uuid: string | null;
  rdns: string | null;
  created_at: number;
  updated_at: number;
}

export interface Vswitch {
  uuid: string;
  tenant_id: string;
  name: string;
  tag: number;
  location_id: number;
  network: string;
  gateway_uuid: string | null;
  status: string;
  created_at: number;
  updated_at: number;
}

/** Finds an instance of a tenant. @throws Refusal 404 */
export function findInstance(store: Store, tenantId: string, uuid: string): Instance {
  const found = store.get<Instance>(
    'select * from instances where uuid = ? and tenant_id = ?',
    uuid,
    tenantId,
  );
  if (!found) throw new Refusal(404, 'Instance not found.');
  return found;
}

export function instancesOf(store: Store, tenantId: string): Instance[] {
  return store.all<Instance>(
    'select * from instances where tenant_id = ? order by created_at desc, rowid desc',
    tenantId,
  );
}

/** The machine of a resource in an answer; null if it has none. */
export function ownerOf(
  store: Store,
  uuid: string | null,
): Pick<Instance, 'uuid' | 'hostname'> | null {
  if (uuid === null) return null;
  return store.get('select uuid, hostname from instances where uuid = ?', uuid) ?? null;
}

/** Whether a machine is ordered or copied but not created yet. */
export const beingMade = ({ operation, status }: Instance): boolean =>
  operation === 'create' || (operation === 'clone' && status !== 'Cloning');

export function addressOf(store: Store, instanceUuid: string): PublicIp | undefined {
  return store.get<PublicIp>('select * from public_ips where instance_uuid = ?', instanceUuid);
}

/** Whether CPU and memory are charged: not while it is stopped, failed or still being created. */
const computes = ({ status, resume }: Instance) =>
  ['Running', 'Starting', 'Stopping', 'Pending'].includes(resume ?? status);

/** The machine without backups, since each backup has its own meter and `include_backup` costs nothing. */
const withoutBackups = (instance: Instance) => ({ ...instance, backup: 0 });

/** The current price of the machine itself in rupiah per hour. */
export const rateOf = (instance: Instance) =>
  machinePrice(withoutBackups(instance), computes(instance));
/** The parts of this price. */
export const partsOf = (instance: Instance) =>
  machineParts(withoutBackups(instance), computes(instance));

/** The current price of the machine and its address in rupiah per hour. */
export const hourlyOf = (store: Store, instance: Instance) =>
  rateOf(instance) + (addressOf(store, instance.uuid) ? addressPrice : 0);

function moneyOf(cloud: Cloud, instance: Instance, address: PublicIp | undefined) {
  const perHour = rateOf(instance) + (address ? addressPrice : 0);
  const month = monthStart(cloud.now(instance.tenant_id));
  return {
    perHour,
    perMonth: perHour * monthHours,
    cost: cloud.ledger.spent({ resource: instance.uuid }, month),
  };
}

export function osWire(templateId: number) {
  const template = findTemplate(templateId);
  if (!template) return null;
  const { id, os_id, name, version } = template;
  return { template_id: id, version, os_id, name, image: `/os/${os_id}.svg` };
}

/** The row of a list: sizes are texts, one with a space and one without (QD13). */
export function rowWire(cloud: Cloud, instance: Instance) {
  const address = addressOf(cloud.store, instance.uuid);
  const { perHour, perMonth, cost } = moneyOf(cloud, instance, address);
  return {
    uuid: instance.uuid,
    hostname: instance.hostname,
    ip_address: address?.address ?? null,
    cpu: instance.cpu,
    memory: `${instance.memory} GB`,
    storage: `${instance.storage}GB`,
    status: instance.status,
    location: findLocation(instance.location_id)?.name ?? null,
    tier: findTier(instance.tier_id)?.name ?? null,
    os: osWire(instance.template_id),
    price_per_hour: perHour,
    estimated_monthly_cost: perMonth,
    cost: cost === 0 ? null : cost,
    operation_flag: instance.operation_flag,
    created_at: dateText(instance.created_at),
  };
}

/** The detail: `cpu` is text and the month's estimate has another name (QD13, QD14). */
export function detailWire(cloud: Cloud, instance: Instance) {
  const { store } = cloud;
  const { estimated_monthly_cost, ...row } = rowWire(cloud, instance);
  const address = addressOf(store, instance.uuid);
  const network = instance.vswitch_uuid
    ? store.get<Vswitch>('select * from vswitches where uuid = ?', instance.vswitch_uuid)
    : undefined;
  return {
    ...row,
    cpu: String(instance.cpu),
    username: instance.username,
    is_cpu_dedicated: instance.dedicated === 1,
    os_name: row.os ? `${row.os.name} ${row.os.version}` : null,
    public_ip: address
      ? { uuid: address.uuid, ip_address: address.address, rdns: address.rdns }
      : null,
    rdns: address?.rdns ?? null,
    private_network: network
      ? { uuid: network.uuid, name: network.name, ip_address: instance.private_ip }
      : null,
    location_id: instance.location_id,
    tier_id: instance.tier_id,
    estimated_monthly_price: estimated_monthly_cost,
    updated_at: dateText(instance.updated_at),
    last_started_at: instance.started_at === null ? null : dateText(instance.started_at),
    last_backup_at: instance.backup_at === null ? null : dateText(instance.backup_at),
  };
}

/** The answer of a write: its machine. */
export const echoWire = ({ uuid, hostname, status }: Instance) => ({ uuid, hostname, status });
