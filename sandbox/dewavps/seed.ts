/**
 * Creates the DewaVPS part of the demo: one customer, twelve machines in two locations, keys, networks, addresses,
 * disks.
 */
import { randomUUID } from 'node:crypto';
import type { Cloud } from '../cloud';
import { daysBefore, demoTenantOpening } from '../demo';
import { randomText } from '../ids';
import { keepDeposit } from './deposit';
import type { Status } from './instance';
import { makeKey } from './keys';
import { keepInstance, makeAddress } from './order';
import { placeInstance } from './power';
import { seedMachineExtras } from './seed-machine-extras';
import { keepBlock } from './storage';
import { keepNetwork } from './vswitch';

interface Key {
  label: string;
  key: string;
  scopes: readonly string[];
}

/** A machine: host name, location, tier, template, [cpu, memory, storage], age in days, state, further options. */
type Line = [
  string,
  number,
  number,
  number,
  [number, number, number],
  number,
  Status,
  { ip?: boolean; net?: boolean; dedicated?: boolean },
];

const lines: readonly Line[] = [
  ['gudang-web-1', 1, 1, 11, [2, 4, 60], 58, 'Running', { ip: true, net: true }],
  ['gudang-web-2', 1, 1, 11, [2, 4, 60], 58, 'Running', { ip: true, net: true }],
  ['gudang-db', 1, 3, 22, [4, 8, 160], 58, 'Running', { net: true, dedicated: true }],
  ['gudang-cache', 1, 1, 22, [1, 2, 30], 44, 'Running', { net: true }],
  ['staging', 1, 2, 12, [1, 2, 40], 40, 'Stopped', { ip: true }],
  ['ci-runner', 1, 2, 21, [4, 8, 80], 33, 'Running', {}],
  ['pemantau', 2, 1, 21, [1, 1, 20], 31, 'Running', { ip: true }],
  ['cadangan-sby', 2, 1, 31, [1, 2, 200], 30, 'Running', { net: true }],
  ['desktop-desain', 2, 3, 51, [4, 8, 100], 18, 'Stopped', { ip: true }],
  ['arsip-lama', 2, 1, 22, [1, 1, 120], 17, 'Stopped', {}],
  ['uji-kernel', 1, 1, 41, [1, 2, 25], 6, 'Error', {}],
  ['api-baru', 1, 1, 11, [2, 2, 40], 0.01, 'Pending', { ip: true }],
];

/** Disks: name, GB, location, age in days, machine; a disk without a machine costs the same. */
const disks: readonly [string, number, number, number, string][] = [
  ['data-gudang', 200, 1, 57, 'gudang-db'],
  ['unggahan', 80, 1, 43, 'gudang-web-1'],
  ['foto-produk', 100, 1, 25, ''],
  ['ekspor-2025', 60, 2, 16, ''],
];

/** Creates the data. @returns the balance that the ledger account must have now */
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
  const sshKeys = ['laptop-sari', 'ci-deploy'].map((title, index) => {
    const blob = `AAAAC3NzaC1lZDI1NTE5AAAAI${'FAKE'.repeat(10)}00${index}`;
    const key = `ssh-ed25519 ${blob} ${title}@example.id`;
    const id = randomUUID();
    store.insert('ssh_keys', { id, tenant_id: 'demo', title, key, created_at: opened });
    return id;
  });
  const networks = [
    keepNetwork(cloud, 'demo', { name: 'gudang', location_id: 1, at: daysBefore(now, 59) }),
    keepNetwork(cloud, 'demo', { name: 'cadangan', location_id: 2, at: daysBefore(now, 32) }),
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
      ssh_keys: hostname === 'ci-runner' ? sshKeys : sshKeys.slice(0, 1),
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
  const machine = (hostname: string) =>
    store.get<{ uuid: string }>(
      `select uuid from instances where hostname = ? and tenant_id = 'demo'`,
      hostname,
    )?.uuid ?? null;
  for (const [name, size, location_id, days, owner] of disks) {
    const at = daysBefore(now, days);
    keepBlock(cloud, 'demo', { name, size, location_id, instance_uuid: machine(owner), at });
  }
  seedMachineExtras(cloud, now);
  // Nobody paid these two: the first is past its end, the second can still be paid. The paid ones are in ../seed.ts.
  const unpaid = { amount: 500_000, paid: false };
  keepDeposit(cloud, account, { ...unpaid, at: daysBefore(now, 13), method: 'QRIS' });
  keepDeposit(cloud, account, { ...unpaid, at: daysBefore(now, 0.25), method: 'BSI VA' });
  return { [account]: 3_180_000 };
}
