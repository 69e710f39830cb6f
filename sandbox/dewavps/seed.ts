/** The demo's DewaVPS: one customer, twelve machines in two locations, keys, networks, addresses, a disk. */
import { randomUUID } from 'node:crypto';
import type { Cloud } from '../cloud';
import { daysBefore, demoTenantOpening } from '../demo';
import { randomText } from '../ids';
import { makeKey, placeInstance } from '../tenants';
import { blockTypes } from './catalogue';
import type { Status, Vswitch } from './instance';
import { keepInstance, makeAddress } from './order';

interface Key {
  label: string;
  key: string;
  scopes: readonly string[];
}

/** hostname, location, tier, template, [cpu, memory, storage], days ago, state, what else */
type Line = [
  string,
  number,
  number,
  number,
  [number, number, number],
  number,
  Status,
  { ip?: boolean; net?: boolean; dedicated?: boolean; backup?: boolean },
];

const lines: readonly Line[] = [
  ['gudang-web-1', 1, 1, 11, [2, 4, 60], 58, 'Running', { ip: true, net: true, backup: true }],
  ['gudang-web-2', 1, 1, 11, [2, 4, 60], 58, 'Running', { ip: true, net: true }],
  ['gudang-db', 1, 3, 22, [4, 8, 160], 58, 'Running', { net: true, dedicated: true, backup: true }],
  ['gudang-cache', 1, 1, 22, [1, 2, 30], 44, 'Running', { net: true }],
  ['staging', 1, 2, 12, [1, 2, 40], 40, 'Stopped', { ip: true }],
  ['ci-runner', 1, 2, 21, [4, 8, 80], 33, 'Running', {}],
  ['pemantau', 2, 1, 21, [1, 1, 20], 31, 'Running', { ip: true }],
  ['cadangan-sby', 2, 1, 31, [1, 2, 200], 30, 'Running', { net: true, backup: true }],
  ['desktop-desain', 2, 3, 51, [4, 8, 100], 18, 'Stopped', { ip: true }],
  ['arsip-lama', 2, 1, 22, [1, 1, 120], 17, 'Stopped', {}],
  ['uji-kernel', 1, 1, 41, [1, 2, 25], 6, 'Error', {}],
  ['api-baru', 1, 1, 11, [2, 2, 40], 0.01, 'Pending', { ip: true }],
]; // prettier-ignore

function network(
  cloud: Cloud,
  name: string,
  tag: number,
  locationId: number,
  range: string,
  at: number,
): Vswitch {
  const vswitch: Vswitch = {
    uuid: randomUUID(),
    tenant_id: 'demo',
    name,
    tag,
    location_id: locationId,
    network: range,
    gateway_uuid: null,
    status: 'Active',
    created_at: at,
    updated_at: at,
  };
  cloud.store.insert('vswitches', { ...vswitch });
  return vswitch;
}

/** @returns what the ledger account should hold now. */
export function seedDewavps(
  cloud: Cloud,
  keys: readonly Key[],
  now: number,
): Record<string, number> {
  const { store } = cloud;
  const account = 'dewavps:demo';
  const opened = daysBefore(now, 60);
  cloud.ledger.openAccount(account, 'demo', opened, demoTenantOpening);
  for (const { key, label, scopes } of keys) makeKey(cloud, 'demo', label, scopes, key);
  for (const [index, title] of ['laptop-sari', 'ci-deploy'].entries()) {
    const key = `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFAKEFAKEFAKEFAKEFAKEFAKEFAKEFAKEFAKEFAK${index} ${title}@example.id`;
    store.insert('ssh_keys', {
      id: randomUUID(),
      tenant_id: 'demo',
      title,
      key,
      created_at: opened,
    });
  }
  const networks = [
    network(cloud, 'gudang', 1000, 1, '10.252.12.0/24', daysBefore(now, 59)),
    network(cloud, 'cadangan', 1001, 2, '10.252.40.0/24', daysBefore(now, 32)),
  ];
  for (const [
    hostname,
    location_id,
    tier_id,
    template_id,
    [cpu, memory, storage],
    days,
    status,
    more,
  ] of lines) {
    const at = daysBefore(now, days);
    const joined = more.net ? networks.find((row) => row.location_id === location_id) : undefined;
    const order = {
      location_id,
      tier_id,
      template_id,
      hostname,
      cpu,
      memory,
      storage,
      username: 'demo',
      password: hostname === 'gudang-web-1' ? 'nusa-demo-2026' : `fake-${randomText(12)}`,
      use_public_ip: more.ip ?? false,
      use_dedicated_cpu: more.dedicated ?? false,
      include_backup: more.backup ?? false,
    };
    const instance = keepInstance(cloud, 'demo', order, at, joined ? { network: joined } : {});
    if (status === 'Pending') cloud.jobs.drop(instance.uuid);
    else placeInstance(cloud, instance, status, at + 9000);
  }
  store.run(
    `update vswitches set gateway_uuid = (select uuid from instances where hostname = 'gudang-web-1' and tenant_id = 'demo') where uuid = ?`,
    networks[0]?.uuid,
  );
  makeAddress(cloud, 'demo', 1, null, daysBefore(now, 10));
  makeAddress(cloud, 'demo', 2, null, daysBefore(now, 4));
  seedDisk(cloud, daysBefore(now, 25));
  return { [account]: 3_180_000 };
}

/** A disk that is attached to nothing, and costs all the same. */
function seedDisk(cloud: Cloud, at: number): void {
  const [type] = blockTypes;
  const disk = { id: randomUUID(), name: 'foto-produk', size: 100 };
  cloud.store.insert('blocks', {
    ...disk,
    tenant_id: 'demo',
    location_id: 1,
    type: type.name,
    instance_uuid: null,
    created_at: at,
  });
  const label = `Block storage ${disk.name}`;
  cloud.ledger.openMeter({
    resource: disk.id,
    account: 'dewavps:demo',
    tenantId: 'demo',
    label,
    rate: disk.size * type.price,
    at,
  });
}
